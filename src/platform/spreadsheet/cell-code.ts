/** What a cell holds. A formula has its last result as Excel saved it. */
export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'formula' | 'error' | 'empty';

/** A stretch of a text in one typeface. */
export interface TextRun {
  text: string;
  fontName: string | null;
}

/** How cells look: index 0 is what a file's reader calls its default. */
export interface CellStyle {
  fontName?: string;
  /** Number format as Excel writes it (`dd/mm/yyyy`, `00000000`), nothing for General. */
  format?: string;
}

/** What a cell holds: text, number, date, boolean, error, nothing. */
export type ValueLetter = 't' | 'n' | 'd' | 'b' | 'e' | '';
/** Before it an `f` where a formula gave it. */
export type CellLetter = ValueLetter | `f${ValueLetter}`;

/** One cell on its way from the reading process, as JSON: column (1 = A), what, text, style, day number of a date, runs. */
export type CellCode = [
  column: number,
  letter: CellLetter,
  text: string,
  style?: number,
  serial?: number | null,
  runs?: TextRun[],
];

/** One row on its way: its number as Excel shows it, 1 if hidden, cells in the order of their columns. */
export type RowCode = [number: number, hidden: 0 | 1, cells: CellCode[]];

export interface MergedRange {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** Columns from one to another, both included. */
export interface ColumnSpan {
  from: number;
  to: number;
}

/** What a file holds besides cells, and was not read. */
export interface LeftOut {
  pictures: number;
  charts: number;
  /** Sheets that have comments, however many. */
  commentedSheets: number;
  /** Names of sheets without cells: charts, dialogs. */
  sheets: string[];
}

export type SheetFormat = 'xlsx' | 'xls' | 'ods' | 'xml' | 'html' | 'text';

/** What is known of a sheet after its rows. */
export interface SheetEnd {
  /** Where a format says it after the rows. */
  isHidden?: boolean;
  hiddenColumns: ColumnSpan[];
  merges: MergedRange[];
}

export type ReaderMessage =
  | { type: 'sheet'; name: string; isHidden: boolean }
  | { type: 'rows'; bytes: Uint8Array }
  | { type: 'sheet-end'; rowCount: number; columnCount: number; end: SheetEnd }
  | { type: 'progress'; done: number; rows: number }
  | { type: 'read'; format: SheetFormat; styles: CellStyle[]; leftOut: LeftOut }
  | { type: 'refused'; code: string; details: Record<string, string | number>; stack: string };
