import type { Table, TableRow } from '../document.js';
import { TableShapeError } from '../table-grid.js';

/** Turns an index in `table.rows` into the number of its row in the sheet. */
export type SheetRowOf = (index: number) => number;

/**
 * The sum that stands for a total's cell, as `SUM(C9:C18,C20)`. Throws a TableShapeError where the rows do not add up
 * to the printed value: the spreadsheet would contradict the paper as soon as it is calculated again.
 */
export function sumFormula(
  table: Table,
  row: TableRow,
  columnIndex: number,
  letter: string,
  sheetRow: SheetRowOf,
): string {
  const summed = row.sums ?? [];
  const total = summed.reduce((sum, index) => sum + numberAt(table, table.rows[index], columnIndex), 0);
  const printed = numberAt(table, row, columnIndex);
  if (total !== printed) {
    const key = table.columns[columnIndex]?.key ?? '';
    throw new TableShapeError(table, `the total of column "${key}" prints ${printed}, its rows add up to ${total}`);
  }
  const ranges = consecutive(summed.map(sheetRow)).map(([from, to]) =>
    from === to ? `${letter}${from}` : `${letter}${from}:${letter}${to}`,
  );
  return `SUM(${ranges.join(',')})`;
}

/** The two columns of a rate, as indexes. Throws a TableShapeError for a name that no column has. */
export function ratioColumns(table: Table, [numerator, denominator]: [string, string]): [number, number] {
  return [columnIndexOf(table, numerator), columnIndexOf(table, denominator)];
}

/** Throws a TableShapeError where a printed rate is not the quotient of its two columns. */
export function assertRate(
  table: Table,
  row: TableRow,
  columnIndex: number,
  [numerator, denominator]: [number, number],
): void {
  const below = numberAt(table, row, denominator);
  const quotient = below === 0 ? null : numberAt(table, row, numerator) / below;
  const printed = row.cells[columnIndex] ?? null;
  const agrees = typeof printed === 'number' && quotient !== null && Math.abs(printed - quotient) < 1e-12;
  if (!agrees && printed !== quotient) {
    throw new TableShapeError(table, `a rate prints ${String(printed)}, its columns give ${String(quotient)}`);
  }
}

function columnIndexOf(table: Table, key: string): number {
  const index = table.columns.findIndex((column) => column.key === key);
  if (index < 0) throw new TableShapeError(table, `a rate refers to column "${key}", which is missing`);
  return index;
}

function numberAt(table: Table, row: TableRow | undefined, columnIndex: number): number {
  const value = row?.cells[columnIndex] ?? null;
  if (value === null) return 0;
  if (typeof value === 'number') return value;
  const key = table.columns[columnIndex]?.key ?? '';
  throw new TableShapeError(table, `"${value}" stands in column "${key}", where figures are added`);
}

function consecutive(rows: number[]): [from: number, to: number][] {
  const ranges: [number, number][] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && row === last[1] + 1) last[1] = row;
    else ranges.push([row, row]);
  }
  return ranges;
}
