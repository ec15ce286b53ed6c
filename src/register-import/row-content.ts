import type { ImportField } from '../members/import/fields.js';

/** What a row says of a member. A key that is missing was not said: a blank cell empties nothing. */
export interface RowValues {
  fullName?: string;
  birthDate?: string;
  birthYear?: number;
  sex?: 'male' | 'female';
  cardNumber?: string;
  /** Whole. Rows are sealed; nothing of this goes out but masked. */
  citizenNumber?: string;
  phone?: string;
  admittedOn?: string;
  officialOn?: string;
  /** The cell where the member takes part, from the reading's day on. */
  cellId?: string;
  cellKind?: 'official' | 'temporary-in';
  residenceCellId?: string;
  exemption?: { from: string; kind: 'old-age' | 'poor-health' };
  awayFrom?: string;
  office?: string;
}

export type RowField = keyof RowValues;

export interface RowNote {
  kind: 'restored' | 'doubt' | 'wrong';
  field: ImportField | null;
  /** From 1. */
  column: number | null;
  sentence: string;
}

/** A field that would be written over; numbers masked. */
export interface RowChange {
  field: RowField;
  from: string | null;
  to: string;
}

export interface RowCandidate {
  memberId: string;
  fullName: string;
  /** `05/03/1960` or the year. */
  birth: string | null;
  cellName: string | null;
  /** `name`: the row or the register does not know the birth. */
  by: 'citizen-number' | 'card' | 'name-birth-cell' | 'name-birth' | 'name';
  /** What the row would change of this one. */
  changes: RowChange[];
  /** Why the row can't be written upon this one. */
  objection: string | null;
}

/** What `import_row.sealed` holds, as JSON. */
export interface RowContent {
  /** The cells of the list's columns as they stand, in Unicode; of a number itself too: for the file of rows left behind. */
  cells: [column: number, text: string, number?: number][];
  values: RowValues;
  /** Said by no cell, but followed from others: entered with a new member, never written over what stands. */
  inferred: RowField[];
  notes: RowNote[];
  /** Against the member of the row; empty for a new one. */
  changes: RowChange[];
  candidates: RowCandidate[];
}
