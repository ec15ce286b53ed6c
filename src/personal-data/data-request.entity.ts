import { Column, Entity, PrimaryColumn } from 'typeorm';

export const requestKinds = ['view', 'correct', 'withdraw', 'restrict', 'object', 'delete'] as const;
export type RequestKind = (typeof requestKinds)[number];

export type RequestState = 'received' | 'acknowledged' | 'done' | 'refused';

export const refusalGrounds = [
  'identity-unproven',
  'law-requires-keeping',
  'party-records',
  'harms-others',
  'not-held',
  'other',
] as const;
export type RefusalGround = (typeof refusalGrounds)[number];

/** What a member asks about the data held of him (domain facts §7), and what came of it. Days are the calendar's in Vietnam. */
@Entity()
export class DataRequest {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  memberId: string;

  @Column('text')
  kind: RequestKind;

  @Column('text')
  state: RequestState;

  @Column('text', { nullable: true })
  detail: string | null;

  @Column('date')
  receivedOn: string;

  @Column('timestamptz')
  receivedAt: Date;

  @Column('uuid')
  receivedBy: string;

  @Column('date')
  acknowledgeBy: string;

  /** As it was at first; see `extendedTo`. */
  @Column('date')
  dueOn: string;

  @Column('timestamptz', { nullable: true })
  acknowledgedAt: Date | null;

  @Column('uuid', { nullable: true })
  acknowledgedBy: string | null;

  @Column('timestamptz', { nullable: true })
  extendedAt: Date | null;

  @Column('uuid', { nullable: true })
  extendedBy: string | null;

  @Column('date', { nullable: true })
  extendedTo: string | null;

  @Column('text', { nullable: true })
  extensionReason: string | null;

  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;

  @Column('uuid', { nullable: true })
  closedBy: string | null;

  /** What was done, or why it was refused. */
  @Column('text', { nullable: true })
  outcome: string | null;

  @Column('text', { nullable: true })
  refusalGround: RefusalGround | null;
}
