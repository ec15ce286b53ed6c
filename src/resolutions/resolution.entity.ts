import { Column, Entity, PrimaryColumn } from 'typeorm';

export const resolutionLevels = ['central', 'provincial', 'district', 'base'] as const;
export type ResolutionLevel = (typeof resolutionLevels)[number];

/** A paper that is to be studied. */
@Entity()
export class Resolution {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('uuid')
  id: string;

  /** Number and symbol; some congress resolutions are cited without. */
  @Column('text', { nullable: true })
  number: string | null;

  @Column('text')
  title: string;

  @Column('text')
  issuer: string;

  @Column('date')
  issuedOn: string;

  @Column('text')
  level: ResolutionLevel;

  @Column('timestamptz')
  createdAt: Date;
}
