/** A holiday of every year: `04-30`. */
export class YearlyHoliday {
  day: string;
  name: string;
}

/** Days off of one year, both included: Tết, and days that are decided each year. */
export class DatedHoliday {
  from: string;
  to: string;
  name: string;
}

export interface Holidays {
  yearlyHolidays: readonly YearlyHoliday[];
  datedHolidays: readonly DatedHoliday[];
}

const millisecondsOfDay = 86_400_000;

/** @param day ISO */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * millisecondsOfDay).toISOString().slice(0, 10);
}

/** Days of the calendar from one to the other; negative where `to` is before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / millisecondsOfDay);

export function isWorkingDay(day: string, { yearlyHolidays, datedHolidays }: Holidays): boolean {
  const weekday = new Date(day).getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  if (yearlyHolidays.some((holiday) => day.endsWith(`-${holiday.day}`))) return false;
  return !datedHolidays.some(({ from, to }) => from <= day && day <= to);
}

/** The last of `count` working days after `day`; the day itself is not counted. */
export function addWorkingDays(day: string, count: number, holidays: Holidays): string {
  let last = day;
  for (let left = count; left > 0;) {
    last = addDays(last, 1);
    if (isWorkingDay(last, holidays)) left -= 1;
  }
  return last;
}
