import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RequestKind } from './data-request.entity.js';
import type { DatedHoliday, YearlyHoliday } from './working-days.js';

export const retentionKinds = [
  ...(['rolls', 'former-members', 'sign-ins', 'audit-values', 'data-requests', 'imports'] as const),
] as const;
export type RetentionKind = (typeof retentionKinds)[number];

export interface Retention {
  months: number;
  /** Otherwise what is due is only shown. */
  erases: boolean;
}

/** The committee's own periods, holidays and times of keeping; the defaults hold where there is no row. */
@Entity()
export class DataRules {
  @PrimaryColumn('uuid')
  committeeId: string;

  @Column('integer')
  acknowledgeWorkingDays: number;

  @Column('jsonb')
  days: Record<RequestKind, number>;

  @Column('jsonb')
  yearlyHolidays: YearlyHoliday[];

  @Column('jsonb')
  datedHolidays: DatedHoliday[];

  @Column('jsonb')
  retention: Record<RetentionKind, Retention>;

  @Column('timestamptz')
  changedAt: Date;

  @Column('uuid')
  changedBy: string;
}
