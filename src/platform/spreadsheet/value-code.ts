import type { CellCode, ValueLetter } from './cell-code.ts';
import { isoFromSerial } from './number-format.ts';

/** A number, or a date where its style shows one. @param written the number as the file has it */
export function numberCode(
  column: number,
  written: string,
  style: number,
  { isDate, isFrom1904 }: { isDate: boolean; isFrom1904: boolean },
): CellCode {
  const number = Number(written);
  const date = isDate ? isoFromSerial(number, isFrom1904) : null;
  return date === null ? [column, 'n', written, style] : [column, 'd', date, style, number];
}

const clock = /^\d\d:\d\d/;
const day = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?$/;

/** A date that is written as ISO 8601 text: without a midnight, fractions and zone that nobody meant. */
export function isoCode(column: number, written: string, style: number): CellCode {
  const plain = written.replace(/(\.\d+)?Z?$/, '').replace(/T00:00(:00)?$/, '');
  return day.test(plain) || clock.test(plain) ? [column, 'd', plain, style] : [column, 't', written, style];
}

/** The same cell as what a formula gave. */
export const asFormula = (code: CellCode): CellCode => code.with(1, `f${code[1] as ValueLetter}`) as CellCode;
