import { type ImportField, importFields, nationalExport, otherNames, unsureNames } from './fields.js';
import { isIndexRow, sectionOf } from './list-rows.js';
import { fold, tidy } from './tidy-text.js';

export interface HeadColumn {
  /** From 0, as in the rows given. */
  column: number;
  /** The head as it stands; of two rows joined by a blank. */
  title: string;
  field: ImportField;
  /** `exact`: a head of the national export; `synonym`: another known one; `guessed`: for a person to confirm. */
  found: 'exact' | 'synonym' | 'guessed';
}

export interface Head {
  /** First row of the head, and how many rows it takes. */
  row: number;
  depth: 1 | 2;
  /** The first row that may hold a member: past the head and past a row of column numbers. */
  firstDataRow: number;
  /** One column a field. */
  columns: HeadColumn[];
  /** Columns with a head that means nothing here, or what another column says already. */
  unknown: { column: number; title: string }[];
}

type Meaning = Pick<HeadColumn, 'field' | 'found'>;

/** Every known head, folded. */
const meanings = new Map<string, Meaning>();
const unsure = new Set(unsureNames.map(fold));
const foreign = otherNames.map(fold);

for (const [key, { label, alsoCalled }] of Object.entries(importFields)) {
  const field = key as ImportField;
  for (const name of [label, ...alsoCalled].map(fold)) {
    const found = unsure.has(name) ? 'guessed' : 'synonym';
    meanings.set(name, { field, found: name === fold(label) && nationalExport.includes(field) ? 'exact' : found });
  }
}

/** Longest first: “so the dang vien cu” begins with “so the dang vien” before it begins with “so the”. */
const beginnings = [...meanings.keys()]
  .filter((name) => name.includes(' ') && !unsure.has(name))
  .sort((a, b) => b.length - a.length);

function meaningOf(title: string): Meaning | null {
  const plain = fold(title.replace(/\([^)]*\)|\*/g, ' '));
  const known = meanings.get(plain) ?? meanings.get(fold(title));
  if (known) return known;
  if (foreign.some((name) => plain.startsWith(name))) return null;
  const beginning = beginnings.find((name) => plain.startsWith(`${name} `));
  const meaning = beginning && meanings.get(beginning);
  return meaning ? { field: meaning.field, found: 'guessed' } : null;
}

const cellAt = (rows: string[][], row: number, column: number): string => tidy(rows[row]?.[column] ?? '');

/** The heads of a row; of two, each lower one behind the upper one that spans it. */
function titlesOf(rows: string[][], row: number, depth: 1 | 2): string[] {
  const width = Math.max(...rows.slice(row, row + depth).map((cells) => cells.length), 0);
  let spanning = '';
  return Array.from({ length: width }, (_, column) => {
    const upper = cellAt(rows, row, column);
    const lower = depth === 2 ? cellAt(rows, row + 1, column) : '';
    spanning = upper || (lower ? spanning : '');
    return lower && lower !== upper ? `${spanning} ${lower}`.trim() : upper;
  });
}

const rank = { exact: 0, synonym: 1, guessed: 2 };

/** The better-known head has the field; of two alike, the one to the left. */
function withoutRepeats(columns: HeadColumn[]): HeadColumn[] {
  const best = new Map<ImportField, HeadColumn>();
  for (const column of columns) {
    const other = best.get(column.field);
    if (!other || rank[column.found] < rank[other.found]) best.set(column.field, column);
  }
  return columns.filter((column) => best.get(column.field) === column);
}

const betterOf = (whole: Meaning | null, lower: Meaning | null): Meaning | null =>
  whole && lower && rank[lower.found] < rank[whole.found] ? lower : (whole ?? lower);

function columnsOf(rows: string[][], row: number, depth: 1 | 2): { all: HeadColumn[]; titles: string[] } {
  const titles = titlesOf(rows, row, depth);
  const all = titles.flatMap((title, column): HeadColumn[] => {
    const lower = depth === 2 ? cellAt(rows, row + 1, column) : '';
    const meaning = betterOf(meaningOf(title), meaningOf(lower));
    return meaning ? [{ column, title, ...meaning }] : [];
  });
  return { all, titles };
}

/** “Nam” alone is a heading of many things; only beside “Nữ” is it a mark of sex. */
function withoutLoneMarks(columns: HeadColumn[]): HeadColumn[] {
  const has = (field: ImportField): boolean => columns.some((column) => column.field === field);
  const isPair = has('markOfMen') && has('markOfWomen');
  return isPair ? columns : columns.filter(({ field }) => field !== 'markOfMen' && field !== 'markOfWomen');
}

