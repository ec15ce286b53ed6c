import type { ImportField } from '../../../src/members/import/fields.js';
import { cellNames, line } from '../../fixtures/registers/people.js';
import { ask } from '../../migrations/support/catalog.js';
import type { Expected } from '../../fixtures/registers/register.js';
import { type Answer, startTestApp, type TestApp } from '../../support/test-app.js';

export interface Reading {
  sheet: string;
  headRow: number | null;
  headDepth: 1 | 2;
  columns: { column: number; title: string; field: ImportField | null; found: string | null; samples: string[] }[];
  encodings: { font: string; encoding: string; isSure: boolean; samples: { before: string; after: string }[] }[];
  cells: { name: string; rows: number; cellId: string | null; found: string | null }[];
  cellForAll: string | null;
  from: string;
  dataRows: number;
  needs: string[];
}

export interface Import {
  id: string;
  state: string;
  refusal: { code: string; sentence: string } | null;
  sheets: { name: string; isHidden: boolean; rows: number; hasHead: boolean }[];
  reading: Reading | null;
  counts: Record<string, number> | null;
  toWrite: { new: number; changed: number; behind: number } | null;
  mistakes: { sentence: string; field: string | null; rows: number; firstRow: number }[];
}

export interface Row {
  row: number;
  verdict: string;
  decision: { kind: string; memberId: string | null } | null;
  name: string | null;
  values: { field: string; letter: string; text: string }[];
  changes: { field: string; from: string | null; to: string }[];
  notes: { kind: string; field: string | null; letter: string | null; sentence: string }[];
  candidates: { memberId: string; fullName: string; by: string; changes: { field: string }[] }[];
}

interface Told {
  fullName: string;
  cellName: string;
  birthDate: string | null;
  birthYear: number | null;
  cardNumber: string | null;
}

const boundary = 'qz-boundary';

