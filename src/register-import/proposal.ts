import { type Head, recogniseHeaders } from '../members/import/headers.js';
import type { ImportField } from '../members/import/fields.js';
import { isIndexRow, isTotalRow, sectionOf } from '../members/import/list-rows.js';
import { fold, tidy } from '../members/import/tidy-text.js';
import { gently } from './gently.js';
import { maskedText } from './masked-text.js';
import type { CellNames } from './cell-names.js';
import { markOfLine } from '../files/inspection/secrecy-mark.js';
import type { Sheet, SheetFile, SheetRow } from '../platform/spreadsheet/sheet-file.js';
import type { CellReading, ColumnReading, EncodingReading, Reading, SheetSummary } from './reading.types.js';
import { type Encodings, encodingsOf, findEncodings, textsOf } from './sheet-text.js';
import { SecretListError } from './register-import.errors.js';

/** What a person has said already; all else is found. */
export interface Wish {
  sheet?: string;
  headRow?: number | null;
  headDepth?: 1 | 2;
  encodings?: Pick<EncodingReading, 'font' | 'encoding'>[];
  /** Of this very sheet and head. */
  columns?: Pick<ColumnReading, 'column' | 'field'>[];
}

export interface Known {
  cells: CellNames;
  /** Heads that somebody of the office has explained before: folded title → field. */
  heads: ReadonlyMap<string, ImportField>;
  today: string;
}

interface Top {
  rows: SheetRow[];
  texts: string[][];
}

/** Rows in which a head is looked for, and those below by which it is judged. */
const DEEP = 60;

export const headKey = (title: string): string => fold(title).slice(0, 500);

function topOf(sheet: Sheet, encodings: Encodings): Top {
  const rows: SheetRow[] = [];
  for (const row of sheet.rows()) {
    rows.push(row);
    if (rows.length === DEEP) break;
  }
  return { rows, texts: rows.map((row) => textsOf(row, Math.min(sheet.columnCount, 200), encodings)) };
}

/** Above a list, or anywhere in its first rows: a stamp that it must not have here. */
function refuseSecret({ texts }: Top): void {
  if (texts.flat().some((text) => markOfLine(text) !== null)) throw new SecretListError();
}

function sheetOf(file: SheetFile, wish: Wish): { sheet: Sheet; summaries: SheetSummary[] } {
  const headed = new Map(
    file.sheets.map((sheet) => {
      const top = topOf(sheet, encodingsOf(findEncodings(sheet)));
      refuseSecret(top);
      return [sheet, recogniseHeaders(top.texts) !== null];
    }),
  );
  const summaries = file.sheets.map((sheet) => ({
    ...{ name: sheet.name, isHidden: sheet.isHidden, rows: sheet.rowCount, hasHead: headed.get(sheet) ?? false },
  }));
  const named = file.sheets.find(({ name }) => name === wish.sheet);
  const visible = file.sheets.filter(({ isHidden }) => !isHidden);
  const first = visible.find((sheet) => headed.get(sheet)) ?? visible[0] ?? file.sheets[0];
  const sheet = named ?? first;
  if (!sheet) throw new Error('a spreadsheet without sheets');
  return { sheet, summaries };
}

/** The head at a row that a person names: what its titles mean is still found by them. */
function headAt({ rows, texts }: Top, headRow: number, depth: 1 | 2): Head | null {
  const at = rows.findIndex(({ number }) => number === headRow);
  const titles = texts[at];
  if (!titles) return null;
  const found = recogniseHeaders(texts.slice(at, at + depth + 20));
  if (found?.row === 0 && found.depth === depth) return { ...found, row: at, firstDataRow: at + found.firstDataRow };
  const lower = depth === 2 ? (texts[at + 1] ?? []) : [];
  const unknown = titles
    .map((title, column) => ({
      column,
      title: tidy(`${title} ${lower[column] === title ? '' : (lower[column] ?? '')}`),
    }))
    .filter(({ title }) => title !== '');
  const below = isIndexRow(texts[at + depth] ?? []) ? 1 : 0;
  return { row: at, depth, firstDataRow: at + depth + below, columns: [], unknown };
}

