import { expect } from 'vitest';
import { DomainError } from '../../../src/platform/errors/domain-error.js';
import { type ReadingOptions, readSheets } from '../../../src/platform/spreadsheet/read-sheets.js';
import type { Sheet, SheetCell } from '../../../src/platform/spreadsheet/sheet-file.js';

const letters = (column: number): string =>
  column > 26
    ? letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);

/** What a sheet holds, by the names of its cells. */
export function cellsOf(sheet: Sheet | undefined): Record<string, SheetCell> {
  const rows = [...(sheet?.rows() ?? [])];
  return Object.fromEntries(rows.flatMap((row) => row.cells.map((cell) => [letters(cell.column) + row.number, cell])));
}

/** The texts of a sheet's cells, by their names. */
export const textsOf = (sheet: Sheet | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(cellsOf(sheet)).map(([place, { text }]) => [place, text]));

/** The cells of the first sheet. */
export const firstCells = async (bytes: Buffer, options?: ReadingOptions): Promise<Record<string, SheetCell>> =>
  cellsOf((await readSheets(bytes, 'danh-sach.xlsx', options)).sheets[0]);

/** The refusal of a file: its code, after a look at its sentence. */
export async function refusalOf(bytes: Buffer, options?: ReadingOptions): Promise<string> {
  const answer = await readSheets(bytes, 'danh-sach.xlsx', options).then(
    () => null,
    (error: unknown) => error,
  );
  if (!(answer instanceof DomainError)) throw new Error(`no refusal but ${String(answer)}`, { cause: answer });
  expect(answer.message).toMatch(/^[A-ZĐ].*\.$/);
  expect(answer.message).not.toMatch(/[{}!]/);
  return answer.code;
}
