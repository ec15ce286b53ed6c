import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyRolls } from '../../src/attendance/roll-verifier.js';
import { RetentionJob, untilNight } from '../../src/personal-data/retention-job.js';
import { AuditEraser } from '../../src/platform/audit/audit-eraser.js';
import { Database } from '../../src/platform/database/database.js';
import { wholeCommittee } from '../../src/platform/database/row-scope.js';
import { chainsOf } from '../support/audit-chains.js';
import { ask } from '../migrations/support/catalog.js';
import { type StudyClass, StudyDay } from './support/study-day.js';

let day: StudyDay;
let old: StudyClass;
let open: StudyClass;

interface Due {
  kind: string;
  count: number;
  oldest: string | null;
}

const sql = (statement: string) => ask(day.test.databaseUrl, statement);
const night = () => day.test.app.get(RetentionJob).run();
const due = async (): Promise<Record<string, number>> =>
  Object.fromEntries((await day.make<Due[]>('GET', '/retention')).map(({ kind, count }) => [kind, count]));

async function turnOn(kind: string): Promise<void> {
  const rules = await day.make<{ retention: Record<string, object> }>('GET', '/data-rules');
  const retention = { ...rules.retention, [kind]: { ...rules.retention[kind], erases: true } };
  await day.make('PUT', '/data-rules', { ...rules, retention });
}

beforeAll(async () => {
  day = await StudyDay.prepare();
  old = await day.closed();
  open = await day.plan();
  const memberships = [{ cellId: day.cell(0), kind: 'official', from: '2015-01-01', to: '2019-06-01' }];
  await day.make('POST', '/members', { fullName: 'Cao Mẫu Rời', memberships });
  await sql(`INSERT INTO sign_in (token_hash, id, kind, account_id, committee_id, created_at, expires_at, proved_at, seen_at, address, agent)
             SELECT sha256('x'), gen_random_uuid(), 'browser', id, committee_id, '2024-01-01', '2024-01-02', now(), now(), '', '' FROM account`);
  await sql(`INSERT INTO data_request (committee_id, id, member_id, kind, state, received_on, received_at, received_by,
                                       acknowledge_by, due_on, closed_at, closed_by, outcome)
             SELECT m.committee_id, gen_random_uuid(), m.id, 'view', 'done', '2022-01-01', '2022-01-01', a.id, '2022-01-05',
                    '2022-01-11', '2022-01-06', a.id, 'Đã trả lời' FROM member m CROSS JOIN account a LIMIT 1`);
});
afterAll(() => day.test.stop());

describe('data that have had their time', () => {
  it('are shown by kind with the oldest; a session with an open class is not among them', async () => {
    const lines = await day.make<Due[]>('GET', '/retention');
    expect(lines).toEqual([
      { kind: 'rolls', months: 60, erases: false, count: 1, oldest: '2021-01-16' },
      { kind: 'former-members', months: 60, erases: false, count: 1, oldest: '2019-06-01' },
      { kind: 'sign-ins', months: 12, erases: false, count: 1, oldest: '2024-01-02' },
      { kind: 'audit-values', months: 60, erases: false, count: 0, oldest: null },
      { kind: 'data-requests', months: 36, erases: false, count: 1, oldest: '2022-01-06' },
      { kind: 'imports', months: 3, erases: true, count: 0, oldest: null },
    ]);
  });

  it('are left alone at night as long as the committee has not turned erasing on', async () => {
    const before = await due();
    await night();
    expect(await due()).toEqual(before);
    expect(await sql(`SELECT 1 FROM audit_entry WHERE action LIKE 'retention.%'`)).toEqual([]);
  });

  it('go at night, of the kind that was turned on alone, and the trail tells how many', async () => {
    await turnOn('sign-ins');
    await turnOn('data-requests');
    await night();
    expect(await due()).toMatchObject({ rolls: 1, 'former-members': 1, 'sign-ins': 0, 'data-requests': 0 });
    const [told] = await sql(
      `SELECT e.account_id AS by, string_agg(v.field || '=' || v.value, ' ' ORDER BY v.field) AS told
         FROM audit_entry e JOIN audit_value v USING (committee_id, seq) WHERE e.action = 'retention.erased' GROUP BY e.seq, 1`,
    );
    expect(told).toEqual({ by: null, told: 'data-requests=1 sign-ins=1' });
    await night();
    expect(await sql(`SELECT 1 FROM audit_entry WHERE action = 'retention.erased'`)).toHaveLength(1);
  });

  it('rolls lose their names and marks, and the session keeps its figures and its digest', async () => {
    const figures = () => day.make('GET', `/sessions/${old.sessionId}/figures`);
    const before = await figures();
    await turnOn('rolls');
    await night();
    expect(await due()).toMatchObject({ rolls: 0 });
    expect(await figures()).toEqual(before);
    const { people } = await day.make<{ people: object[] }>('GET', `/classes/${old.classId}/roll`);
    expect(people).toHaveLength(5);
    for (const person of people) expect(person).toMatchObject({ fullName: 'Đảng viên đã xóa', office: null });
    const left = await sql('SELECT DISTINCT session_id FROM roll_entry');
    expect(left).toEqual([{ session_id: open.sessionId }]);
    const verdict = await verifyRolls(
      (statement, parameters) => ask(day.test.databaseUrl, statement, parameters) as never,
    );
    expect(verdict).toEqual({ tried: 1, breaks: [], erased: 5 });
  });

  it('members who left become nobody; those who are here stay', async () => {
    await turnOn('former-members');
    await night();
    const erased = await sql('SELECT full_name FROM member WHERE erased_at IS NOT NULL');
    expect(erased).toEqual([{ full_name: expect.stringMatching(/^Đảng viên đã xóa /) }]);
    expect(await day.make('GET', '/members')).toMatchObject({ total: 5 });
  });

  it('values in the trail go, its entries stay and its chain holds; what closings froze is kept', async () => {
    const { committeeId, ...actor } = await actorOfJob();
    const eraser = day.test.app.get(AuditEraser);
    const counted = () => sql(`SELECT count(*)::int AS entries FROM audit_entry`);
    const [before] = await counted();
    // Entries cannot be made older without breaking their chain, so the day is put into the future instead.
    const tomorrow = new Date(Date.now() + 86_400_000);
    const gone = await day.test.app.get(Database).inScope(wholeCommittee(committeeId), () => {
      return eraser.eraseValuesBefore({ committeeId, ...actor }, tomorrow);
    });
    expect(gone).toBeGreaterThan(5);
    const left = await sql(
      'SELECT DISTINCT e.action FROM audit_value v JOIN audit_entry e USING (committee_id, seq) ORDER BY 1',
    );
    expect(left.map(({ action }) => action)).toEqual(['audit.values-erased', 'class.closed']);
    const [after] = await counted();
    expect(after?.['entries']).toBe(Number(before?.['entries']) + 1);
    expect((await chainsOf(day.test.databaseUrl)).flatMap(({ breaks }) => breaks)).toEqual([]);
  });
});

