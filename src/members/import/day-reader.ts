import { fromSerial, isCalendarDay, print, type SaidDay, saidDay } from './day-text.js';
import {
  blank,
  type Cell,
  doubt,
  isBlank,
  type Note,
  quoted,
  type Reading,
  read,
  restored,
  textOf,
  wrong,
} from './reading.js';

export interface DayContext {
  /** `yyyy-mm-dd`. */
  today: string;
  /** The day system of the workbook; Excel for Mac once counted from 1904. */
  epoch?: 1900 | 1904;
  /** Day and month may have changed places in this column: `suspectsSwap`. */
  swapSuspected?: boolean;
}

/** When a person was born: a day, or, for many of the old, the year alone (domain §8). */
export interface Birth {
  day: string | null;
  year: number;
}

interface Found extends SaidDay {
  notes: Note[];
}

/** 7 or 8 figures in a row: `05031960`, the first zero lost in a cell of numbers. */
function runOfFigures(text: string): SaidDay | null {
  if (!/^\d{7,8}$/.test(text)) return null;
  const figures = text.padStart(8, '0');
  const [day, month, year] = [figures.slice(0, 2), figures.slice(2, 4), figures.slice(4)].map(Number);
  if (day === undefined || month === undefined || year === undefined) return null;
  return year >= 1900 && isCalendarDay(year, month, day) ? { year, month, day, isShortYear: false } : null;
}

/** 9000 is no year: it is the serial of 21/08/1924. */
const isSerialRather = ({ year, month, isShortYear }: SaidDay): boolean =>
  month === null && !isShortYear && (year < 1800 || year > 2200);

function find(cell: Cell, { epoch = 1900 }: DayContext): Found | null {
  if (cell instanceof Date) {
    if (Number.isNaN(cell.getTime())) return null;
    const [year, month, day] = [cell.getUTCFullYear(), cell.getUTCMonth() + 1, cell.getUTCDate()];
    return { year, month, day, isShortYear: false, notes: [] };
  }
  const text = textOf(cell);
  const said = saidDay(text);
  if (said && !isSerialRather(said)) return { ...said, notes: [] };
  const run = runOfFigures(text);
  if (run) return { ...run, notes: [doubt(`Ô ghi liền ${quoted(text)}, hiểu là ${print(run)}.`)] };
  const serial = /^\d{4,5}(?:\.\d+)?$/.test(text) ? fromSerial(Number(text), epoch) : null;
  if (!serial) return null;
  return { ...serial, notes: typeof cell === 'number' ? [] : [doubt(`Ô ghi số ${text}, hiểu là ${print(serial)}.`)] };
}

/** 60 is 1960 or 2060: the latest year that is not after the last one possible. */
function withWholeYear(found: Found, lastYear: number): Found {
  if (!found.isShortYear) return found;
  const year = 2000 + found.year <= lastYear ? 2000 + found.year : 1900 + found.year;
  const figures = String(found.year).padStart(2, '0');
  return {
    ...found,
    year,
    notes: [...found.notes, doubt(`Năm chỉ ghi hai chữ số ${quoted(figures)}, hiểu là ${year}.`)],
  };
}

/** Month 13 to 18 says that the two have changed places; both up to 12 say nothing, unless the column is suspected. */
function inOrder(found: Found, { swapSuspected = false }: DayContext): Found {
  const { year, month, day, notes } = found;
  if (month === null || day === null) return found;
  if (month > 12 && isCalendarDay(year, day, month)) {
    const turned = { ...found, month: day, day: month };
    return { ...turned, notes: [...notes, doubt(`Không có tháng ${month}, hiểu là ${print(turned)}.`)] };
  }
  if (!swapSuspected || day > 12 || day === month || !isCalendarDay(year, month, day)) return found;
  const question = `Ngày và tháng trong cột này có thể bị đảo: ${print(found)} hay ${print({ year, month: day, day: month })}.`;
  return { ...found, notes: [...notes, doubt(question)] };
}

