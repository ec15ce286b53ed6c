import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../migrations/support/catalog.js';
import { refused, wrongFields } from './support/office.js';
import { type RoleHolder, roleHolder, viewerFromAbove } from './support/role-holder.js';
import { StudyDay } from './support/study-day.js';

interface Saved {
  id: string;
  name: string;
  isShared: boolean;
  isOwn: boolean;
}

let day: StudyDay;
let colleague: RoleHolder;
let ofCell: RoleHolder;

beforeAll(async () => {
  day = await StudyDay.prepare();
  colleague = await roleHolder(day.test, 'clerk');
  ofCell = await roleHolder(day.test, 'cell-secretary', day.cell(0));
});
afterAll(() => day.test.stop());

const filter = (name: string, more: object = {}) => ({
  name,
  query: { sex: 'female', ageFrom: 18 },
  isShared: false,
  ...more,
});
const save = (body: object): Promise<Saved> => day.make('POST', '/member-filters', body);
const names = async (who: RoleHolder): Promise<string[]> =>
  ((await who('GET', '/member-filters')).body as unknown as Saved[]).map(({ name }) => name);
const trail = (id: string) =>
  ask(
    day.test.databaseUrl,
    `SELECT e.action, coalesce(jsonb_object_agg(v.field, v.value) FILTER (WHERE v.field IS NOT NULL), '{}') AS told
       FROM audit_entry e LEFT JOIN audit_value v ON (v.committee_id, v.seq) = (e.committee_id, e.seq)
      WHERE e.subject_id = $1 GROUP BY e.seq, e.action ORDER BY e.seq`,
    [id],
  );

describe('a filter under a name', () => {
  it('is its owner’s, comes back as it was saved, is changed and removed', async () => {
    const saved = await save(filter('Nữ đảng viên'));
    expect(saved).toEqual({ id: saved.id, ...filter('Nữ đảng viên'), isOwn: true });
    expect(await names(day.test.call)).toEqual(['Nữ đảng viên']);
    expect(await names(colleague)).toEqual([]);
    const changed = await day.test.call('PATCH', `/member-filters/${saved.id}`, {
      name: 'Phụ nữ',
      query: { sex: 'female' },
    });
    expect(changed).toMatchObject({ status: 200, body: { name: 'Phụ nữ', query: { sex: 'female' }, isShared: false } });
    for (const method of ['PATCH', 'DELETE'] as const) {
      expect(await colleague(method, `/member-filters/${saved.id}`, method === 'PATCH' ? {} : undefined)).toMatchObject(
        { status: 404 },
      );
    }
    expect((await day.test.call('DELETE', `/member-filters/${saved.id}`)).status).toBe(204);
    expect(await names(day.test.call)).toEqual([]);
    // What is one's own is told without its words.
    expect(await trail(saved.id)).toEqual(
      ['created', 'changed', 'removed'].map((verb) => ({ action: `saved-filter.${verb}`, told: {} })),
    );
  });

  it('is shared with those who reach the whole register, and stays its owner’s', async () => {
    const { id } = await save(filter('Nhóm dùng chung', { isShared: true }));
    expect(await names(colleague)).toEqual(['Nhóm dùng chung']);
    expect(await names(ofCell)).toEqual([]);
    const [seen] = (await colleague('GET', '/member-filters')).body as unknown as Saved[];
    expect(seen).toMatchObject({ id, isOwn: false, isShared: true });
    expect(await colleague('PATCH', `/member-filters/${id}`, { name: 'Của tôi' })).toMatchObject({ status: 404 });
    expect(await colleague('DELETE', `/member-filters/${id}`)).toMatchObject({ status: 404 });
    await day.make('PATCH', `/member-filters/${id}`, { isShared: false });
    expect(await names(colleague)).toEqual([]);
    expect(await trail(id)).toMatchObject([
      { told: { name: '"Nhóm dùng chung"' } },
      { told: { isShared: '{"from":true,"to":false}' } },
    ]);
    await day.make('DELETE', `/member-filters/${id}`);
  });

  it('that would share what one does not reach whole is refused', async () => {
    expect(await ofCell('POST', '/member-filters', filter('Của chi bộ'))).toMatchObject({ status: 201 });
    expect(await ofCell('POST', '/member-filters', filter('Cho mọi người', { isShared: true }))).toMatchObject({
      status: 403,
    });
    await day.make('PATCH', '/committee', { showsNamesAbove: true });
    const above = await viewerFromAbove(day.test);
    expect(await above('POST', '/member-filters', filter('Xem từ trên', { isShared: true }))).toMatchObject({
      status: 403,
    });
    const health = filter('Đang điều trị', { query: { exemption: 'treatment' } });
    expect(await above('POST', '/member-filters', health)).toMatchObject({ status: 403 });
  });

  it('of no condition, of an unknown one, or with a name that is taken, is refused in a sentence', async () => {
    const refuse = (body: object) => day.test.call('POST', '/member-filters', body);
    expect(await refuse(filter('Trống', { query: {} }))).toMatchObject(wrongFields('query'));
    expect(await refuse({ name: 'Thiếu', isShared: false })).toMatchObject(wrongFields('query'));
    expect(await refuse(filter('Lạ', { query: { salary: 1 } }))).toMatchObject({ status: 422 });
    expect(await refuse(filter('Sai', { query: { ageFrom: 'già' } }))).toMatchObject(wrongFields('query.ageFrom'));
    expect(await refuse(filter(' '))).toMatchObject(wrongFields('name'));
    expect(await refuse(filter('x'.repeat(81)))).toMatchObject(wrongFields('name'));
    await save(filter('Trùng tên'));
    expect(await refuse(filter('Trùng  tên'))).toMatchObject(refused(409, 'saved-filter.name-taken'));
    expect(await colleague('POST', '/member-filters', filter('Trùng tên'))).toMatchObject({ status: 201 });
  });

  it('is one of fifty at most', async () => {
    const own = await roleHolder(day.test, 'clerk');
    for (let at = 0; at < 50; at += 1) await own('POST', '/member-filters', filter(`Bộ lọc ${at}`));
    expect(await own('POST', '/member-filters', filter('Bộ lọc 50'))).toMatchObject(
      refused(409, 'saved-filter.too-many'),
    );
    expect((await names(own)).slice(0, 3)).toEqual(['Bộ lọc 0', 'Bộ lọc 1', 'Bộ lọc 2']);
    expect((await names(own))[10]).toBe('Bộ lọc 10');
  });
});

describe('the rows of saved filters', () => {
  it('are changed and removed by their owner alone, whatever a statement forgets', async () => {
    const { id } = await save(filter('Hàng dùng chung', { isShared: true }));
    const [row] = await ask<{ committee: string; other: string }>(
      day.test.databaseUrl,
      `SELECT f.committee_id AS committee, a.id AS other FROM saved_filter f JOIN account a ON a.id <> f.account_id WHERE f.id = $1 LIMIT 1`,
      [id],
    );
    const asOther = (statement: string) =>
      ask(
        day.test.databaseUrl,
        `BEGIN; SET LOCAL ROLE quan_triet_app; SET LOCAL app.committees = '${row?.committee}'; SET LOCAL app.account = '${row?.other}';
         SET LOCAL app.people = 'all'; ${statement}; COMMIT`,
      );
    await asOther(`UPDATE saved_filter SET name = 'Đã sửa'`);
    await asOther(`DELETE FROM saved_filter WHERE is_shared`);
    const [kept] = await ask(day.test.databaseUrl, 'SELECT name FROM saved_filter WHERE id = $1', [id]);
    expect(kept).toEqual({ name: 'Hàng dùng chung' });
  });
});
