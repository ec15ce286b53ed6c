import type { ImportField } from '../members/import/fields.js';
import type { Cell, Reading as FieldReading } from '../members/import/reading.js';
import type { SheetRow } from '../platform/spreadsheet/sheet-file.js';
import type { CellNames } from './cell-names.js';
import type { Reading } from './reading.types.js';
import type { RowField, RowNote, RowValues } from './row-content.js';
import { type Encodings, valueOf } from './sheet-text.js';

export interface ReaderContext {
  reading: Reading;
  cells: CellNames;
  today: string;
  /** Columns of days in which day and month may have changed places. */
  swapped: ReadonlySet<ImportField>;
}

/** The row that is being read. */
export class Line {
  readonly values: RowValues = {};
  readonly inferred: RowField[] = [];
  readonly notes: RowNote[] = [];
  namesCell = false;

  constructor(
    private readonly row: SheetRow,
    private readonly columnOf: ReadonlyMap<ImportField, number>,
    private readonly encodings: Encodings,
  ) {}

  cell(field: ImportField): Cell {
    const column = this.columnOf.get(field);
    return column === undefined ? null : valueOf(this.row.cell(column), this.encodings);
  }

  /** The value, its notes told. */
  take<T>(field: ImportField, { value, notes }: FieldReading<T>): T | null {
    for (const { kind, sentence } of notes) this.note(kind, field, sentence);
    return value;
  }

  wrong(field: ImportField, sentence: string): void {
    this.note('wrong', field, sentence);
  }

  note(kind: RowNote['kind'], field: ImportField, sentence: string): void {
    this.notes.push({ kind, field, column: this.columnOf.get(field) ?? null, sentence });
  }
}
