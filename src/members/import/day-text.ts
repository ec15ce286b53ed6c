import { fold, tidy } from './tidy-text.js';

/** What a text says of a day, before anyone asks whether there is such a day. `null`: not said. */
export interface SaidDay {
  year: number;
  month: number | null;
  day: number | null;
  /** The year had two figures, and stands here as 0 to 99. */
  isShortYear: boolean;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

interface Form {
  pattern: RegExp;
  /** The groups in which day, month and year stand; 0 where there is none. */
  groups: [day: number, month: number, year: number];
}

/** On folded text, where every separator is one blank: `5/3/1960`, `05.03.60`, `1960-03-05`, `ngày 5 tháng 3 năm 1960`. */
const forms: Form[] = [
  { pattern: /^(\d{1,2}) (\d{1,2}) (\d{4}|\d{2})$/, groups: [1, 2, 3] },
  { pattern: /^(\d{4}) (\d{1,2}) (\d{1,2})$/, groups: [3, 2, 1] },
  { pattern: /^(\d{1,2}) thang (\d{1,2}) nam (\d{4})$/, groups: [1, 2, 3] },
  { pattern: /^(\d{1,2}) ([a-z]{3}) (\d{4}|\d{2})$/, groups: [1, 2, 3] },
  { pattern: /^(?:thang )?(\d{1,2})(?: nam)? (\d{4})$/, groups: [0, 1, 2] },
  { pattern: /^(\d{4}) (\d{1,2})$/, groups: [0, 2, 1] },
  { pattern: /^(?:nam |(?:x+ )+)?(\d{4})$/, groups: [0, 0, 1] },
];

/** Hours behind a day, as exports write them: `05/03/1960 00:00:00`, `… 12:00:00 AM`. */
const hours = /[\sT]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|\s?(?:am|pm|sa|ch))?$/i;

const numberOf = (text: string | undefined): number => {
  const month = months.indexOf(text ?? '');
  return month >= 0 ? month + 1 : Number(text);
};

/** A day, a month or a year as offices write them; null where the text is none. 0 for day or month is “not known”. */
export function saidDay(text: string): SaidDay | null {
  const plain = fold(tidy(text).replace(hours, '')).replace(
    /^(?:sinh )?(?:ngay )?(?=\d|thang|nam)|^sinh nam (?=\d)/,
    '',
  );
  for (const { pattern, groups } of forms) {
    const found = pattern.exec(plain);
    if (!found) continue;
    const [day, month, year] = groups.map((group) => (group === 0 ? 0 : numberOf(found[group])));
    if (year === undefined || Number.isNaN(month) || Number.isNaN(year)) continue;
    return { year, month: month || null, day: day || null, isShortYear: found[groups[2]]?.length === 2 };
  }
  return null;
}

/** Whether the calendar has such a day. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const dayLength = 86_400_000;

/**
 * The day of an Excel serial; hours are left off. Serial 60 of the 1900 system is 29/02/1900, which never was, so
 * that what comes before it counts from another day. null where the serial is no day.
 */
export function fromSerial(serial: number, epoch: 1900 | 1904): SaidDay | null {
  const whole = Math.floor(serial);
  if (whole < 1 || whole === 60 || whole > 2_958_465) return null;
  const start = epoch === 1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30);
  const date = new Date(start + whole * dayLength);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), isShortYear: false };
}

/** `05/03/1960`, `05/1960` or `1960`, as far as it is known. */
export const print = ({ year, month, day }: Pick<SaidDay, 'year' | 'month' | 'day'>): string =>
  [
    ...(month === null ? [] : [...(day === null ? [] : [day]), month].map((part) => String(part).padStart(2, '0'))),
    year,
  ].join('/');
