import { dateFromSerial, getFormatDateInfo, isDateFormat } from 'numfmt';

const pad = (value: number, digits = 2): string => String(value).padStart(digits, '0');

/** Formats that files name by number only, where they show a date or time (ECMA-376 18.8.30, with those of East Asia). */
const isDateId = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id === 45 || id === 47 || (id >= 50 && id <= 58);

/** Numbers of built-in formats that are no dates, as far as what they show matters to who reads a list. */
const builtIn: Record<number, string> = {
  ...{ 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 11: '0.00E+00', 12: '# ?/?', 13: '# ??/??' },
  ...{ 14: 'mm-dd-yy', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy', 18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM', 20: 'h:mm' },
  ...{ 21: 'h:mm:ss', 22: 'm/d/yy h:mm', 45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mm:ss.0', 49: '@' },
};

export interface NumberFormat {
  /** Nothing for General. */
  code?: string;
  isDate: boolean;
}

const longestCode = 255;

/** @param code the file's own for the number, where it has one */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
  const known = code ?? builtIn[id];
  if (known === undefined || known === '' || /^general$/i.test(known))
    return { isDate: code === undefined && isDateId(id) };
  return { code: known, isDate: isDateCode(known, id) };
}

function isDateCode(code: string, id: number): boolean {
  if (code === builtIn[id]) return isDateId(id);
  if (code.length > longestCode || !isDateFormat(code)) return false;
  // [h]:mm is a length of time, which is no point in time.
  return !/\[[hms]+\]/i.test(code) || getFormatDateInfo(code).year;
}

const days1904 = 1462;
const dayBefore10000 = 2_958_466;
/** 29 February 1900, which Lotus 1-2-3 believed in; no calendar has it. */
const noSuchDay = 60;

/**
 * A day number as ISO 8601 text: a date, a date with its time, or below one day the time alone.
 * @returns null where the number is no date that Excel could show
 */
export function isoFromSerial(serial: number, isFrom1904: boolean): string | null {
  if (!(serial >= 0 && serial < dayBefore10000)) return null;
  if (serial < 1) return timeOf(serial);
  // To the second first: what is a fraction of one before midnight is shown as the next day.
  const rounded = Math.round(serial * 86_400) / 86_400;
  const shifted = isFrom1904 ? rounded + days1904 : rounded;
  if (Math.floor(shifted) === noSuchDay || shifted >= dayBefore10000) return null;
  const [year, month, day, hours, minutes, seconds] = dateFromSerial(shifted);
  const date = `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
  return hours || minutes || seconds ? `${date}T${pad(hours)}:${pad(minutes)}:${pad(seconds)}` : date;
}

function timeOf(part: number): string {
  const seconds = Math.min(Math.round(part * 86_400), 86_399);
  return `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
}
