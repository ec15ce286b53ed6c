import { Column, Entity, PrimaryColumn } from 'typeorm';

export const stepKinds = [
  ...(['recognised', 'transferred', 'exempted', 'sent-away', 'appointed', 'ended', 'left'] as const),
] as const;
export type StepKind = (typeof stepKinds)[number];

export const departureReasons = ['deceased', 'moved-out', 'removed', 'expelled', 'resigned'] as const;
export type DepartureReason = (typeof departureReasons)[number];

/** What happened to a member on a day, with its paper. `before` and `after`: all that is dated of him, as `datedOf` tells it. */
@Entity()
export class MemberStep {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  memberId: string;

  @Column('text')
  kind: StepKind;

  @Column('text', { nullable: true })
  reason: DepartureReason | null;

  @Column('date')
  effectiveOn: string;

  @Column('text', { nullable: true })
  paperNumber: string | null;

  @Column('date', { nullable: true })
  paperOn: string | null;

  @Column('jsonb')
  before: object;

  @Column('jsonb')
  after: object;

  @Column('timestamptz')
  recordedAt: Date;
}
