import { fold, tidy } from './tidy-text.js';

/** What stands in a cell: text already Unicode, a number, a day that Excel knows as one (UTC), or nothing. */
export type Cell = string | number | Date | null;

/**
 * What a person is told about a cell. `restored`: the value differs from what was typed, visibly; `doubt`: the value
 * is taken, someone should look; `wrong`: there is something in the cell that cannot be taken, and the value is null.
 */
export interface Note {
  kind: 'restored' | 'doubt' | 'wrong';
  /** Vietnamese. Never repeats a citizen number or a phone number: notes are shown and kept (domain §10.37). */
  sentence: string;
}

/** One cell read. A blank cell has no value and no notes. */
export interface Reading<T> {
  value: T | null;
  notes: Note[];
}

export const restored = (sentence: string): Note => ({ kind: 'restored', sentence });
export const doubt = (sentence: string): Note => ({ kind: 'doubt', sentence });

export const blank: Reading<never> = { value: null, notes: [] };
export const read = <T>(value: T, ...notes: Note[]): Reading<T> => ({ value, notes });
export const wrong = (sentence: string): Reading<never> => ({ value: null, notes: [{ kind: 'wrong', sentence }] });

/** The cell as tidy text; a number as its digits, never 1.9E+10. */
export function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return tidy(Number.isInteger(cell) ? BigInt(cell).toString() : String(cell));
}

const wordsForNothing = new Set(['', 'khong', 'khong co', 'chua co', 'chua ro', 'khong ro', 'null', 'n a']);

/** Empty, or one of the signs that offices write for “none”: a dash, dots, “không có”. */
export const isBlank = (cell: Cell): boolean => wordsForNothing.has(fold(textOf(cell)));

/** Of nine figures or more, also with blanks, dots and hyphens between them, the last four. */
export const masked = (text: string): string =>
  text.replace(/\d(?:[\s.-]?\d){8,}/g, (run) => `…${run.replace(/\D/g, '').slice(-4)}`);

/** A text in Vietnamese quotation marks, cut where it is long; of a run of nine figures or more the last four. */
export function quoted(text: string): string {
  const told = masked(text);
  return `“${told.length > 40 ? `${told.slice(0, 39)}…` : told}”`;
}