/**
 * A head over two columns of which the second holds given names: the first is the family's part. The second column
 * has the same head, where the cell is merged, or none; most of its rows hold words, and not those of the first.
 */
function withSplitName(columns: HeadColumn[], titles: string[], below: string[][]): HeadColumn[] {
  const name = columns.find(({ field }) => field === 'fullName');
  const next = (name?.column ?? 0) + 1;
  const title = titles[next] ?? '';
  if (!name || (title !== '' && title !== name.title)) return columns;
  const given = below.filter((row) => {
    const text = tidy(row[next] ?? '');
    return /^\p{L}[\p{L}\p{M}' -]*$/u.test(text) && text !== tidy(row[name.column] ?? '');
  });
  if (given.length <= below.length / 2) return columns;
  const parts: HeadColumn[] = [
    { ...name, field: 'familyNames', found: 'guessed' },
    { column: next, title, field: 'givenName', found: 'guessed' },
  ];
  return columns.filter(({ column }) => column !== name.column && column !== next).concat(parts);
}

/** A cell that is announced for the rows below it: no part of the head, however much of the head is empty there. */
function isSection(cells: string[]): boolean {
  const section = sectionOf(cells);
  return section !== null && !meanings.has(fold(section));
}

/** A day, a year or a number under a head that is known: a member, even one whose name is missing. */
const isSaid = (rows: string[][], row: number, upper: HeadColumn[]): boolean =>
  upper.some(({ column, title }) => {
    const below = cellAt(rows, row + 1, column);
    return below !== title && /\d{4}|\d[/.-]\d/.test(below);
  });

/** In a head of two rows the number and the name reach over both, or have heads under them; else it is a member. */
function isHeadBelow(rows: string[][], row: number, upper: HeadColumn[]): boolean {
  if (isSection(rows[row + 1] ?? []) || isSaid(rows, row, upper)) return false;
  const columns = upper.filter(({ field }) => ['ordinal', 'fullName', 'citizenNumber', 'cardNumber'].includes(field));
  const isTall = columns.every(({ column, title }) => {
    const below = cellAt(rows, row + 1, column);
    return below === '' || below === title || meaningOf(below) !== null;
  });
  return columns.length > 0 && isTall;
}

function headAt(rows: string[][], row: number): Head | null {
  const single = columnsOf(rows, row, 1);
  const double = columnsOf(rows, row, 2);
  const singleFields = withoutRepeats(single.all).length;
  const doubleFields = withoutRepeats(double.all).length;
  const isDouble =
    doubleFields >= singleFields && isHeadBelow(rows, row, single.all) && hasTextBelow(rows, row, double.all);
  const { all, titles } = isDouble ? double : single;
  const depth = isDouble ? 2 : 1;
  const firstDataRow = row + depth + (isIndexRow(rows[row + depth] ?? []) ? 1 : 0);
  const below = rows.slice(firstDataRow, firstDataRow + 20);
  const columns = withoutLoneMarks(withoutRepeats(withSplitName(all, titles, below))).sort(
    (a, b) => a.column - b.column,
  );
  const taken = new Set(columns.map(({ column }) => column));
  const unknown = titles.flatMap((title, column) => (title && !taken.has(column) ? [{ column, title }] : []));
  return { row, depth, firstDataRow, columns, unknown };
}

function hasTextBelow(rows: string[][], row: number, columns: HeadColumn[]): boolean {
  return columns.some(({ column }) => {
    const lower = cellAt(rows, row + 1, column);
    return lower !== '' && lower !== cellAt(rows, row, column);
  });
}

const worth = ({ columns }: Head): number => columns.reduce((sum, { found }) => sum + 3 - rank[found], 0);

/** How far down a head is looked for: titles and the names of the offices stand above it. */
const deepest = 30;

/**
 * Finds the head of a list of members: below titles, in one row or two, columns in any order. null where no row of
 * the first 30 has a name and something else.
 * @param rows all rows of the sheet as Unicode text; of merged cells the first or each holds the text
 */
export function recogniseHeaders(rows: string[][]): Head | null {
  const heads = rows.slice(0, deepest).flatMap((_, row) => headAt(rows, row) ?? []);
  const named = heads.filter(({ columns }) => {
    const fields = columns.map(({ field }) => field);
    return fields.length > 1 && (fields.includes('fullName') || fields.includes('givenName'));
  });
  return named.reduce<Head | null>((best, head) => (!best || worth(head) > worth(best) ? head : best), null);
}