function columnsOf(head: Head, below: string[][], known: Known): ColumnReading[] {
  const all = [...head.columns, ...head.unknown.map((column) => ({ ...column, field: null, found: null }))].toSorted(
    (a, b) => a.column - b.column,
  );
  const taken = new Set<ImportField | null>(
    head.columns.filter(({ found }) => found !== 'guessed').map(({ field }) => field),
  );
  return all.map(({ column, title, field, found }) => {
    const remembered = found === null || found === 'guessed' ? known.heads.get(headKey(title)) : undefined;
    const samples = [...new Set(below.map((texts) => texts[column] ?? '').filter(Boolean))].slice(0, 3).map(maskedText);
    const at = { column: column + 1, title, samples };
    if (remembered && !taken.has(remembered)) {
      taken.add(remembered);
      return { ...at, field: remembered, found: 'remembered' as const };
    }
    return { ...at, field, found };
  });
}

/** With what a person said of columns. */
export function byHand(columns: ColumnReading[], choices: Wish['columns'] = []): ColumnReading[] {
  return columns.map((column) => {
    const choice = choices.find((each) => each.column === column.column);
    if (!choice || choice.field === column.field) return column;
    return { ...column, field: choice.field, found: choice.field === null ? null : 'by-hand' };
  });
}

/** The names of cells that a list gives, in a column or as rows above their people, and how often. */
async function cellsNamed(
  sheet: Sheet,
  { columns, firstRow }: Pick<Reading, 'columns' | 'firstRow'>,
  encodings: Encodings,
): Promise<{ names: Map<string, number>; dataRows: number }> {
  const names = new Map<string, number>();
  const note = (name: string | undefined, count: number): void => {
    if (name) names.set(name, count + (names.get(name) ?? 0));
  };
  const placeOf = (field: ImportField): number => (columns.find((each) => each.field === field)?.column ?? 0) - 1;
  const cell = placeOf('cell');
  let dataRows = 0;
  for await (const row of gently(sheet.rows())) {
    if (row.number < firstRow) continue;
    const texts = textsOf(row, Math.min(sheet.columnCount, 200), encodings);
    const section = cell < 0 ? sectionOf(texts) : null;
    if (section) note(section, 0);
    if (section || isTotalRow(texts) || texts.filter(Boolean).length < 2) continue;
    dataRows += 1;
    note(texts[cell], 1);
  }
  return { names, dataRows };
}

/** What a file means, as far as a machine can tell. @throws SecretListError */
export async function propose(
  file: SheetFile,
  known: Known,
  wish: Wish,
): Promise<{ sheets: SheetSummary[]; reading: Reading }> {
  const { sheet, summaries } = sheetOf(file, wish);
  const forced = encodingsOf(wish.encodings ?? []);
  const found = findEncodings(sheet, forced);
  const encodings = encodingsOf(found);
  const top = topOf(sheet, encodings);
  const head = wish.headRow ? headAt(top, wish.headRow, wish.headDepth ?? 1) : recogniseHeaders(top.texts);
  const empty: Reading = {
    ...{ sheet: sheet.name, headRow: null, headDepth: 1, firstRow: 1, columns: [], encodings: found, cells: [] },
    ...{ cellForAll: null, from: known.today, dataRows: 0 },
  };
  if (!head) return { sheets: summaries, reading: empty };
  const firstRow = (top.rows[head.firstDataRow - 1]?.number ?? 0) + 1;
  const columns = byHand(columnsOf(head, top.texts.slice(head.firstDataRow), known), wish.columns);
  const { names, dataRows } = await cellsNamed(sheet, { columns, firstRow }, encodings);
  const reading: Reading = {
    ...{ ...empty, headRow: top.rows[head.row]?.number ?? null, headDepth: head.depth, firstRow, columns, dataRows },
    cells: [...names].map(([name, rows]): CellReading => ({ name, rows, ...known.cells.find(name) })),
  };
  return { sheets: summaries, reading };
}