/** A form with one file and the sender's statement. */
export function formOf(name: string, bytes: Buffer, fields: Record<string, string> = { isNotSecret: 'true' }) {
  const head = `--${boundary}\r\ncontent-disposition: form-data; name=`;
  const said = Object.entries(fields).map(([field, value]) => Buffer.from(`${head}"${field}"\r\n\r\n${value}\r\n`));
  const file = Buffer.from(`${head}"file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`);
  const body = Buffer.concat([...said, file, bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { body, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } };
}

/** A committee with the three cells that the lists of the fixtures name, and nobody in them. */
export class ImportOffice {
  private constructor(
    readonly test: TestApp,
    readonly cells: ReadonlyMap<string, string>,
  ) {}

  static async prepare(): Promise<ImportOffice> {
    const test = await startTestApp();
    await test.firstRun();
    const cells = new Map<string, string>();
    for (const name of cellNames) {
      const made = await test.call('POST', '/units', { name, kind: 'cell', foundedOn: '2010-01-01' });
      cells.set(name, String(made.body['id']));
    }
    return new ImportOffice(test, cells);
  }

  cell(name: string): string {
    return this.cells.get(name) ?? '';
  }

  send(name: string, bytes: Buffer, fields?: Record<string, string>): Promise<Answer> {
    const { body, headers } = formOf(name, bytes, fields);
    return this.test.call('POST', '/members/imports', body, headers);
  }

  /** As it is when nothing is under way any more. */
  async settled(id: string): Promise<Import> {
    for (;;) {
      const { body } = await this.test.call('GET', `/members/imports/${id}`);
      const list = body as unknown as Import;
      if (!['reading', 'checking', 'writing'].includes(list.state)) return list;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async sent(name: string, bytes: Buffer): Promise<Import> {
    const answer = await this.send(name, bytes, { isNotSecret: 'true', again: 'true' });
    if (answer.status !== 201) throw new Error(`sending answered ${answer.status}: ${answer.raw.toString()}`);
    return this.settled(String(answer.body['id']));
  }

  choose(id: string, reading: Reading, more: object = {}): Promise<Answer> {
    const { sheet, headRow, headDepth, cellForAll, from } = reading;
    return this.test.call('PUT', `/members/imports/${id}/reading`, {
      ...{ sheet, headRow, headDepth, cellForAll, from, isDraft: false },
      columns: reading.columns.map(({ column, field }) => ({ column, field })),
      encodings: reading.encodings.map(({ font, encoding }) => ({ font, encoding })),
      cells: reading.cells.map(({ name, cellId }) => ({ name, cellId })),
      ...more,
    });
  }

  /** Through to the verdicts, with the reading as it was proposed, or as `expected.map` has a person say it. */
  async checked(name: string, bytes: Buffer, expected: Expected = {}): Promise<Import & { code: string | null }> {
    const answer = await this.send(name, bytes, { isNotSecret: 'true', again: 'true' });
    if (answer.status !== 201) return { ...nothing, code: String(answer.body['code']) };
    const list = await this.settled(String(answer.body['id']));
    if (!list.reading) return { ...list, code: list.refusal?.code ?? null };
    const reading = await this.mapped(list.id, list.reading, expected);
    const chosen = await this.choose(list.id, reading);
    if (chosen.status !== 200) return { ...list, code: String(chosen.body['code']) };
    return { ...(await this.settled(list.id)), reading, code: null };
  }

  async rows(id: string, verdict?: string): Promise<Row[]> {
    const query = verdict ? `?verdict=${verdict}&pageSize=200` : '?pageSize=200';
    const { body } = await this.test.call('GET', `/members/imports/${id}/rows${query}`);
    return body['items'] as unknown as Row[];
  }

  /** What the register holds of everybody, each in one line as the fixtures have it. */
  async lines(): Promise<string[]> {
    const { body } = await this.test.call('GET', '/members?pageSize=200');
    const items = body['items'] as unknown as (Told & { id: string })[];
    const lines: string[] = [];
    for (const { id, cellName, fullName, birthDate, birthYear, cardNumber } of items) {
      const { citizenNumber } = (await this.test.call('GET', `/members/${id}`)).body;
      const born = birthDate?.split('-').reverse().join('/') ?? String(birthYear ?? '–');
      lines.push(line(fullName, born, cardNumber, typeof citizenNumber === 'string' ? citizenNumber : '', cellName));
    }
    return lines;
  }

  /** All that the database keeps of a list, as text. */
  async raw(id: string): Promise<string> {
    const statements = ['register_import WHERE id', 'import_part WHERE import_id', 'import_row WHERE import_id'];
    const found: string[] = [];
    for (const statement of statements) {
      const rows = await ask<{ row: string }>(
        this.test.databaseUrl,
        `SELECT x::text AS row FROM ${statement.replace(' WHERE', ' x WHERE')} = $1`,
        [id],
      );
      found.push(...rows.map(({ row }) => row));
    }
    return found.join('\n');
  }

  private async mapped(id: string, proposed: Reading, { map, sheet }: Expected): Promise<Reading> {
    let reading = proposed;
    if (sheet && sheet !== proposed.sheet) {
      await this.choose(id, { ...proposed, sheet, headRow: null }, { isDraft: true });
      reading = (await this.settled(id)).reading ?? proposed;
    }
    if (!map) return reading;
    const columns = reading.columns.map((column) => ({ ...column, field: fieldOf(map[column.title]) ?? column.field }));
    // A column of cells that a person names is read for its names first.
    await this.choose(id, { ...reading, columns }, { isDraft: true });
    return (await this.settled(id)).reading ?? reading;
  }
}

const nothing: Import = {
  ...{ id: '', state: 'refused', refusal: null, sheets: [], reading: null, counts: null, toWrite: null, mistakes: [] },
};

const fieldOf = (name: string | undefined): ImportField | undefined => name as ImportField | undefined;
