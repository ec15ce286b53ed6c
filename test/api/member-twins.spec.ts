import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../src/platform/database/today.js';
import { ask } from '../migrations/support/catalog.js';
import { firstRunBody } from '../support/test-app.js';
import { trailOf } from '../support/audit-trail.js';
import { refused } from './support/office.js';
import { StudyDay } from './support/study-day.js';

let day: StudyDay;

beforeAll(async () => {
  day = await StudyDay.prepare();
});
afterAll(() => day.test.stop());

interface Pair {
  one: { id: string; fullName: string; cellName: string | null };
  other: { id: string; fullName: string };
  reason: string;
}

const enter = async (fullName: string, more: object = {}, cell = 0): Promise<string> => {
  const memberships = [{ cellId: day.cell(cell), kind: 'official', from: '2015-01-01' }];
  return (await day.make<{ id: string }>('POST', '/members', { fullName, memberships, ...more })).id;
};
const pairs = async (): Promise<Pair[]> =>
  (await day.make<{ items: Pair[] }>('GET', '/members/twins?pageSize=100')).items;
const pairOf = async (...ids: string[]): Promise<Pair | undefined> =>
  (await pairs()).find(({ one, other }) => ids.includes(one.id) && ids.includes(other.id));
const person = (id: string): Promise<Record<string, unknown>> => day.make('GET', `/members/${id}`);
const merge = (keptId: string, droppedId: string, take: string[] = []) =>
  day.test.call('POST', '/members/twins/merges', { keptId, droppedId, take });

