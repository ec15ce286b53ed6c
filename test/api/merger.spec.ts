import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { today } from '../../src/platform/database/today.js';
import { document, type Succession, TwoCells } from './support/two-cells.js';

interface Entered {
  id: string;
}

let two: TwoCells;

beforeAll(async () => {
  two = await TwoCells.prepare();
});
beforeEach(() => two.anew());
afterAll(() => two.day.test.stop());

const refused = (status: number, code: string, more: object = {}) => ({ status, body: { code, ...more } });

describe('a merger of cells', () => {
  it('ends them and brings every member along in one step: of each kind, and those who come or leave later', async () => {
    const done = await two.day.make<Succession>('POST', '/units/merger', two.merger());
    const to = done.receiving[0]?.id ?? '';
    expect(done).toMatchObject({
      ended: [{ id: two.three }, { id: two.four }],
      moves: [
        {
          fromCellId: two.three,
          toCellId: to,
          members: 3,
          official: 2,
          probationary: 1,
          exempt: 1,
          residence: 0,
          later: 0,
        },
        { fromCellId: two.four, toCellId: to, members: 2, official: 1, temporaryIn: 1, later: 1 },
      ].toSorted((one, other) => (one.fromCellId < other.fromCellId ? -1 : 1)),
      clashes: [],
    });
    expect(await two.memberships(two.people.an)).toEqual([
      { kind: 'official', cellId: two.three, valid: { from: '2015-01-01', to: '2026-10-01' } },
      { kind: 'official', cellId: to, valid: { from: '2026-10-01', to: null } },
    ]);
    expect(await two.memberships(two.people.chi)).toMatchObject([
      { cellId: two.three },
      { cellId: to, valid: { from: '2026-10-01', to: '2027-01-01' } },
      { cellId: two.day.cell(0) },
    ]);
    expect(await two.memberships(two.people.dung)).toContainEqual({
      kind: 'temporary-in',
      cellId: to,
      valid: { from: '2026-10-01', to: null },
    });
    expect(await two.memberships(two.people.giang)).toEqual([
      { kind: 'official', cellId: to, valid: { from: '2026-12-01', to: null } },
    ]);
    const strengths = async (asOf: string) =>
      (await two.day.make<{ cellId: string; total: number }[]>('GET', `/members/by-cell?asOf=${asOf}`)).filter(
        ({ cellId }) => [two.three, two.four, to].includes(cellId),
      );
    expect(await strengths('2026-09-30')).toHaveLength(2);
    expect(await strengths('2026-10-01')).toMatchObject([{ cellId: to, total: 4, exempt: 1, probationary: 1 }]);
    const [told] = await two.day.make<object[]>('GET', `/units/${to}/changes`);
    expect(told).toMatchObject({ kind: 'merged', on: '2026-10-01', document, parts: [{}, {}, {}] });
  });

  it('into one of them leaves its members alone, and may rename it', async () => {
    const target = { unitId: two.three, name: two.name('Chi bộ 3 và 4'), code: '01.005.053.000.034' };
    const done = await two.day.make<Succession>('POST', '/units/merger', two.merger({ target }));
    expect(done.moves).toMatchObject([{ fromCellId: two.four, toCellId: two.three, members: 2 }]);
    expect(await two.memberships(two.people.an)).toMatchObject([{ cellId: two.three, valid: { to: null } }]);
    expect(await two.day.make('GET', `/units/${two.three}`)).toMatchObject([
      { name: two.name('Chi bộ 3'), valid: { to: '2026-10-01' } },
      { name: target.name, code: target.code, valid: { to: null } },
    ]);
  });

  it('is seen before it is done: the same answer, and nothing is written', async () => {
    const before = await two.state();
    const seen = await two.day.make<Succession>('POST', '/units/merger/preview', two.merger());
    expect(await two.state()).toEqual(before);
    const done = await two.day.make<Succession>('POST', '/units/merger', two.merger());
    const without = ({ changeId: _change, receiving, moves, ...rest }: Succession) => ({
      ...rest,
      receiving: receiving.map(({ name }) => name),
      moves: moves.map(({ toCellId: _to, ...move }) => move),
    });
    expect(without(seen)).toEqual(without(done));
  });

  it('names who would belong to the new cell in two ways', async () => {
    const both = [
      { cellId: two.three, kind: 'official', from: '2015-01-01' },
      { cellId: two.four, kind: 'temporary-in', from: '2020-01-01' },
    ];
    await two.member('Phan Thử Hai Nơi', both);
    const seen = await two.day.make<Succession>('POST', '/units/merger/preview', two.merger());
    expect(seen.clashes).toMatchObject([{ fullName: 'Phan Thử Hai Nơi' }]);
  });

  it('is refused where its name is taken, where a cell has ended, changes later, or is none', async () => {
    const taken = two.merger({ target: { name: 'Chi bộ 1' } });
    for (const path of ['/units/merger/preview', '/units/merger']) {
      expect(await two.day.test.call('POST', path, taken)).toMatchObject(refused(409, 'unit.name-taken'));
    }
    const committee = await two.day.make<Entered>('GET', '/committee');
    const none = await two.day.test.call('POST', '/units/merger', two.merger({ cellIds: [two.three, committee.id] }));
    expect(none).toMatchObject(
      refused(422, 'validation', { errors: [expect.objectContaining({ path: 'cellIds[1]' })] }),
    );
    await two.day.make('POST', `/units/${two.four}/changes`, { from: '2027-05-01', name: two.name('Chi bộ 4 sau') });
    expect(await two.day.test.call('POST', '/units/merger', two.merger())).toMatchObject(
      refused(409, 'unit.change-too-early'),
    );
    await two.day.make('POST', '/units/merger', two.merger({ on: '2028-01-01' }));
    expect(await two.day.test.call('POST', '/units/merger', two.merger())).toMatchObject(refused(409, 'unit.ended'));
  });

  it('is taken back with all that it moved, but not once somebody has moved on', async () => {
    const before = await two.state();
    const { changeId } = await two.day.make<Succession>('POST', '/units/merger', two.merger());
    expect((await two.day.test.call('DELETE', `/units/changes/${changeId}`)).status).toBe(200);
    expect(await two.state()).toEqual(before);
    const again = await two.day.make<Succession>('POST', '/units/merger', two.merger());
    const transfer = { cellId: two.day.cell(1), kind: 'official', from: '2026-11-01' };
    await two.day.make('POST', `/members/${two.people.an}/memberships`, transfer);
    const answer = await two.day.test.call('DELETE', `/units/changes/${again.changeId}`);
    expect(answer).toMatchObject(refused(409, 'membership.moved-since'));
    expect(await two.memberships(two.people.an)).toHaveLength(3);
  });

  it('lets a person who moved with it be erased, and is then not taken back: nobody is put into a cell again', async () => {
    const { changeId } = await two.day.make<Succession>('POST', '/units/merger', two.merger());
    const body = { memberId: two.people.binh, kind: 'delete', receivedOn: today() };
    const { id } = await two.day.make<{ id: string }>('POST', '/data-requests', body);
    expect((await two.day.test.call('POST', `/data-requests/${id}/erasure`)).status).toBeLessThan(300);
    const left = await two.state();
    const answer = await two.day.test.call('DELETE', `/units/changes/${changeId}`);
    expect(answer).toMatchObject(refused(409, 'membership.moved-since'));
    expect(await two.state()).toEqual(left);
  });
});

