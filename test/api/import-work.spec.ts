import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/platform/access/actor.js';
import { ImportWork } from '../../src/register-import/import-work.js';
import { nationalHead, type Value } from '../fixtures/registers/people.js';
import { drawn } from '../fixtures/registers/workbook.js';
import { ask } from '../migrations/support/catalog.js';
import { type Import, ImportOffice, type Reading } from './support/import.js';

const PEOPLE = 300;

let office: ImportOffice;
let list: Import;
let reading: Reading;

const sql = (statement: string, values: unknown[] = []) => ask(office.test.databaseUrl, statement, values);
const kept = async () => (await sql('SELECT count(*)::int AS rows FROM import_row WHERE import_id = $1', [list.id]))[0];

/** Both requests have come as far as the list's row. */
async function twoWait(): Promise<void> {
  for (;;) {
    const waiting = await sql(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query ~ 'register_import'`,
    );
    if (waiting.length === 2) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Someone whom only the number tells from the others. */
function person(at: number): Value[] {
  const said: Record<string, Value> = {
    ...{ 'Họ và tên': 'Đỗ Văn Thử', 'Ngày sinh': '01/01/1980', 'Chi bộ đang sinh hoạt': 'Chi bộ 1' },
    'Số CCCD': String(1_080_000_000 + at).padStart(12, '0'),
  };
  return nationalHead.map((title) => said[title] ?? null);
}

beforeAll(async () => {
  office = await ImportOffice.prepare();
  const people = Array.from({ length: PEOPLE }, (_, at) => person(at));
  list = await office.sent('dong.xlsx', await drawn({ rows: [nationalHead, ...people] }));
  if (!list.reading) throw new Error(`the list is ${list.state}`);
  reading = list.reading;
});
afterAll(() => office.test.stop());

describe('work on a list', () => {
  it('is begun once, however often somebody asks for it at once', async () => {
    const other = new pg.Client(office.test.databaseUrl);
    await other.connect();
    await other.query('BEGIN');
    await other.query('SELECT FROM register_import WHERE id = $1 FOR UPDATE', [list.id]);
    const asked = [1, 2].map(() => office.choose(list.id, reading));
    await twoWait();
    await other.query('COMMIT');
    await other.end();
    const answers = await Promise.all(asked);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await office.settled(list.id)).toMatchObject({ state: 'checked', counts: { new: PEOPLE } });
    expect(await kept()).toEqual({ rows: PEOPLE });
  });

  it('that was stopped and begun anew waits for what is still under way, and is not stopped by its end', async () => {
    const [committee] = await sql('SELECT committee_id AS id FROM register_import WHERE id = $1', [list.id]);
    const actor = { committeeId: String(committee?.['id']) } as Actor;
    const work = office.test.app.get(ImportWork);
    const told: string[] = [];
    await sql(`UPDATE register_import SET state = 'checking' WHERE id = $1`, [list.id]);
    const first = work.start(actor, list.id, async () => {
      await new Promise((end) => setTimeout(end, 300));
      told.push('the first ends');
      throw new Error('it was stopped');
    });
    const second = work.start(actor, list.id, async () => {
      told.push('the second begins');
    });
    await Promise.all([first, second]);
    expect(told).toEqual(['the first ends', 'the second begins']);
    expect(await sql('SELECT state FROM register_import WHERE id = $1', [list.id])).toEqual([{ state: 'checking' }]);
  });

  it('of which a process gives no sign of life stands still, and is begun anew', async () => {
    await sql(`UPDATE register_import SET state = 'checking', beat_at = now() - interval '1 minute' WHERE id = $1`, [
      list.id,
    ]);
    expect(await office.settled(list.id)).toMatchObject({ state: 'stopped' });
    expect((await office.choose(list.id, reading)).status).toBe(200);
    expect(await office.settled(list.id)).toMatchObject({ state: 'checked', counts: { new: PEOPLE } });
  });
});
