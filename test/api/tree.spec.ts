import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../migrations/support/catalog.js';
import { plantManyCells } from '../support/many-cells.js';
import { StudyDay } from './support/study-day.js';

interface Entered {
  id: string;
}
interface Unit extends Entered {
  name: string;
  code: string | null;
  parentId: string | null;
}
interface Change extends Entered {
  kind: string;
  on: string;
  isLast: boolean;
  document: object | null;
  parts: { unitId: string; part: string; before: Unit | null; after: Unit | null }[];
}

let day: StudyDay;

beforeAll(async () => {
  day = await StudyDay.prepare();
});
afterAll(() => day.test.stop());

const refused = (status: number, code: string, more: object = {}) => ({ status, body: { code, ...more } });
const found = (name: string, more: object = {}): Promise<Unit> =>
  day.make('POST', '/units', { name, kind: 'cell', foundedOn: '2010-01-01', ...more });
const change = (id: string, body: object) => day.test.call('POST', `/units/${id}/changes`, body);
const story = (id: string): Promise<Change[]> => day.make('GET', `/units/${id}/changes`);
const takeBack = (id: string) => day.test.call('DELETE', `/units/changes/${id}`);
const tree = async (query: string): Promise<Unit[]> => day.make('GET', `/units?${query}`);
const named = async (asOf: string, id: string) => (await tree(`asOf=${asOf}`)).find((unit) => unit.id === id)?.name;

const document = { number: '12-QĐ/ĐU', issuer: 'Đảng ủy phường', issuedOn: '2026-09-20' };

describe('a unit over time', () => {
  it('is renamed and renumbered from a day on, with the document that decided it; before that day it is what it was', async () => {
    const { id } = await found('Chi bộ Cũ');
    const code = '01.005.053.000.012';
    expect((await change(id, { from: '2020-07-01', name: 'Chi bộ Mới', code, document })).status).toBe(201);
    expect([await named('2020-06-30', id), await named('2020-07-01', id)]).toEqual(['Chi bộ Cũ', 'Chi bộ Mới']);
    expect(await story(id)).toMatchObject([
      {
        ...{ kind: 'changed', on: '2020-07-01', document, isLast: true },
        parts: [{ before: { name: 'Chi bộ Cũ', code: null }, after: { name: 'Chi bộ Mới', code } }],
      },
      { kind: 'founded', on: '2010-01-01', document: null, isLast: false, parts: [{ before: null }] },
    ]);
    const wrong = await change(id, { from: '2020-08-01', code: '1.5.53.0.12' });
    expect(wrong).toMatchObject(refused(422, 'validation', { errors: [expect.objectContaining({ path: 'code' })] }));
  });

  it('is not changed on a day that a later change contradicts, and it is said which', async () => {
    const { id } = await found('Chi bộ A');
    await change(id, { from: '2022-01-01', name: 'Chi bộ B' });
    const answer = await change(id, { from: '2021-06-01', name: 'Chi bộ C' });
    expect(answer).toMatchObject(refused(409, 'unit.change-too-early', { details: { since: '2022-01-01' } }));
    expect(answer.body['title']).toBe(
      'Chi bộ B đã có thay đổi từ ngày 01/01/2022: ghi một ngày sau đó, hoặc lấy lại thay đổi ấy trước.',
    );
    await day.make('POST', `/units/${id}/dissolution`, { on: '2024-01-01', document });
    expect(await change(id, { from: '2025-01-01', name: 'Chi bộ D' })).toMatchObject(refused(409, 'unit.ended'));
    expect(await story(id)).toMatchObject([{ kind: 'dissolved', on: '2024-01-01', document }, {}, {}]);
  });

  it('may get a second document on the same day, and nothing that changes nothing', async () => {
    const { id } = await found('Chi bộ Một Ngày');
    await change(id, { from: '2023-05-05', name: 'Chi bộ Hai Ngày' });
    expect((await change(id, { from: '2023-05-05', category: 'Cơ quan' })).status).toBe(201);
    expect(await day.make('GET', `/units/${id}`)).toMatchObject([
      { name: 'Chi bộ Một Ngày', valid: { from: '2010-01-01', to: '2023-05-05' } },
      { name: 'Chi bộ Hai Ngày', category: 'Cơ quan', valid: { from: '2023-05-05', to: null } },
    ]);
    const nothing = await change(id, { from: '2024-01-01', name: 'Chi bộ Hai Ngày' });
    expect(nothing).toMatchObject(refused(422, 'unit.nothing-changes'));
  });

  it('carries no name that another one has beside it at the time; after it has ended it may', async () => {
    const { id } = await found('Chi bộ Trùng');
    const again = { name: 'chi bộ trùng', kind: 'cell', foundedOn: '2015-01-01' };
    expect(await day.test.call('POST', '/units', again)).toMatchObject(refused(409, 'unit.name-taken'));
    await day.make('POST', `/units/${id}/dissolution`, { on: '2015-01-01' });
    expect((await day.test.call('POST', '/units', again)).status).toBe(201);
  });
});