/** A list of 2026-01-05, written or not, with one row, what stood before it, and a piece of its file. */
async function list(fileName: string, state: 'checked' | 'written', at: string): Promise<void> {
  const written = state === 'written' ? `'${at}'` : 'NULL';
  await sql(`INSERT INTO register_import (committee_id, id, file_name, sha256, size, state, sheets, reading, mistakes, beat_at, sent_by,
                                          sent_at, written_at)
             SELECT committee_id, gen_random_uuid(), '${fileName}', sha256('x'), 1, '${state}', '[]', '{}', '[]', '${at}', id, '${at}', ${written}
               FROM account`);
  const sealed = `'\\x01'::bytea || decode(k.id, 'hex') || sha256('x') FROM register_import i CROSS JOIN field_key k
                   WHERE i.file_name = '${fileName}'`;
  await sql(
    `INSERT INTO import_row (committee_id, import_id, "row", verdict, sealed) SELECT i.committee_id, i.id, 2, 'new', ${sealed}`,
  );
  for (const [table, place] of [
    ['import_before', '"row"'],
    ['import_part', 'part'],
  ] as const)
    await sql(
      `INSERT INTO ${table} (committee_id, import_id, ${place}, sealed) SELECT i.committee_id, i.id, 2, ${sealed}`,
    );
}

describe('lists that were brought', () => {
  it('go after three months though nobody turned it on: of one that was written its line stays, of another nothing', async () => {
    const recent = new Date().toISOString();
    await list('da nhap.xlsx', 'written', '2026-01-05T03:00:00Z');
    await list('bo do.xlsx', 'checked', '2026-01-06T03:00:00Z');
    await list('moi nhap.xlsx', 'written', recent);
    await list('dang xem.xlsx', 'checked', recent);
    expect(await day.make<Due[]>('GET', '/retention')).toContainEqual({
      ...{ kind: 'imports', months: 3, erases: true, count: 2, oldest: '2026-01-05' },
    });
    await night();
    expect(await due()).toMatchObject({ imports: 0 });
    const left = await sql(
      `SELECT i.file_name AS file, i.reading IS NULL AND i.sheets IS NULL AND i.mistakes IS NULL AS "isBare",
              (SELECT count(*)::int FROM import_row r WHERE r.import_id = i.id) AS rows,
              (SELECT count(*)::int FROM import_before b WHERE b.import_id = i.id) AS befores,
              (SELECT count(*)::int FROM import_part p WHERE p.import_id = i.id) AS parts FROM register_import i ORDER BY 1`,
    );
    const whole = { isBare: false, rows: 1, befores: 1, parts: 1 };
    expect(left).toEqual([
      { file: 'da nhap.xlsx', isBare: true, rows: 0, befores: 0, parts: 0 },
      { file: 'dang xem.xlsx', ...whole },
      { file: 'moi nhap.xlsx', ...whole },
    ]);
  });

  it('have the default time where the committee’s own rules were written before there were lists', async () => {
    await sql(`UPDATE data_rules SET retention = retention - 'imports'`);
    expect(await day.make('GET', '/data-rules')).toMatchObject({ retention: { imports: { months: 3, erases: true } } });
  });
});

async function actorOfJob() {
  const [committee] = await ask<{ id: string }>(day.test.databaseUrl, 'SELECT id FROM committee');
  const origin = { address: '', requestId: 'test' };
  return { committeeId: committee?.id ?? '', accountId: null, signInId: null, origin };
}

it('night is half past two in Vietnam', () => {
  expect(untilNight(new Date('2026-11-25T19:00:00Z'))).toBe(30 * 60_000);
  expect(untilNight(new Date('2026-11-25T19:30:00Z'))).toBe(24 * 3_600_000);
  expect(untilNight(new Date('2026-11-25T20:30:00Z'))).toBe(23 * 3_600_000);
});
