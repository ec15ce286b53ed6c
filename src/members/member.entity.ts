import { Column, Entity, PrimaryColumn } from 'typeorm';
import { dateRange } from '../platform/database/date-range.js';
import type { DateRange } from '../platform/database/date-range.types.js';

/** A person in the register. Order and search stand on generated columns that only the database writes. */
@Entity()
export class Member {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  fullName: string;

  @Column('text')
  familyName: string;

  @Column('text')
  middleName: string;

  @Column('text')
  givenName: string;

  @Column('date', { nullable: true })
  birthDate: string | null;

  @Column('integer', { nullable: true })
  birthYear: number | null;

  @Column('text', { nullable: true })
  sex: 'male' | 'female' | null;

  @Column('text', { nullable: true })
  cardNumber: string | null;

  @Column('date', { nullable: true })
  admittedOn: string | null;

  @Column('date', { nullable: true })
  officialOn: string | null;

  @Column('timestamptz')
  createdAt: Date;

  /** When all that tells who it was went at his own request, or after its time. */
  @Column('timestamptz', { nullable: true })
  erasedAt: Date | null;
}

export const membershipKinds = ['official', 'temporary-in', 'residence'] as const;
export type MembershipKind = (typeof membershipKinds)[number];

/** Which cell a member belongs to, from when to when, and how. */
@Entity()
export class Membership {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('uuid')
  memberId: string;

  @PrimaryColumn('text')
  kind: MembershipKind;

  @PrimaryColumn('daterange', { transformer: dateRange })
  valid: DateRange;

  @Column('uuid')
  cellId: string;
}

export const exemptionKinds = [
  'old-age',
  'poor-health',
  'treatment',
  'abroad',
  'remote-work',
  'mobile-work',
  'maternity',
] as const;
export type ExemptionKind = (typeof exemptionKinds)[number];

/** A time during which a member need not come (domain facts §4). */
@Entity()
export class Exemption {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('uuid')
  memberId: string;

  @PrimaryColumn('daterange', { transformer: dateRange })
  valid: DateRange;

  @Column('text')
  kind: ExemptionKind;
}

/** A time during which a member takes part elsewhere. */
@Entity()
export class Away {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('uuid')
  memberId: string;

  @PrimaryColumn('daterange', { transformer: dateRange })
  valid: DateRange;

  @Column('text', { nullable: true })
  place: string | null;
}

/** An office that a member holds for a time. */
@Entity()
export class MemberOffice {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('uuid')
  memberId: string;

  @PrimaryColumn('text')
  title: string;

  @PrimaryColumn('daterange', { transformer: dateRange })
  valid: DateRange;
}
