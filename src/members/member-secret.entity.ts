import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SealedValues } from '../platform/encryption/sealed-values.js';

export const secretFields = ['citizen-number', 'phone'] as const;
export type SecretField = (typeof secretFields)[number];

/** A number of a member that the database knows sealed only. */
@Entity()
export class MemberSecret {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('uuid')
  memberId: string;

  @PrimaryColumn('text')
  field: SecretField;

  @Column('bytea')
  sealed: Buffer;

  @Column('bytea')
  blindIndex: Buffer;
}

export const secretPurpose = (committeeId: string, memberId: string, field: string): string =>
  `member.${field} ${committeeId} ${memberId}`;

export const secretIndexPurpose = (committeeId: string, field: string): string => `member.${field} ${committeeId}`;

export const sealedMemberSecrets: SealedValues = {
  table: 'member_secret',
  key: ['committee_id', 'member_id', 'field'],
  sealed: 'sealed',
  purposeOf: ({ committee_id = '', member_id = '', field = '' }) => secretPurpose(committee_id, member_id, field),
  index: 'blind_index',
  indexPurposeOf: ({ committee_id = '', field = '' }) => secretIndexPurpose(committee_id, field),
};