describe('a sub-committee that moves', () => {
  it('takes along whatever lies below it, from that day on', async () => {
    const [old, next] = [
      await found('Đảng bộ A', { kind: 'committee' }),
      await found('Đảng bộ B', { kind: 'committee' }),
    ];
    const part = await found('Đảng bộ bộ phận', { kind: 'committee', parentId: old.id });
    const cell = await found('Chi bộ Dưới', { parentId: part.id });
    await change(cell.id, { from: '2030-01-01', name: 'Chi bộ Dưới, tên sau này' });
    expect((await change(part.id, { from: '2020-01-01', parentId: next.id, document })).status).toBe(201);
    const below = async (id: string, asOf: string) =>
      (await tree(`asOf=${asOf}&below=${id}`)).map(({ name }) => name).slice(1);
    expect(await below(old.id, '2019-12-31')).toEqual(['Đảng bộ bộ phận', 'Chi bộ Dưới']);
    expect(await below(old.id, '2020-01-01')).toEqual([]);
    expect(await below(next.id, '2020-01-01')).toEqual(['Đảng bộ bộ phận', 'Chi bộ Dưới']);
    expect(await below(next.id, '2030-01-01')).toEqual(['Đảng bộ bộ phận', 'Chi bộ Dưới, tên sau này']);
    expect(await story(part.id)).toMatchObject([
      { kind: 'changed', parts: [{ before: { parentName: 'Đảng bộ A' }, after: { parentName: 'Đảng bộ B' } }] },
      {},
    ]);
    const paths = await ask<{ wrong: number }>(
      day.test.databaseUrl,
      `SELECT count(*)::int AS wrong FROM unit_version v JOIN unit_version p ON p.unit_id = v.parent_id AND p.valid && v.valid
        WHERE v.path <> p.path || v.unit_id::text::ltree`,
    );
    expect(paths).toEqual([{ wrong: 0 }]);
  });

  it('comes back with all that is below it; not while something below was changed since', async () => {
    const [old, next] = [
      await found('Đảng bộ C', { kind: 'committee' }),
      await found('Đảng bộ D', { kind: 'committee' }),
    ];
    const part = await found('Bộ phận C', { kind: 'committee', parentId: old.id });
    const cell = await found('Chi bộ của C', { parentId: part.id });
    const rows = () => ask(day.test.databaseUrl, 'SELECT * FROM unit_version ORDER BY unit_id, valid');
    const before = await rows();
    await change(part.id, { from: '2020-01-01', parentId: next.id });
    const later = (await change(cell.id, { from: '2021-01-01', name: 'Chi bộ của D' })).status;
    const [move] = await story(part.id);
    const answer = await takeBack(move?.id ?? '');
    expect([later, answer]).toMatchObject([
      201,
      refused(409, 'unit.changed-since', { details: { units: ['Chi bộ của D'] } }),
    ]);
    const [rename] = await story(cell.id);
    expect((await takeBack(rename?.id ?? '')).status).toBe(200);
    const young = await found('Chi bộ Trẻ', { parentId: part.id, foundedOn: '2022-01-01' });
    expect(await takeBack(move?.id ?? '')).toMatchObject(
      refused(409, 'unit.changed-since', { details: { units: ['Chi bộ Trẻ'] } }),
    );
    const [founding] = await story(young.id);
    await takeBack(founding?.id ?? '');
    expect((await takeBack(move?.id ?? '')).status).toBe(200);
    expect(await rows()).toEqual(before);
    expect(await day.test.call('GET', `/units/${young.id}`)).toMatchObject({ status: 404 });
  });

  it('goes under no cell, not under itself, and not where its place would be gone', async () => {
    const top = await found('Đảng bộ E', { kind: 'committee' });
    const part = await found('Bộ phận E', { kind: 'committee', parentId: top.id });
    const other = await found('Đảng bộ F', { kind: 'committee' });
    const at = (path: string) => refused(422, 'validation', { errors: [expect.objectContaining({ path })] });
    expect(await change(top.id, { from: '2020-01-01', parentId: part.id })).toMatchObject(at('parentId'));
    expect(await change(top.id, { from: '2020-01-01', parentId: day.cell(0) })).toMatchObject(at('parentId'));
    await change(part.id, { from: '2031-01-01', parentId: other.id });
    const founded = { name: 'Chi bộ Sớm', kind: 'cell', foundedOn: '2030-01-01', parentId: part.id };
    const answer = await day.test.call('POST', '/units', founded);
    expect(answer).toMatchObject(refused(409, 'unit.parent-moves-later', { details: { since: '2031-01-01' } }));
    expect((await day.test.call('POST', '/units', { ...founded, foundedOn: '2031-01-01' })).status).toBe(201);
  });
});

