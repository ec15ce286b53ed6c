import { inflateRawSync } from 'node:zlib';
import type {
  CellCode,
  CellKind,
  CellStyle,
  ColumnSpan,
  LeftOut,
  MergedRange,
  RowCode,
  SheetFormat,
  TextRun,
} from './cell-code.ts';
import { type Covering, coveringOf, MergeWalk } from './merge-walk.ts';

export interface SheetCell {
  /** 1 = A; of a merged range its left column. */
  column: number;
  kind: CellKind;
  /** What a formula gave when the file was last saved; of any other cell its kind. */
  result: Exclude<CellKind, 'formula'>;
  /**
   * As stored: nothing trimmed, replaced or composed. A number as the file writes it (`0.5`, `1E+20`), a boolean `TRUE` or
   * `FALSE`, an error `#N/A`, a date `1950-01-02`, `1950-01-02T14:00:00` or, below one day, `14:00:00`.
   */
  text: string;
  /** Of numbers, booleans (0, 1) and dates (days in the file's own date system; null where it has none, as in .ods). */
  number: number | null;
  /** Number format as Excel writes it; null for General and where the file has none. */
  format: string | null;
  /** Typeface of the cell, by which the encoding of an old text is known (`.VnTime`, `VNI-Times`). */
  fontName: string | null;
  /** The text in stretches, where it has more than one typeface or another one than its cell. */
  runs: TextRun[];
  /** Where the range begins, for a cell that is read through a merged range and holds nothing itself. */
  mergedFrom: { row: number; column: number } | null;
}

const kinds: Record<string, Exclude<CellKind, 'formula'>> = {
  t: 'text',
  n: 'number',
  d: 'date',
  b: 'boolean',
  e: 'error',
};

const plain = { number: null, format: null, fontName: null, runs: [], mergedFrom: null };
const emptyCell = (column: number): SheetCell => ({ ...plain, column, kind: 'empty', result: 'empty', text: '' });

function numberOf(result: CellKind, text: string, serial: number | null): number | null {
  if (result === 'number') return Number(text);
  if (result === 'boolean') return text === 'TRUE' ? 1 : 0;
  return serial;
}

function cellFrom(
  [column, letter, text, style = 0, serial = null, runs = []]: CellCode,
  styles: CellStyle[],
): SheetCell {
  const result = kinds[letter.at(-1) ?? ''] ?? 'empty';
  const { fontName = null, format = null } = styles[style] ?? {};
  const kind = letter.startsWith('f') ? 'formula' : result;
  const number = numberOf(result, text, serial);
  return { column, kind, result, text, number, format, fontName, runs, mergedFrom: null };
}

/** A row that holds something. */
export class SheetRow {
  constructor(
    /** As Excel shows it, from 1. */
    readonly number: number,
    readonly isHidden: boolean,
    /** The cells that hold something, in the order of their columns. */
    readonly cells: readonly SheetCell[],
    private readonly covering: readonly Covering<SheetCell>[],
  ) {}

  /** The cell of a column, an empty one where nothing is; a merged range is readable over all of its columns and rows. */
  cell(column: number): SheetCell {
    const own = this.cells.find((cell) => cell.column === column);
    return own ?? this.throughMerge(column) ?? emptyCell(column);
  }

  private throughMerge(column: number): SheetCell | null {
    const found = coveringOf(this.covering, this.number, column);
    if (!found?.anchor) return null;
    return { ...found.anchor, mergedFrom: { row: found.range.top, column: found.range.left } };
  }
}

/** What is held of a sheet: its rows stay packed until they are asked for, since 100.000 rows of objects are too many. */
export interface SheetContent {
  name: string;
  isHidden: boolean;
  batches: Uint8Array[];
  rowCount: number;
  columnCount: number;
  hiddenColumns: ColumnSpan[];
  merges: MergedRange[];
}

export class Sheet {
  readonly name: string;
  /** Hidden in Excel, or "very hidden". */
  readonly isHidden: boolean;
  /** The last row and column that hold something; 0 for an empty sheet. */
  readonly rowCount: number;
  readonly columnCount: number;
  readonly hiddenColumns: readonly ColumnSpan[];
  readonly merges: readonly MergedRange[];
  private readonly batches: readonly Uint8Array[];

  constructor(
    content: SheetContent,
    private readonly styles: CellStyle[],
  ) {
    this.name = content.name;
    this.isHidden = content.isHidden;
    this.rowCount = content.rowCount;
    this.columnCount = content.columnCount;
    this.hiddenColumns = content.hiddenColumns;
    this.merges = content.merges;
    this.batches = content.batches;
  }

  isColumnHidden(column: number): boolean {
    return this.hiddenColumns.some(({ from, to }) => from <= column && column <= to);
  }

  /** The rows that hold something, from the top, anew at each call. Of a long sheet take some, then let others have the thread. */
  *rows(): Generator<SheetRow, void, undefined> {
    const walk = new MergeWalk<SheetCell>(this.merges);
    for (const batch of this.batches) {
      const codes = JSON.parse(inflateRawSync(batch).toString()) as RowCode[];
      for (const [number, hidden, cellCodes] of codes) {
        const cells = cellCodes.map((code) => cellFrom(code, this.styles));
        yield new SheetRow(number, hidden === 1, cells, walk.enter(number, cells));
      }
    }
  }
}

/** A spreadsheet as it was sent: what its cells hold, and nothing about what they mean. */
export interface SheetFile {
  fileName: string;
  /** What the bytes are, whatever the file is called. */
  format: SheetFormat;
  sheets: Sheet[];
  leftOut: LeftOut;
}
