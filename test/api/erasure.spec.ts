import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyRolls } from '../../src/attendance/roll-verifier.js';
import { today } from '../../src/platform/database/today.js';
import { ask } from '../migrations/support/catalog.js';
import { chainsOf } from '../support/audit-chains.js';
import { type StudyClass, StudyDay } from './support/study-day.js';

let day: StudyDay;
let one: StudyClass;
let subject: string;

const rolls = () => verifyRolls((statement, parameters) => ask(day.test.databaseUrl, statement, parameters) as never);

/** Every closing's tally as the database holds it, to the byte. */
const frozen = () =>
  ask(day.test.databaseUrl, 'SELECT class_id, revision, tally::text FROM class_closure ORDER BY 1, 2');
const figures = () => day.make('GET', `/sessions/${one.sessionId}/figures`);

async function request(): Promise<string> {
  const body = { memberId: subject, kind: 'delete', receivedOn: today(), detail: 'Tôi là Nguyễn Thị Thử An, xin xóa' };
  return (await day.make<{ id: string }>('POST', '/data-requests', body)).id;
}

/** A list with two rows, of which the second means the person; a sample of it is his name. */
async function list(): Promise<void> {
  const columns = [
    { column: 2, title: 'Họ và tên', field: 'fullName', found: 'exact', samples: ['Nguyễn Thị Thử An'] },
  ];
  const encodings = [{ font: '', encoding: 'none', isSure: true, samples: [{ before: 'Thử An', after: 'Thử An' }] }];
  await ask(
    day.test.databaseUrl,
    `INSERT INTO register_import (committee_id, id, file_name, sha256, size, state, reading, beat_at, sent_by, sent_at, written_at)
     SELECT committee_id, gen_random_uuid(), 'ds.xlsx', sha256('x'), 1, 'written', $1, now(), id, now(), now() FROM account`,
    [JSON.stringify({ sheet: 'DS', columns, encodings })],
  );
  for (const [table, columnsOf, of] of [
    ['import_row', ', verdict, member_id', `, 'changed', m.id`],
    ['import_before', '', ''],
  ] as const)
    await ask(
      day.test.databaseUrl,
      `INSERT INTO ${table} (committee_id, import_id, "row"${columnsOf}, sealed)
       SELECT i.committee_id, i.id, CASE WHEN m.id = $1 THEN 3 ELSE 2 END${of}, s.sealed FROM register_import i
        CROSS JOIN member m CROSS JOIN (SELECT sealed FROM member_secret LIMIT 1) s WHERE m.id IN ($1, $2)`,
      [subject, day.member(0, 1)],
    );
}

beforeAll(async () => {
  day = await StudyDay.prepare();
  subject = day.member(0, 0);
  const facts = { birthDate: '1985-03-04', sex: 'female', cardNumber: '12.345678', citizenNumber: '001085012345' };
  await day.make('PATCH', `/members/${subject}`, { ...facts, phone: '0912345678' });
  await day.make('POST', `/members/${subject}/offices`, { title: 'Chi ủy viên', from: '2020-01-01' });
  one = await day.plan();
  await day.callRoll(one, 0, [{ memberId: subject, kind: 'excused', reason: 'illness' }]);
  await day.callRoll(one, 1);
  await day.make('POST', `/classes/${one.classId}/closing`);
  await day.make('POST', `/classes/${one.classId}/reopening`, { reason: 'Ghi nhầm' });
  await day.mark(one, '01890000-0000-7000-8000-000000000001', subject, {
    note: 'Chị An đến muộn',
    takenAt: '2021-01-16T02:00:00Z',
  });
  await day.make('POST', `/members/${subject}/exemptions`, { kind: 'treatment', from: '2021-02-01' });
  await day.make('POST', `/classes/${one.classId}/closing`);
  await list();
});
afterAll(() => day.test.stop());

