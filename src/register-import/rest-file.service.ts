import { Injectable } from '@nestjs/common';
import { importFields } from '../members/import/fields.js';
import { UnitService } from '../organisation/unit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';
import { type ListColumn, type ListRow, writeList } from '../platform/spreadsheet/write-list.js';
import { ImportLists } from './import-lists.js';
import type { ColumnReading, Reading } from './reading.types.js';
import type { ImportRow } from './register-import.entity.js';
import { NothingBehindError } from './register-import.errors.js';
import type { RowContent, RowNote } from './row-content.js';

const AT_ONCE = 500;

/** Heads that no field is called by: brought again, they are left unread. */
const ours: ListColumn[] = [
  { head: 'Dòng', width: 8, kind: 'integer' },
  { head: 'Cần sửa', width: 60, kind: 'text' },
];
const cellColumn: ListColumn = { head: importFields.cell.label, width: 28, kind: 'text' };
const days: ColumnReading['field'][] = [
  'birth',
  'birthOfMen',
  'birthOfWomen',
  'admittedOn',
  'officialOn',
  'exemptFrom',
];

/** Rows that stayed behind, as a file to correct and to bring again. */
@Injectable()
export class RestFileService {
  constructor(
    private readonly database: Database,
    private readonly lists: ImportLists,
    private readonly units: UnitService,
    private readonly audit: AuditTrail,
  ) {}

  /** The list's own columns, before them the row in its file and what is to be put right. @throws NothingBehindError */
  async file(actor: Actor, id: string): Promise<Buffer> {
    const { committeeId } = actor;
    const list = await this.lists.one(committeeId, id);
    const { reading, fileName } = list;
    const behind = reading && ['checked', 'written'].includes(list.state) ? (await this.lists.toWrite(list)).behind : 0;
    if (!reading || behind === 0) throw new NothingBehindError();
    const units = await this.units.tree(actor, { asOf: reading.from });
    const names = new Map(units.map(({ unitId, name }) => [unitId, name]));
    const bytes = await writeList({
      ...{ title: `Các dòng cần sửa của ${fileName}`, author: actor.displayName, at: new Date() },
      sheets: [
        { name: 'Cần sửa', columns: columnsOf(reading), rows: this.rows(committeeId, id, reading, names), frozen: 2 },
      ],
    });
    const subject = { kind: 'register-import', id };
    this.audit.record(actor, { action: 'import.rest-read', subject, values: { name: fileName, rows: behind } });
    return bytes;
  }

  private async *rows(
    committeeId: string,
    importId: string,
    reading: Reading,
    names: ReadonlyMap<string, string>,
  ): AsyncGenerator<ListRow, void, undefined> {
    for (let after = 0; ;) {
      const batch = await this.database.rows<ImportRow>(
        `SELECT committee_id AS "committeeId", import_id AS "importId", "row", sealed FROM import_row
          WHERE committee_id = $1 AND import_id = $2 AND "row" > $3
            AND (verdict = 'wrong' OR (verdict = 'doubtful' AND decision IS NULL)) ORDER BY "row" LIMIT ${AT_ONCE}`,
        [committeeId, importId, after],
      );
      for (const entry of batch) yield rowOf(entry.row, this.lists.contentOf(entry), reading, names);
      const last = batch.at(-1);
      if (!last) return;
      after = last.row;
    }
  }
}

/** A list may name a cell once for the rows below it, or be of one cell: then each row says it. */
const lacksCell = ({ columns }: Reading): boolean => !columns.some(({ field }) => field === 'cell');

const columnsOf = (reading: Reading): ListColumn[] => [
  ...ours,
  ...reading.columns.map(({ title, field }): ListColumn => ({
    ...{ head: title, width: field === 'fullName' ? 28 : 16, kind: days.includes(field) ? 'day' : 'text' },
  })),
  ...(lacksCell(reading) ? [cellColumn] : []),
];

function rowOf(
  row: number,
  { cells, values, notes }: RowContent,
  reading: Reading,
  names: ReadonlyMap<string, string>,
): ListRow {
  const kept = new Map(cells.map(([column, text, number]) => [column, number ?? valueOf(text)]));
  const said = notes.filter(({ kind }) => kind !== 'restored');
  const cellName = values.cellId ? (names.get(values.cellId) ?? null) : null;
  const faulty = new Set(said.flatMap(({ column }) => column ?? []));
  const marked = new Set(reading.columns.flatMap(({ column }, at) => (faulty.has(column) ? [at + ours.length] : [])));
  return {
    values: [
      ...[row, said.map(inWords).join('\n')],
      ...reading.columns.map(({ column }) => kept.get(column) ?? null),
      ...(lacksCell(reading) ? [cellName] : []),
    ],
    marked,
  };
}

/** A day that Excel kept as one stays one. */
const valueOf = (text: string): string | Date | null =>
  /^\d{4}-\d{2}-\d{2}(T00:00:00)?$/.test(text) ? new Date(`${text.slice(0, 10)}T00:00:00Z`) : text || null;

const inWords = ({ field, sentence }: RowNote): string =>
  field ? `${importFields[field].label}: ${sentence}` : sentence;
