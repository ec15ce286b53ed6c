import type { LegacyEncoding } from '../members/import/legacy-encoding.js';
import type { ImportField } from '../members/import/fields.js';

export const verdicts = ['new', 'changed', 'same', 'doubtful', 'wrong', 'left-out'] as const;
export type Verdict = (typeof verdicts)[number];

export interface SheetSummary {
  name: string;
  isHidden: boolean;
  /** The last row that holds something. */
  rows: number;
  hasHead: boolean;
}

export interface ColumnReading {
  /** From 1, as in Excel A is. */
  column: number;
  title: string;
  field: ImportField | null;
  /** How the meaning was found; null where there is none. */
  found: 'exact' | 'synonym' | 'guessed' | 'remembered' | 'by-hand' | null;
  /** Some of its cells, numbers masked. */
  samples: string[];
}

export interface EncodingReading {
  /** The typeface; empty for texts without one. */
  font: string;
  encoding: LegacyEncoding | 'none';
  isSure: boolean;
  samples: { before: string; after: string }[];
}

export interface CellReading {
  /** As the list writes it. */
  name: string;
  rows: number;
  cellId: string | null;
  found: 'exact' | 'code' | 'similar' | 'remembered' | 'by-hand' | null;
}

export type Need = 'head' | 'name-column' | 'encoding' | 'cells' | 'unsure-columns';

/** What a list means: proposed by the machine, confirmed by a person. */
export interface Reading {
  sheet: string;
  /** Of the file, from 1; null where none was found. */
  headRow: number | null;
  headDepth: 1 | 2;
  /** The first row that may hold a member. */
  firstRow: number;
  columns: ColumnReading[];
  encodings: EncodingReading[];
  cells: CellReading[];
  /** The cell of all, where the list names none. */
  cellForAll: string | null;
  /** The day from which what is entered holds. */
  from: string;
  /** Rows below the head. */
  dataRows: number;
}

/** One kind of mistake, told once. */
export interface Mistake {
  sentence: string;
  field: ImportField | null;
  rows: number;
  firstRow: number;
}
