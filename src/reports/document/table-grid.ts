import type { CellValue, Column, HeadCell, Table, TableRow } from './document.js';
import { formatInteger, formatRateBare } from './vietnamese-format.js';

/** A cell of the head at its place in the grid; row and column count from 0. */
export interface PlacedHeadCell {
  cell: HeadCell;
  row: number;
  column: number;
  colspan: number;
  rowspan: number;
}

/** A table that cannot be laid out; the message names the table and what is wrong. */
export class TableShapeError extends Error {
  readonly code = 'document.table-shape';

  constructor(table: Table, reason: string) {
    super(`Table "${table.name}": ${reason}`);
  }
}

/**
 * Places the head's cells in the grid as HTML does: each takes the first free columns of its row. Throws a
 * TableShapeError where a row has too many cells or leaves a hole.
 */
export function placeHead(table: Table): PlacedHeadCell[] {
  const width = table.columns.length;
  const taken = table.head.map(() => Array.from({ length: width }, () => false));
  const placed = table.head.flatMap((cells, row) => cells.map((cell) => placeCell(table, taken, cell, row)));
  taken.forEach((columns, row) => {
    if (columns.includes(false)) throw new TableShapeError(table, `row ${row + 1} of the head leaves a column empty`);
  });
  return placed;
}

function placeCell(table: Table, taken: boolean[][], cell: HeadCell, row: number): PlacedHeadCell {
  const { colspan = 1, rowspan = 1 } = cell;
  const column = taken[row]?.indexOf(false) ?? -1;
  for (let r = row; r < row + rowspan; r += 1) {
    const columns = taken[r];
    for (let c = column; c < column + colspan; c += 1) {
      if (columns?.[c] !== false) {
        throw new TableShapeError(table, `"${cell.text}" in row ${row + 1} of the head does not fit in the grid`);
      }
      columns[c] = true;
    }
  }
  return { cell, row, column, colspan, rowspan };
}

/** The cells of a row beside their columns. Throws a TableShapeError where their numbers differ. */
export function cellsOf(table: Table, row: TableRow): { column: Column; value: CellValue }[] {
  if (row.cells.length !== table.columns.length) {
    throw new TableShapeError(table, `a row has ${row.cells.length} cells for ${table.columns.length} columns`);
  }
  return table.columns.map((column, index) => ({ column, value: row.cells[index] ?? null }));
}

/** What is printed in a cell: `35.599`, `96,07`, `–` for a rate of nobody. Years and serial numbers take no dots. */
export function cellText(value: CellValue, column: Column): string {
  if (typeof value === 'string') return value;
  if (column.format === 'rate') return formatRateBare(value);
  if (value === null) return '';
  return column.format === 'integer' ? formatInteger(value) : String(value);
}

/** A name before its last word, and that word: `Nguyễn Thị ` and `Hoa`. */
export function splitLastWord(text: string): [start: string, last: string] {
  const start = text.slice(0, text.lastIndexOf(' ') + 1);
  return [start, text.slice(start.length)];
}

export const isTotal = (row: TableRow): boolean => row.style === 'total' || row.style === 'subtotal';