describe('erasing a person at his request', () => {
  it('is the end of a request for deletion alone, by somebody who has proved himself', async () => {
    const view = { memberId: subject, kind: 'view', receivedOn: today() };
    const { id } = await day.make<{ id: string }>('POST', '/data-requests', view);
    const wrong = { status: 409, body: { code: 'data-request.wrong-completion' } };
    expect(await day.test.call('POST', `/data-requests/${id}/erasure`)).toMatchObject(wrong);
    const deletion = await request();
    const completed = await day.test.call('POST', `/data-requests/${deletion}/completion`, { outcome: 'Đã xóa' });
    expect(completed).toMatchObject(wrong);
    await ask(day.test.databaseUrl, `UPDATE sign_in SET proved_at = now() - interval '11 minutes'`);
    const old = await day.test.call('POST', `/data-requests/${deletion}/erasure`);
    expect(old).toMatchObject({ status: 403, body: { code: 'access.prove-again' } });
    await ask(day.test.databaseUrl, 'UPDATE sign_in SET proved_at = now()');
  });

  it('takes everything that tells who it was, and leaves every figure of every revision to the byte', async () => {
    const [tallies, shown] = [await frozen(), await figures()];
    expect(tallies).toHaveLength(2);
    const entries = `SELECT revision, place, cell_id, cell_name, standing, duty, attendance, through, left_early
                       FROM closure_entry ORDER BY 1, 2`;
    const rows = await ask(day.test.databaseUrl, entries);
    expect(await rolls()).toEqual({ tried: 2, breaks: [], erased: 0 });

    const id = await request();
    const done = await day.make('POST', `/data-requests/${id}/erasure`);
    expect(done).toMatchObject({ state: 'done', detail: null, outcome: null });

    expect(await frozen()).toEqual(tallies);
    expect(await figures()).toEqual(shown);
    expect(await ask(day.test.databaseUrl, entries)).toEqual(rows);
    const member = await day.make('GET', `/members/${subject}`);
    expect(member).toMatchObject({
      ...{ fullName: expect.stringMatching(/^Đảng viên đã xóa [A-Z2-9]{4}$/), birthDate: null, birthYear: null },
      ...{ sex: null, cardNumber: null, citizenNumber: null, phone: null, offices: [], exemptions: [], isErased: true },
    });
    const { people } = await day.make<{ people: { memberId: string }[] }>('GET', `/classes/${one.classId}/roll`);
    expect(people.find(({ memberId }) => memberId === subject)).toMatchObject({
      ...{ fullName: (member as { fullName: string }).fullName, cellName: 'Chi bộ 1', birthYear: null, office: null },
      ...{ standing: 'official', duty: 'summoned', attendance: 'present' },
    });
    expect(await day.make('GET', '/members')).toMatchObject({ total: 4 });
  });

  it('leaves his name, numbers and health in no row of any table', async () => {
    const tables = await ask(
      day.test.databaseUrl,
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    );
    for (const { name } of tables) {
      const [found] = await ask(
        day.test.databaseUrl,
        `SELECT count(*)::int AS rows FROM ${String(name)} t WHERE t::text ~ 'Thử An|Chị An|1985-03-04|12\\.345678|illness|treatment|Chi ủy viên'`,
      );
      expect(found, String(name)).toEqual({ rows: 0 });
    }
    expect(await ask(day.test.databaseUrl, 'SELECT 1 FROM member_secret')).toEqual([]);
    for (const table of ['import_row', 'import_before'])
      expect(await ask(day.test.databaseUrl, `SELECT "row" FROM ${table}`), table).toEqual([{ row: 2 }]);
    const [reading] = await ask(day.test.databaseUrl, `SELECT reading -> 'columns' AS columns FROM register_import`);
    expect(reading).toEqual({ columns: [expect.objectContaining({ title: 'Họ và tên', samples: [] })] });
  });

  it('breaks neither the audit chain nor the digests of closings, and says that it was', async () => {
    expect((await chainsOf(day.test.databaseUrl)).flatMap(({ breaks }) => breaks)).toEqual([]);
    expect(await rolls()).toEqual({ tried: 2, breaks: [], erased: 2 });
    const [entry] = await ask(
      day.test.databaseUrl,
      `SELECT subject_id FROM audit_entry WHERE action = 'member.erased'`,
    );
    expect(entry).toEqual({ subject_id: subject });
  });

  it('is told from tampering: another name, a name gone without an entry, and a changed figure are named', async () => {
    const change = async (set: string, place: number, undo: string) => {
      const where = `WHERE revision = 2 AND place = ${place}`;
      await ask(day.test.databaseUrl, `CREATE TABLE kept AS SELECT * FROM closure_entry ${where}`);
      await ask(day.test.databaseUrl, `UPDATE closure_entry SET ${set} ${where}`);
      const { breaks } = await rolls();
      await ask(
        day.test.databaseUrl,
        `UPDATE closure_entry c SET ${undo} = k.${undo} FROM kept k WHERE (c.class_id, c.revision, c.place) = (k.class_id, k.revision, k.place); DROP TABLE kept`,
      );
      return breaks.map((sentence) => sentence.replace(/^revision 2 of class \S+ /, ''));
    };
    const [row] = await ask<{ place: number }>(
      day.test.databaseUrl,
      'SELECT place FROM closure_entry WHERE revision = 2 AND name_salt IS NOT NULL ORDER BY place LIMIT 1',
    );
    const place = row?.place ?? 0;
    expect(await change(`full_name = 'Kẻ Khác'`, place, 'full_name')).toEqual([
      `the name in place ${place} was changed`,
    ]);
    expect(await change('name_salt = NULL', place, 'name_salt')).toEqual([
      `the name in place ${place} is gone, and no entry says why`,
    ]);
    expect(await change(`standing = 'probationary'`, place, 'standing')).toEqual([
      expect.stringMatching(/^the roll is not the one that entry \d+ tells of$/),
    ]);
    expect((await rolls()).breaks).toEqual([]);
  });

  it('cannot be done twice, and nothing more is entered of who was erased', async () => {
    const body = { memberId: subject, kind: 'view', receivedOn: today() };
    expect(await day.test.call('POST', '/data-requests', body)).toMatchObject({
      ...{ status: 409, body: { code: 'data-request.subject-erased' } },
    });
    for (const [method, path, change] of [
      ['PATCH', '', { fullName: 'Nguyễn Thị Thử An' }],
      ['POST', '/offices', { title: 'Bí thư', from: '2026-01-01' }],
    ] as const) {
      const answer = await day.test.call(method, `/members/${subject}${path}`, change);
      expect(answer).toMatchObject({ status: 409, body: { code: 'member.erased' } });
    }
  });
});

it('the app itself can change names of closings in no other way', async () => {
  for (const attempt of [
    `UPDATE closure_entry SET full_name = 'X'`,
    `UPDATE mark SET note = NULL`,
    `SELECT erase_person_from_rolls(gen_random_uuid(), gen_random_uuid(), 'X', 'X')`,
  ]) {
    const tried = ask(day.test.databaseUrl, `SET ROLE quan_triet_app; ${attempt}`);
    await expect(tried, attempt).rejects.toMatchObject({ code: '42501' });
  }
});
