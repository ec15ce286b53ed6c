import type { DataRules, Retention, RetentionKind } from './data-rules.entity.js';

export type Rules = Omit<DataRules, 'committeeId' | 'changedAt' | 'changedBy'>;

const shown = (months: number): Retention => ({ months, erases: false });

/**
 * What holds until the committee says otherwise. Periods of requests: Nghị định 356/2025/NĐ-CP, art. 5 (domain facts §7).
 * Holidays: those of the Labour Code that fall on a fixed day of the solar calendar; Tết, Giỗ Tổ and the second day of
 * 2 September are decided for each year and entered by hand. Times of keeping are our proposal; of themselves only the copies of lists are erased.
 */
export const defaultRules: Rules = {
  acknowledgeWorkingDays: 2,
  days: { view: 10, correct: 10, withdraw: 15, restrict: 15, object: 15, delete: 20 },
  yearlyHolidays: [
    { day: '01-01', name: 'Tết Dương lịch' },
    { day: '04-30', name: 'Ngày Chiến thắng' },
    { day: '05-01', name: 'Ngày Quốc tế Lao động' },
    { day: '09-02', name: 'Quốc khánh' },
  ],
  datedHolidays: [],
  retention: {
    rolls: shown(60),
    'former-members': shown(60),
    'sign-ins': shown(12),
    'audit-values': shown(60),
    'data-requests': shown(36),
    // Copies of what stands in the register by then; nobody misses them.
    imports: { months: 3, erases: true },
  } satisfies Record<RetentionKind, Retention>,
};
