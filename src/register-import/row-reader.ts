import { readCitizenNumber } from '../members/import/citizen-number.js';
import { readCardNumber, readPhone, readUnitCode } from '../members/import/code-readers.js';
import { type DayContext, readBirth, suspectsSwap } from '../members/import/day-reader.js';
import type { ImportField } from '../members/import/fields.js';
import { isIndexRow, isTotalRow, sectionOf } from '../members/import/list-rows.js';
import { joinName, readName } from '../members/import/proper-name.js';
import { type Cell, isBlank, textOf } from '../members/import/reading.js';
import { type MemberState, readSex, readSexMarks, readStatus } from '../members/import/status-words.js';
import { fold } from '../members/import/tidy-text.js';
import type { SheetCell, SheetRow } from '../platform/spreadsheet/sheet-file.js';
import { laterDays } from './days-of-row.js';
import { Line, type ReaderContext } from './line.js';
import type { Reading } from './reading.types.js';
import type { RowContent } from './row-content.js';
import { encodingsOf, textsOf, unicodeOf, valueOf, type Encodings } from './sheet-text.js';

/** What a row says, before it is compared with the register. */
export interface ReadRow extends Pick<RowContent, 'cells' | 'values' | 'inferred' | 'notes'> {
  row: number;
  /** Where the list says that the member stands. */
  state: MemberState | null;
  /** The list names a cell, known or not. */
  namesCell: boolean;
}

const dayFields = ['birth', 'birthOfMen', 'birthOfWomen', 'admittedOn', 'officialOn', 'exemptFrom'] as const;

/** Rows by which a column of days is judged. */
const ENOUGH = 5000;

/** Which columns of days have changed their order. */
export function swappedColumns(rows: Iterable<SheetRow>, reading: Reading): Set<ImportField> {
  const encodings = encodingsOf(reading.encodings);
  const columns = reading.columns.filter(({ field }) => dayFields.some((each) => each === field));
  const values = new Map(columns.map(({ column }) => [column, [] as Cell[]]));
  let count = 0;
  for (const row of rows) {
    if (row.number < reading.firstRow) continue;
    for (const [column, all] of values) all.push(valueOf(row.cell(column), encodings));
    count += 1;
    if (count === ENOUGH) break;
  }
  return new Set(
    columns.flatMap(({ column, field }) => (field && suspectsSwap(values.get(column) ?? []) ? [field] : [])),
  );
}

/** A number stays one: 21980 in a column of days is told otherwise than the text “21980”. */
function keptOf(cell: SheetCell, encodings: Encodings): RowContent['cells'][number] {
  const text = unicodeOf(cell, encodings);
  return cell.result === 'number' && cell.number !== null ? [cell.column, text, cell.number] : [cell.column, text];
}

/** Reads the rows of a list one after the other: a row that names a cell holds for those below it. */
export class RowReader {
  private readonly encodings: Encodings;
  private readonly columnOf: ReadonlyMap<ImportField, number>;
  private readonly width: number;
  private readonly cellOf: ReadonlyMap<string, string | null>;
  private section: string | null = null;

  constructor(private readonly context: ReaderContext) {
    const { columns, encodings, cells } = context.reading;
    this.encodings = encodingsOf(encodings);
    this.columnOf = new Map(columns.flatMap(({ field, column }) => (field ? [[field, column]] : [])));
    this.width = Math.max(0, ...columns.map(({ column }) => column));
    this.cellOf = new Map(cells.map(({ name, cellId }) => [name, cellId]));
  }

  /** null for a row that is about nobody: blank, a total, a head, a signature. */
  read(row: SheetRow): ReadRow | null {
    const texts = textsOf(row, this.width, this.encodings);
    const section = this.columnOf.has('cell') ? null : sectionOf(texts);
    if (section) this.section = section;
    if (section || isTotalRow(texts) || isIndexRow(texts) || this.isHead(texts) || !this.isAboutSomebody(texts))
      return null;
    const line = new Line(row, this.columnOf, this.encodings);
    this.readPerson(line);
    const state = this.readPlace(line);
    laterDays(line, state, this.context);
    const cells = row.cells.map((cell) => keptOf(cell, this.encodings));
    const { values, inferred, notes } = line;
    return { row: row.number, cells, values, inferred, notes, state: state.state, namesCell: line.namesCell };
  }

