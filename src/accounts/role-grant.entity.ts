import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RoleName } from '../platform/access/permissions.js';
import { dateRange } from '../platform/database/date-range.js';
import type { DateRange } from '../platform/database/date-range.types.js';

/** A role that an account has at a unit and below, from one day to another. It ends; it is never changed. */
@Entity()
export class RoleGrant {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  accountId: string;

  @Column('uuid')
  unitId: string;

  @Column('text')
  role: RoleName;

  @Column('boolean')
  mayExport: boolean;

  /** For stewards: the session, and of it the classes; all of them where there is no list. */
  @Column('uuid', { nullable: true })
  sessionId: string | null;

  @Column('uuid', { array: true, nullable: true })
  classIds: string[] | null;

  @Column('daterange', { transformer: dateRange })
  valid: DateRange;

  @Column('timestamptz')
  grantedAt: Date;

  @Column('uuid', { nullable: true })
  grantedBy: string | null;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  @Column('uuid', { nullable: true })
  endedBy: string | null;
}
