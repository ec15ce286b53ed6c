import { describe, expect, it } from 'vitest';
import { addDays, addWorkingDays, daysBetween, isWorkingDay } from './working-days.js';

const none = { yearlyHolidays: [], datedHolidays: [] };
const holidays = {
  yearlyHolidays: [
    { day: '04-30', name: 'Ngày Chiến thắng' },
    { day: '05-01', name: 'Ngày Quốc tế Lao động' },
  ],
  datedHolidays: [{ from: '2027-02-04', to: '2027-02-10', name: 'Tết Nguyên đán' }],
};

describe('working days', () => {
  it('are counted from the day after, and leave out weekends', () => {
    expect(addWorkingDays('2026-11-23', 2, none)).toBe('2026-11-25');
    expect(addWorkingDays('2026-11-26', 2, none)).toBe('2026-11-30');
    expect(addWorkingDays('2026-11-28', 1, none)).toBe('2026-11-30');
  });

  it('leave out holidays of every year, and the days off of one year', () => {
    expect(addWorkingDays('2026-04-29', 2, holidays)).toBe('2026-05-05');
    expect(addWorkingDays('2027-02-03', 2, holidays)).toBe('2027-02-12');
    expect(isWorkingDay('2027-02-10', holidays)).toBe(false);
    expect(isWorkingDay('2027-02-11', holidays)).toBe(true);
    expect(isWorkingDay('2028-05-01', holidays)).toBe(false);
  });

  it('and days of the calendar go over months, leap years and years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-12-25', 20)).toBe('2027-01-14');
    expect(daysBetween('2026-12-25', '2027-01-14')).toBe(20);
    expect(daysBetween('2026-12-25', '2026-12-24')).toBe(-1);
  });
});