describe('a split of a cell', () => {
  const split = (more: object = {}) => ({
    ...{ cellId: two.three, on: '2026-10-01', document, ends: false },
    parts: [{ name: two.name('Chi bộ 3A'), memberIds: [two.people.an, two.people.chi] }],
    ...more,
  });

  it('founds cells with those who are named; the rest stays', async () => {
    const seen = await two.day.make<Succession>('POST', '/units/split/preview', split());
    expect(seen.moves).toMatchObject([{ members: 2, official: 2, exempt: 1 }]);
    const done = await two.day.make<Succession>('POST', '/units/split', split());
    const to = done.receiving[0]?.id ?? '';
    expect(done.ended).toEqual([]);
    expect(await two.memberships(two.people.chi)).toMatchObject([
      { cellId: two.three },
      { cellId: to },
      { cellId: two.day.cell(0) },
    ]);
    expect(await two.memberships(two.people.binh)).toMatchObject([{ cellId: two.three, valid: { to: null } }]);
    expect((await two.day.test.call('DELETE', `/units/changes/${done.changeId}`)).status).toBe(200);
    expect(await two.memberships(two.people.chi)).toMatchObject([{ cellId: two.three }, { cellId: two.day.cell(0) }]);
  });

  it('ends the cell where everybody has a place, and says how many have none', async () => {
    const left = await two.day.test.call('POST', '/units/split', split({ ends: true }));
    expect(left).toMatchObject(refused(422, 'validation'));
    expect(left.body['title']).toBe('Chi bộ thôi hoạt động mà còn 1 đồng chí chưa được xếp vào chi bộ mới.');
    const parts = [
      { name: two.name('Chi bộ 3A'), memberIds: [two.people.an, two.people.chi] },
      { name: two.name('Chi bộ 3B'), memberIds: [two.people.binh] },
    ];
    const done = await two.day.make<Succession>('POST', '/units/split', split({ ends: true, parts }));
    expect(done).toMatchObject({
      ended: [{ id: two.three }],
      receiving: [{ name: parts[0]?.name }, { name: parts[1]?.name }],
    });
  });

  it('places nobody twice, and nobody of another cell', async () => {
    const at = (path: string) => refused(422, 'validation', { errors: [expect.objectContaining({ path })] });
    const name = two.name('Chi bộ 3C');
    const foreign = split({ parts: [{ name, memberIds: [two.people.giang] }] });
    expect(await two.day.test.call('POST', '/units/split', foreign)).toMatchObject(at('parts[0].memberIds[0]'));
    const parts = [
      { name, memberIds: [two.people.an] },
      { name: `${name}B`, memberIds: [two.people.binh, two.people.an] },
    ];
    expect(await two.day.test.call('POST', '/units/split', split({ parts }))).toMatchObject(
      at('parts[1].memberIds[1]'),
    );
  });
});
