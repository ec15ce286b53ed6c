/**
 * The document model: a paper is built once as a tree and rendered by three renderers, so that PDF, Word and
 * Excel cannot disagree. Text is NFC; lengths in the tree are millimetres, sizes are points.
 * Where an element stands and how large it is belongs to the layout profile, not to the tree.
 */
export interface Run {
  text: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
}

/** The head of an official Party document (domain facts §1.3). */
export interface Letterhead {
  type: 'letterhead';
  /** Capitals are made by the renderer; a line break chosen by sense may be given as "\n". */
  superiorBody: string;
  issuingBody: string;
  /** For example `Số 05-BC/ĐU`; a draft leaves the number open. */
  number: string;
  placeAndDate: string;
  /** For example `Dự thảo lần 1`; absent on an issued paper. */
  draftMark?: string;
}

/** Document type in capitals, the matter under it, and five hyphens. */
export interface Title {
  type: 'title';
  documentType: string;
  /** The matter (trích yếu); "\n" is a break chosen by sense. */
  subject: string;
}

export interface Heading {
  type: 'heading';
  /** 1: `I- KẾT QUẢ`; 2: `1. Tổ chức học tập`. */
  level: 1 | 2;
  text: string;
}

export interface Paragraph {
  type: 'paragraph';
  runs: Run[];
  align?: 'justify' | 'left' | 'center';
  /** False for a paragraph whose first line starts at the margin. Default true. */
  isIndented?: boolean;
}

/** Centred lines above a table or list: `PHỤ LỤC`, its name in bold, and a source line in italic. */
export interface Caption {
  type: 'caption';
  title: string;
  subtitle?: string;
  source?: string;
}

export type CellValue = string | number | null;

export interface Column {
  key: string;
  /** Width in millimetres. */
  width: number;
  align: 'left' | 'center' | 'right';
  /** How numbers print: `integer` 35.599; `rate` a fraction printed as a percentage with two decimals (96,07). null prints `–` in a rate column, nothing elsewhere. */
  format?: 'text' | 'integer' | 'rate';
}

export interface HeadCell {
  text: string;
  colspan?: number;
  rowspan?: number;
  style?: 'bold' | 'italic';
}

export interface TableRow {
  cells: CellValue[];
  style?: 'total' | 'subtotal' | 'normal';
  /**
   * For a total in Excel: which rows of this table (indexes in `rows`) it sums, so that the spreadsheet carries a
   * formula. The printed value is always `cells`.
   */
  sums?: number[];
}

export interface Table {
  type: 'table';
  /** Name of the sheet in Excel, at most 31 characters. */
  name: string;
  columns: Column[];
  /** Rows of the head, repeated on every page. A cell that spans is given once. */
  head: HeadCell[][];
  rows: TableRow[];
  /** Excel only: rate columns as formulas of two other columns, `{ rate: ['present', 'summoned'] }`. */
  rateOf?: Record<string, [numerator: string, denominator: string]>;
  /** Height of a row in mm where pens must write; otherwise as the text needs. */
  rowHeight?: number;
  /** One of `given`: in this text column the last word of the name is printed bold. */
  emphasis?: Record<string, 'last-word'>;
  /** Sentence under the table. */
  note?: string;
}

/** Recipients at the left, signing power, post and name at the right; one piece. */
export interface SignatureBlock {
  type: 'signature';
  recipients: string[];
  power: string;
  post: string;
  signer: string;
}

export type Block = Letterhead | Title | Heading | Paragraph | Caption | Table | SignatureBlock;

export interface Section {
  orientation: 'portrait' | 'landscape';
  blocks: Block[];
}

export interface PaperDocument {
  /** Name for the file's properties. */
  title: string;
  /** Stable key of the report, e.g. `result-report`. */
  report: string;
  /** Who made it, for the file's properties. */
  author?: string;
  /** Written into the file's properties, so that the same data give the same bytes. */
  createdAt: Date;
  sections: Section[];
}