/** All rows of all tables that name one of these, but for what the trail and the merge itself write. */
async function rowsOf(ids: string[]): Promise<Record<string, string[]>> {
  const tables = await ask<{ name: string }>(
    day.test.databaseUrl,
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
        AND relname !~ '^audit|member_merge|limit' ORDER BY 1`,
  );
  const found: Record<string, string[]> = {};
  for (const { name } of tables) {
    const rows = await ask<{ row: string }>(
      day.test.databaseUrl,
      `SELECT (to_jsonb(t) - 'sealed')::text AS row FROM ${name} t WHERE t::text ~ $1 ORDER BY 1`,
      [ids.join('|')],
    );
    if (rows.length > 0) found[name] = rows.map(({ row }) => row);
  }
  return found;
}

describe('who looks like somebody else', () => {
  it('is found by the card, by name and birth, by the year where a day is missing, and by a name that is nearly the same', async () => {
    const card = [
      await enter('Mai Mẫu Thẻ', { cardNumber: '01.234567' }),
      await enter('Mai Thẻ', { cardNumber: '01234567' }),
    ];
    const birth = { birthDate: '1950-03-05' };
    const same = [await enter('Lý Mẫu Hoà', birth), await enter('LÝ MẪU HÒA', birth, 1)];
    const year = [
      await enter('Tô Mẫu Năm', { birthYear: 1961 }),
      await enter('Tô Mẫu Năm', { birthDate: '1961-07-07' }),
    ];
    const near = [
      await enter('Triệu Mẫu Khánh', { birthDate: '1970-01-02' }),
      await enter('Triệu Mẫu Khanhh', { birthDate: '1970-01-02' }),
    ];
    const nobody = await enter('Hoàn Toàn Khác', { birthDate: '1970-01-02' });
    expect(await pairOf(...card)).toMatchObject({ reason: 'card' });
    expect(await pairOf(...same)).toMatchObject({ reason: 'name-birth', one: { cellName: 'Chi bộ 1' } });
    expect(await pairOf(...year)).toMatchObject({ reason: 'name-year' });
    expect(await pairOf(...near)).toMatchObject({ reason: 'near-name' });
    expect((await pairs()).flatMap(({ one, other }) => [one.id, other.id])).not.toContain(nobody);
    expect((await pairs()).map(({ reason }) => reason)).toEqual(['card', 'name-birth', 'name-year', 'near-name']);
  });

  it('and is somebody else is not shown again, until that is taken back', async () => {
    const [one = '', other = ''] = [
      await enter('Ông Mẫu Hai', { birthYear: 1955 }),
      await enter('Ông Mẫu Hai', { birthYear: 1955 }),
    ];
    expect(await pairOf(one, other)).toBeDefined();
    const said = { oneId: other, otherId: one };
    expect((await day.test.call('POST', '/members/twins/distinctions', said)).status).toBe(204);
    expect((await day.test.call('POST', '/members/twins/distinctions', said)).status).toBe(204);
    expect(await pairOf(one, other)).toBeUndefined();
    expect(await day.make('GET', '/members/twins/distinctions')).toEqual([
      {
        ...{ oneId: one, oneName: 'Ông Mẫu Hai', otherId: other, otherName: 'Ông Mẫu Hai' },
        ...{ saidAt: expect.stringMatching(/^20/), saidBy: firstRunBody.account.displayName },
      },
    ]);
    expect((await day.test.call('DELETE', `/members/twins/distinctions/${one}/${other}`)).status).toBe(204);
    expect(await pairOf(one, other)).toBeDefined();
    expect((await day.test.call('DELETE', `/members/twins/distinctions/${one}/${other}`)).status).toBe(404);
    const self = { oneId: one, otherId: one };
    expect(await day.test.call('POST', '/members/twins/distinctions', self)).toMatchObject(refused(422, 'validation'));
  });
});

describe('two entries of one person', () => {
  const first = {
    ...{ birthYear: 1958, sex: 'female', admittedOn: '1980-02-03', officialOn: '1981-02-03', phone: '0912345678' },
  };
  const second = {
    ...{ birthDate: '1958-04-05', cardNumber: '77.000001', citizenNumber: '001158000123', phone: '0987654321' },
    exemptions: [{ kind: 'old-age', from: '2020-01-01' }],
    offices: [{ title: 'Bí thư', from: '2016-01-01', to: '2018-01-01' }],
  };
  let count = 0;
  const both = async (): Promise<[string, string]> => [
    await enter('Đinh Mẫu Gộp', first),
    await enter('Đinh Mẫu Gôp', {
      ...{ ...second, cardNumber: `77.00000${(count += 1)}`, citizenNumber: `00115800012${count}` },
      memberships: [
        { cellId: day.cell(1), kind: 'official', from: '2012-01-01' },
        { cellId: day.cell(1), kind: 'residence', from: '2016-01-01' },
      ],
    }),
  ];

  it('become one that lacks nothing, and keeps its own where both say something', async () => {
    const [kept, dropped] = await both();
    expect(await merge(kept, dropped, ['phone'])).toMatchObject({ status: 200 });
    expect(await person(kept)).toMatchObject({
      ...{ fullName: 'Đinh Mẫu Gộp', birthYear: 1958, birthDate: null, sex: 'female', cardNumber: '77.000001' },
      ...{
        admittedOn: '1980-02-03',
        citizenNumber: expect.stringContaining('0121'),
        phone: expect.stringContaining('4321'),
      },
      memberships: [
        { kind: 'official', cellId: day.cell(1), valid: { from: '2012-01-01', to: '2015-01-01' } },
        { kind: 'official', cellId: day.cell(0), valid: { from: '2015-01-01', to: null } },
        { kind: 'residence', cellId: day.cell(1), valid: { from: '2016-01-01', to: null } },
      ],
      exemptions: [{ kind: 'old-age' }],
      offices: [{ title: 'Bí thư' }],
    });
    expect(await person(dropped)).toMatchObject({
      memberships: [],
      mergedInto: { id: kept, fullName: 'Đinh Mẫu Gộp' },
    });
    const { items } = await day.make<{ items: { id: string }[] }>('GET', '/members?search=dinh');
    expect(items.map(({ id }) => id)).toEqual([kept]);
    expect(await pairOf(kept, dropped)).toBeUndefined();
    const entry = (await trailOf(day.test.databaseUrl)).findLast(({ action }) => action === 'members.merged');
    expect(entry?.told).toMatchObject({ memberId: dropped });
    const undo = await day.make<{ id: string; droppedId: string }[]>('GET', '/members/twins/merges');
    await day.make('DELETE', `/members/twins/merges/${undo.find(({ droppedId }) => droppedId === dropped)?.id}`);
  });

  it('are two again, row by row as they were', async () => {
    const [kept, dropped] = await both();
    const before = await rowsOf([kept, dropped]);
    const told = [await person(kept), await person(dropped)];
    await merge(kept, dropped, ['fullName', 'birth', 'cardNumber', 'citizenNumber', 'phone']);
    expect(await person(kept)).toMatchObject({ fullName: 'Đinh Mẫu Gôp', birthDate: '1958-04-05' });
    const [last] = await day.make<{ id: string }[]>('GET', '/members/twins/merges');
    expect((await day.test.call('DELETE', `/members/twins/merges/${last?.id}`)).status).toBe(200);
    expect(await rowsOf([kept, dropped])).toEqual(before);
    expect([await person(kept), await person(dropped)]).toEqual(told);
    expect((await day.test.call('DELETE', `/members/twins/merges/${last?.id}`)).status).toBe(404);
  });

  it('stay one where something was written since', async () => {
    const [kept, dropped] = await both();
    await merge(kept, dropped);
    const [last] = await day.make<{ id: string }[]>('GET', '/members/twins/merges');
    await day.make('PATCH', `/members/${kept}`, { sex: 'male' });
    expect(await day.test.call('DELETE', `/members/twins/merges/${last?.id}`)).toMatchObject(
      refused(409, 'member.changed-since-merge'),
    );
    expect(await merge(kept, dropped)).toMatchObject(refused(409, 'member.already-merged'));
    expect(await day.test.call('PATCH', `/members/${dropped}`, { sex: 'male' })).toMatchObject(
      refused(409, 'member.already-merged'),
    );
    expect(await merge(kept, kept)).toMatchObject(refused(422, 'validation'));
    expect(await merge(kept, dropped, ['x'])).toMatchObject(refused(422, 'validation'));
  });

  it('leave every closed list as it was', async () => {
    const [kept, dropped] = await both();
    const { sessionId, classId } = await day.closed();
    const shown = async () => [
      await day.make('GET', `/sessions/${sessionId}/figures`),
      await day.make('GET', `/classes/${classId}/roll`),
    ];
    const before = await shown();
    await merge(kept, dropped);
    expect(await shown()).toEqual(before);
  });

  it('are erased together, with what was kept of them before', async () => {
    const [kept, dropped] = await both();
    await merge(kept, dropped);
    const request = { memberId: kept, kind: 'delete', receivedOn: today() };
    const { id } = await day.make<{ id: string }>('POST', '/data-requests', request);
    await day.make('POST', `/data-requests/${id}/erasure`);
    for (const one of [kept, dropped]) {
      expect(await person(one)).toMatchObject({ isErased: true, fullName: expect.stringMatching(/^Đảng viên đã xóa/) });
    }
    expect(await ask(day.test.databaseUrl, 'SELECT FROM member_merge WHERE kept_id = $1', [kept])).toEqual([]);
  });

  it('are asked about and erased as one, whichever of them the request names, through two merges as well', async () => {
    const [kept, dropped] = await both();
    const last = await enter('Đinh Mẫu Ngọn', { birthYear: 1958 });
    const requestTo = async (kind: string): Promise<string> =>
      (await day.make<{ id: string }>('POST', '/data-requests', { memberId: dropped, kind, receivedOn: today() })).id;
    await day.closed();
    const [view, erasure] = [await requestTo('view'), await requestTo('delete')];
    await merge(kept, dropped);
    await merge(last, kept);
    const later = await day.make<{ memberId: string }>('POST', '/data-requests', {
      ...{ memberId: dropped, kind: 'object', receivedOn: today() },
    });
    expect(later.memberId).toBe(last);
    const data = await day.make<{ member: object; rolls: { cellName: string }[]; requests: { kind: string }[] }>(
      ...(['GET', `/data-requests/${view}/data`] as const),
    );
    expect(data.member).toMatchObject({ id: last, fullName: 'Đinh Mẫu Ngọn' });
    expect(data.rolls.map(({ cellName }) => cellName).toSorted()).toEqual(['Chi bộ 1', 'Chi bộ 1', 'Chi bộ 2']);
    expect(data.requests.map(({ kind }) => kind).toSorted()).toEqual(['delete', 'object', 'view']);
    await day.make('POST', `/data-requests/${erasure}/erasure`);
    for (const one of [last, kept, dropped]) expect(await person(one)).toMatchObject({ isErased: true });
  });

  it('are known to the merge in every table that refers to a member', async () => {
    const tables = await ask<{ name: string }>(
      day.test.databaseUrl,
      `SELECT DISTINCT conrelid::regclass::text AS name FROM pg_constraint WHERE contype = 'f' AND confrelid = 'member'::regclass`,
    );
    const moved = ['membership', 'exemption', 'away', 'member_office', 'member_secret'];
    // What was written of an entry once: it stays with it, and the copy for the person himself gathers it.
    const stays = [
      'roll_entry',
      'data_request',
      'membership_move',
      'member_step',
      'member_merge',
      'member_distinction',
    ];
    expect(tables.map(({ name }) => name).toSorted()).toEqual([...moved, ...stays].toSorted());
  });
});
