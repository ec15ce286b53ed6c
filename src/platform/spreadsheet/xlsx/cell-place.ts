import type { MergedRange } from '../cell-code.ts';
import { LAST_COLUMN, LAST_ROW } from '../limits.ts';

export interface Place {
  row: number;
  column: number;
}

/** `AB12` → column 28, row 12. @returns null for what is no cell of a sheet */
export function placeOf(reference: string): Place | null {
  let column = 0;
  let at = 0;
  for (; at < reference.length && at < 4; at += 1) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  const digits = reference.slice(at);
  const row = /^\d{1,7}$/.test(digits) ? Number(digits) : 0;
  return column >= 1 && column <= LAST_COLUMN && row >= 1 && row <= LAST_ROW ? { row, column } : null;
}

/** `A1:C3`. @returns null for what is no range of several cells */
export function rangeOf(reference: string): MergedRange | null {
  const [from = '', to = ''] = reference.replaceAll('$', '').split(':');
  const start = placeOf(from);
  const end = placeOf(to);
  if (!start || !end || end.row < start.row || end.column < start.column) return null;
  if (end.row === start.row && end.column === start.column) return null;
  return { top: start.row, left: start.column, bottom: end.row, right: end.column };
}