  /** A list has its head on each printed page. */
  private isHead(texts: string[]): boolean {
    const said = this.context.reading.columns.filter(({ column }) => texts[column - 1]);
    const same = said.filter(({ column, title }) => fold(texts[column - 1] ?? '') === fold(title));
    return same.length > 1 && same.length > said.length / 2;
  }

  private isAboutSomebody(texts: string[]): boolean {
    const fields = [
      ...(['fullName', 'familyNames', 'givenName', 'citizenNumber', 'cardNumber'] as const),
      ...(['birth', 'birthYear', 'birthOfMen', 'birthOfWomen'] as const),
    ];
    return fields.some((field) => texts[(this.columnOf.get(field) ?? 0) - 1]);
  }

  private days(field: ImportField): DayContext {
    return { today: this.context.today, swapSuspected: this.context.swapped.has(field) };
  }

  private readPerson(line: Line): void {
    const nameField = this.columnOf.has('fullName') ? 'fullName' : 'givenName';
    const typed =
      nameField === 'fullName' ? line.cell('fullName') : joinName(line.cell('familyNames'), line.cell('givenName'));
    const name = line.take(nameField, readName(typed));
    if (name) line.values.fullName = name;
    else if (isBlank(typed)) line.wrong(nameField, 'Thiếu họ và tên.');
    for (const field of ['birth', 'birthYear', 'birthOfMen', 'birthOfWomen'] as const) {
      const birth =
        line.values.birthYear === undefined && line.take(field, readBirth(line.cell(field), this.days(field)));
      if (birth) Object.assign(line.values, { birthYear: birth.year, ...(birth.day && { birthDate: birth.day }) });
    }
    const sex = line.take('sex', readSex(line.cell('sex'))) ?? this.sexByColumns(line);
    if (sex) line.values.sex = sex;
    this.readNumbers(line);
  }

  private readNumbers(line: Line): void {
    const card = line.take('cardNumber', readCardNumber(line.cell('cardNumber')));
    if (card) line.values.cardNumber = card;
    const said = { sex: line.values.sex ?? null, birthYear: line.values.birthYear ?? null };
    const citizen = line.take('citizenNumber', readCitizenNumber(line.cell('citizenNumber'), said));
    if (citizen) line.values.citizenNumber = citizen;
    const phone = line.take('phone', readPhone(line.cell('phone')));
    if (phone) line.values.phone = phone;
  }

  private sexByColumns(line: Line): 'male' | 'female' | null {
    const marks = line.take('markOfMen', readSexMarks(line.cell('markOfMen'), line.cell('markOfWomen')));
    return marks ?? line.take('birthOfMen', readSexMarks(line.cell('birthOfMen'), line.cell('birthOfWomen')));
  }

  private readPlace(line: Line): { state: MemberState | null; standing: 'official' | 'probationary' | null } {
    const status = line.take('status', readStatus(line.cell('status')));
    const cellId = this.readCell(line, status?.state === 'temporary-in' ? 'temporary-in' : 'official');
    const residence = textOf(line.cell('residenceCell'));
    const residenceId = residence ? this.cellNamed(residence) : null;
    if (residenceId && residenceId !== cellId) line.values.residenceCellId = residenceId;
    if (residence && !residenceId) {
      line.note('restored', 'residenceCell', 'Chi bộ nơi cư trú không thuộc đảng bộ này: không ghi vào sổ.');
    }
    const office = textOf(line.cell('office')).slice(0, 200);
    if (office) line.values.office = office.normalize('NFC');
    return { state: status?.state ?? null, standing: status?.standing ?? null };
  }

  private readCell(line: Line, kind: 'official' | 'temporary-in'): string | null {
    const code = line.take('unitCode', readUnitCode(line.cell('unitCode')));
    const written = textOf(line.cell('cell')) || this.section;
    const cellId = (code && this.context.cells.byCode(code)) ?? this.cellNamed(written);
    if (cellId) Object.assign(line.values, { cellId, cellKind: kind });
    else if (written) line.wrong('cell', `Không có chi bộ “${written.slice(0, 60)}” trong đảng bộ.`);
    line.namesCell = Boolean(written ?? code) || this.context.reading.cellForAll !== null;
    return cellId;
  }

  private cellNamed(written: string | null): string | null {
    if (!written) return this.context.reading.cellForAll;
    // That a name is none of the cells is an answer too.
    const said = this.cellOf.get(written);
    return said === undefined ? this.context.cells.find(written).cellId : said;
  }
}
