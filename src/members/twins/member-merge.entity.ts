import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SealedValues } from '../../platform/encryption/sealed-values.js';

/** Two entries of one person, made one. */
@Entity()
export class MemberMerge {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  keptId: string;

  @Column('uuid')
  droppedId: string;

  /** A sealed `Merged`. */
  @Column('bytea')
  sealedBefore: Buffer;

  @Column('timestamptz')
  mergedAt: Date;

  @Column('uuid')
  mergedBy: string;
}

/** Two who look like one and are two, as somebody has said. The smaller id stands first. */
@Entity()
export class MemberDistinction {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('uuid')
  oneId: string;

  @PrimaryColumn('uuid')
  otherId: string;

  @Column('timestamptz')
  saidAt: Date;

  @Column('uuid')
  saidBy: string;
}

export const mergePurpose = (committeeId: string, id: string): string => `member.merge ${committeeId} ${id}`;

export const sealedMerges: SealedValues = {
  ...{ table: 'member_merge', key: ['committee_id', 'id'], sealed: 'sealed_before' },
  purposeOf: ({ committee_id = '', id = '' }) => mergePurpose(committee_id, id),
};
