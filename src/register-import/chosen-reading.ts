import { InvalidFieldError } from '../platform/errors/domain-error.js';
import type { KnownCell } from './cell-names.js';
import { byHand } from './proposal.js';
import type { CellReading, ColumnReading, Reading } from './reading.types.js';
import type { ReadingChoiceDto } from './reading-choice.dto.js';
import { NoHeadError, NoNameColumnError, NoRowsError } from './register-import.errors.js';

const placeOfCells = (columns: readonly Pick<ColumnReading, 'column' | 'field'>[]): number | null =>
  columns.find(({ field }) => field === 'cell')?.column ?? null;

/** The same sheet and head: what was said of columns is meant of these. */
export const isSameHead = (known: Reading, { sheet, headRow, headDepth }: ReadingChoiceDto): boolean =>
  sheet === known.sheet && headRow === known.headRow && headDepth === known.headDepth;

/**
 * Another sheet, head, set of letters or column of cells: then titles, samples and names of cells are others, and a person
 * sees them before the check.
 */
export function isOtherReading(known: Reading, dto: ReadingChoiceDto): boolean {
  const isOtherLetters = dto.encodings.some(
    ({ font, encoding }) => known.encodings.find((each) => each.font === font)?.encoding !== encoding,
  );
  const isOtherCells = placeOfCells(byHand(known.columns, dto.columns)) !== placeOfCells(known.columns);
  return !isSameHead(known, dto) || isOtherLetters || isOtherCells;
}

/** @throws NoHeadError, NoNameColumnError, NoRowsError, InvalidFieldError */
export function chosenReading(known: Reading, dto: ReadingChoiceDto, cells: readonly KnownCell[]): Reading {
  if (known.headRow === null) throw new NoHeadError();
  if (known.dataRows === 0) throw new NoRowsError();
  const ids = new Set(cells.map(({ id }) => id));
  requireCells(dto, ids);
  const columns = byHand(known.columns, dto.columns);
  requireOnce(columns);
  if (!columns.some(({ field }) => field === 'fullName' || field === 'givenName')) throw new NoNameColumnError();
  const { cellForAll, from } = dto;
  return { ...known, columns, cells: known.cells.map((cell) => chosenCell(cell, dto)), cellForAll, from };
}

function chosenCell(cell: CellReading, { cells }: ReadingChoiceDto): CellReading {
  const choice = cells.find(({ name }) => name === cell.name);
  if (!choice || choice.cellId === cell.cellId) return cell;
  return { ...cell, cellId: choice.cellId, found: choice.cellId === null ? null : 'by-hand' };
}

function requireCells({ cells, cellForAll }: ReadingChoiceDto, ids: ReadonlySet<string>): void {
  const at = cells.findIndex(({ cellId }) => cellId !== null && !ids.has(cellId));
  if (at >= 0) throw new InvalidFieldError(`cells[${at}].cellId`, 'Không có chi bộ này.');
  if (cellForAll !== null && !ids.has(cellForAll)) throw new InvalidFieldError('cellForAll', 'Không có chi bộ này.');
}

function requireOnce(columns: readonly ColumnReading[]): void {
  const fields = columns.flatMap(({ field }) => field ?? []);
  const twice = fields.find((field, at) => fields.indexOf(field) !== at);
  if (twice) throw new InvalidFieldError('columns', 'Hai cột cùng được chọn là một mục. Mỗi mục chỉ chọn một cột.');
}