describe('the last change', () => {
  it('is taken back as if it had not been; only the last, and not while members stand on it', async () => {
    const { id } = await found('Chi bộ Thử');
    const [founding] = await story(id);
    await change(id, { from: '2020-01-01', name: 'Chi bộ Nhầm' });
    const [renaming] = await story(id);
    expect(await takeBack(founding?.id ?? '')).toMatchObject(refused(409, 'unit.changed-since'));
    expect((await takeBack(renaming?.id ?? '')).status).toBe(200);
    expect(await day.make('GET', `/units/${id}`)).toMatchObject([{ name: 'Chi bộ Thử', valid: { to: null } }]);
    const memberships = [{ cellId: id, kind: 'official', from: '2015-01-01' }];
    await day.make('POST', '/members', { fullName: 'Trần Thử Nghiệm', memberships });
    expect(await takeBack(founding?.id ?? '')).toMatchObject(refused(409, 'membership.no-cell'));
    expect(await takeBack(renaming?.id ?? '')).toMatchObject({ status: 404 });
  });

  it('brings a dissolved cell back', async () => {
    const { id } = await found('Chi bộ Giải Thể Nhầm');
    await day.make('POST', `/units/${id}/dissolution`, { on: '2026-01-01' });
    const [dissolution] = await story(id);
    expect((await takeBack(dissolution?.id ?? '')).status).toBe(200);
    expect(await named('2026-06-01', id)).toBe('Chi bộ Giải Thể Nhầm');
  });
});

describe('the story of the tree', () => {
  it('is told newest first, of the days that are asked for', async () => {
    const { id } = await found('Chi bộ Kể Chuyện');
    for (const [from, name] of [
      ['2041-01-01', 'Một'],
      ['2041-03-01', 'Hai'],
      ['2041-05-01', 'Ba'],
    ] as const) {
      await change(id, { from, name: `Chi bộ ${name}` });
    }
    const told = await day.make<Change[]>('GET', '/units/changes?from=2041-01-01&to=2041-03-01');
    expect(told.map(({ on }) => on)).toEqual(['2041-03-01', '2041-01-01']);
    const { days } = await day.make<{ days: string[] }>('GET', '/units/days');
    expect(days.slice(-3)).toEqual(['2041-01-01', '2041-03-01', '2041-05-01']);
  });

  it('of a part of the tree, so many levels deep', async () => {
    const top = await found('Đảng bộ Sâu', { kind: 'committee' });
    const part = await found('Bộ phận Sâu', { kind: 'committee', parentId: top.id });
    await found('Chi bộ Sâu', { parentId: part.id });
    const names = async (query: string) => (await tree(`below=${top.id}${query}`)).map(({ name }) => name);
    expect(await names('')).toEqual(['Đảng bộ Sâu', 'Bộ phận Sâu', 'Chi bộ Sâu']);
    expect(await names('&depth=1')).toEqual(['Đảng bộ Sâu', 'Bộ phận Sâu']);
    expect(await names('&depth=0')).toEqual(['Đảng bộ Sâu']);
  });

  it('is refused where it is larger than anybody reads, rather than cut; a part of it is given', async () => {
    const top = await found('Đảng bộ Đông', { kind: 'committee' });
    await plantManyCells(day.test.databaseUrl, top.id, 5000);
    expect(await day.test.call('GET', '/units')).toMatchObject(
      refused(422, 'unit.too-many', { details: { most: 5000 } }),
    );
    expect((await tree('depth=1')).map(({ name }) => name)).toContain('Đảng bộ Đông');
    expect(await tree(`below=${day.cell(0)}`)).toHaveLength(1);
  });
});