function resolve(cell: Cell, context: DayContext, lastYear: number): Found | string {
  const found = find(cell, context);
  if (!found) return `${quoted(textOf(cell))} không phải là ngày tháng.`;
  const whole = inOrder(withWholeYear(found, lastYear), context);
  const { year, month, day } = whole;
  if (!isCalendarDay(year, month ?? 1, month === null ? 1 : (day ?? 1))) {
    return `Không có ngày ${print(whole)} trong lịch.`;
  }
  return year < 1900 || year > 2100 ? `Năm ${year} không hợp lý.` : whole;
}

const iso = ({ year, month, day }: SaidDay): string | null =>
  month === null || day === null ? null : `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** A whole day, as `yyyy-mm-dd`: of admission, of full membership, of exemption. */
export function readDay(cell: Cell, context: DayContext): Reading<string> {
  if (isBlank(cell)) return blank;
  const found = resolve(cell, context, Number(context.today.slice(0, 4)));
  if (typeof found === 'string') return wrong(found);
  const day = iso(found);
  if (!day) return wrong(`${quoted(textOf(cell))} chưa đủ ngày, tháng, năm.`);
  const ahead = day > context.today ? [doubt(`Ngày ${print(found)} chưa tới.`)] : [];
  return read(day, ...found.notes, ...ahead);
}

/** 1952 typed into a cell that shows days stands there as 05/05/1905, its 1952nd day: nobody who is listed is that old. */
function yearAsDay(cell: Cell, { epoch = 1900 }: DayContext, lastYear: number): number | null {
  if (!(cell instanceof Date) || epoch !== 1900) return null;
  const serial = (cell.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000;
  return Number.isInteger(serial) && serial >= 1900 && serial <= lastYear ? serial : null;
}

/** The age of admission (Điều lệ Đảng): who is younger cannot be in the list. */
const youngest = 18;

/** A day of birth, or the year where no more is known. */
export function readBirth(cell: Cell, context: DayContext): Reading<Birth> {
  if (isBlank(cell)) return blank;
  const thisYear = Number(context.today.slice(0, 4));
  const typed = yearAsDay(cell, context, thisYear - youngest);
  if (typed !== null)
    return read({ day: null, year: typed }, restored(`Ô định dạng ngày, đã gõ ${typed}: hiểu là năm sinh ${typed}.`));
  const found = resolve(cell, context, thisYear - youngest);
  if (typeof found === 'string') return wrong(found);
  const { year, month, notes } = found;
  const day = iso(found);
  if ((day ?? String(year)) > context.today) return wrong(`Ngày sinh ${print(found)} chưa tới.`);
  if (!day && month !== null) notes.push(doubt(`Chỉ có tháng ${month}/${year}, ghi năm sinh ${year}.`));
  if (thisYear - year < youngest) notes.push(doubt(`Sinh năm ${year}, chưa đủ ${youngest} tuổi.`));
  if (thisYear - year > 105) notes.push(doubt(`Sinh năm ${year}, nay ${thisYear - year} tuổi.`));
  return read({ day, year }, ...notes);
}

/**
 * Whether day and month may have changed places in a column of days. Excel with American settings turns 5/3/1960 into
 * 3 May and leaves 13/5/1960 as text: then no real day is after the 12th and all texts are. A text such as 5/13/1960
 * says it as well.
 */
export function suspectsSwap(column: Cell[]): boolean {
  const real = column.filter((cell) => cell instanceof Date);
  const texts = column.flatMap((cell) => (typeof cell === 'string' ? (saidDay(cell) ?? []) : []));
  const whole = texts.filter(({ month, day }) => month !== null && day !== null);
  if (whole.some(({ year, month, day }) => (month ?? 0) > 12 && isCalendarDay(year, day ?? 0, month ?? 0))) return true;
  const isTurned = real.every((day) => day.getUTCDate() <= 12) && whole.every(({ day }) => (day ?? 0) > 12);
  return isTurned && real.length > 1 && whole.length > 1;
}
