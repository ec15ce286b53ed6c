import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moved } from '../../../web/src/pages/classes/arrangement.ts';
import { planCells } from '../../../web/src/pages/classes/class-planner.ts';
import { sumSentence, sumsOf } from '../../../web/src/pages/classes/class-sums.ts';
import { rowsOf } from '../../../web/src/pages/classes/rows.ts';
import { reordered } from '../../../web/src/pages/plan/reordered.ts';

const people: Record<string, number> = { c1: 384, c2: 44, c11: 388, c20: 50 };
const countOf = (id: string): number => people[id] ?? 0;
const names = new Map(
  ['c1', 'c2', 'c11', 'c20', 'a', 'b', 'c', 'd'].map((id) => [id, `Chi bộ ${id.replace('c', '')}`]),
);
const text = (pieces: { text: string }[]): string => pieces.map((piece) => piece.text).join('');
const cells = ['c1', 'c2', 'c11', 'c20'];

describe('the sum over the classes', () => {
  it('takes off who is counted twice and adds who has no class, down to the register', () => {
    const sums = sumsOf(['one', 'two'], { one: ['c1', 'c2'], two: ['c2', 'c11'] }, cells, countOf);
    expect(text(sumSentence(sums))).toBe('428 + 432 − 44 trùng + 50 chưa xếp = 866 phải học, đúng bằng sổ đảng viên.');
  });
  it('says the register when a class holds a cell that is no more', () => {
    const sums = sumsOf(['one'], { one: ['c1', 'c2', 'c11', 'c20'] }, ['c1', 'c2', 'c11'], countOf);
    expect(text(sumSentence(sums))).toBe('866 = 866 phải học; sổ đảng viên có 816.');
  });
  it('claims nothing of the register once there is a roll, which also counts the exempt who came', () => {
    const sums = sumsOf(['one', 'two'], { one: ['c1', 'c2'], two: ['c11', 'c20'] }, cells, countOf);
    expect(text(sumSentence(sums, true))).toBe('428 + 438 = 866 được triệu tập.');
    expect(text(sumSentence({ ...sums, unplaced: 50, total: 916 }, true))).toMatch(/ = 916 phải học\.$/);
  });
  it('marks doubled and missing people as what a person owes', () => {
    const sums = sumsOf(['one'], { one: ['c1'] }, ['c1', 'c2'], countOf);
    expect(sumSentence(sums).filter(({ kind }) => kind === 'owed')).toEqual([{ text: '44 chưa xếp', kind: 'owed' }]);
  });
});

describe('moving cells', () => {
  const arrangement = { one: ['c1', 'c11'], two: ['c20'] };
  it('puts a cell where its name belongs when no place is chosen', () => {
    expect(moved(arrangement, { cellIds: ['c2'], from: null, to: 'one' }, names)).toEqual({ one: ['c1', 'c2', 'c11'] });
  });
  it('puts it before the row it was dropped on, or at the end', () => {
    expect(moved(arrangement, { cellIds: ['c20'], from: 'two', to: 'one', before: 'c1' }, names)).toEqual({
      one: ['c20', 'c1', 'c11'],
      two: [],
    });
    expect(moved(arrangement, { cellIds: ['c1'], from: 'one', to: 'one', before: null }, names)).toEqual({
      one: ['c11', 'c1'],
    });
  });
  it('changes nothing that need not change', () => {
    expect(moved(arrangement, { cellIds: ['c11'], from: 'one', to: 'one', before: null }, names)).toEqual({});
  });
});

describe('rows of a class', () => {
  const board = {
    arrangement: { one: ['a', 'b', 'c1'], two: ['b'] },
    names,
    countOf: () => 10,
    apart: new Set<string>(),
  };
  const groups = [{ id: 'g', name: 'khối các Trường học', cellIds: ['a', 'b', 'd'] }];
  it('show a group as one row with its cells', () => {
    const whole = { ...board, arrangement: { one: ['a', 'b', 'c1'], two: [] }, groups };
    const [row] = rowsOf(['a', 'b', 'c1'], 'one', whole);
    expect(row).toMatchObject({ name: 'Khối các Trường học', count: 20, group: { here: 2, of: 3 } });
  });
  it('show its cells singly when one of them stands in two classes', () => {
    const rows = rowsOf(['a', 'b', 'c1'], 'one', { ...board, groups });
    expect(rows.map(({ key, alsoIn }) => [key, alsoIn])).toEqual([
      ['a', []],
      ['b', ['two']],
      ['c1', []],
    ]);
  });
});

describe('sharing out by seats', () => {
  const place = (id: string, capacity: number | null, cellIds: string[] = []) => ({ id, capacity, cellIds });
  it('fills classes alike, in the order people count', () => {
    const plan = {
      unplaced: ['c', 'a', 'd', 'b'],
      groups: [],
      countOf: () => 100,
      names: new Map([
        ['a', 'Chi bộ 1'],
        ['b', 'Chi bộ 2'],
        ['c', 'Chi bộ 10'],
        ['d', 'Chi bộ 11'],
      ]),
    };
    const { changes, left } = planCells({ ...plan, places: [place('one', 500), place('two', 500)] });
    expect(changes).toEqual({ one: ['a', 'b'], two: ['c', 'd'] });
    expect(left).toEqual([]);
  });
  it('keeps a group together, beside those of it that have a class', () => {
    const plan = { unplaced: ['c1', 'b', 'd'], groups: [['a', 'b', 'd']], countOf: () => 10, names };
    const { changes } = planCells({ ...plan, places: [place('one', 100), place('two', 100, ['a'])] });
    expect(changes['two']).toEqual(['a', 'b', 'd']);
  });
  it('leaves out what has no seat, and says so', () => {
    const plan = { unplaced: ['a', 'b'], groups: [], countOf: () => 60, names };
    expect(planCells({ ...plan, places: [place('one', 100)] })).toEqual({ changes: { one: ['a'] }, left: ['b'] });
    expect(planCells({ ...plan, places: [] }).left).toEqual(['a', 'b']);
  });
  it('never overfills a class, loses a cell or moves one that has its class', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 80 }), { maxLength: 25 });
    fc.assert(
      fc.property(sizes, fc.array(fc.integer({ min: 1, max: 600 }), { maxLength: 4 }), (counts, seats) => {
        const ids = counts.map((_, index) => `Chi bộ ${index}`);
        const places = seats.map((capacity, index) => place(`k${index}`, capacity));
        const size = (id: string): number => counts[ids.indexOf(id)] ?? 0;
        const plan = {
          places,
          unplaced: ids,
          groups: [ids.slice(0, 3)],
          countOf: size,
          names: new Map(ids.map((id) => [id, id])),
        };
        const { changes, left } = planCells(plan);
        expect([...Object.values(changes).flat(), ...left].sort()).toEqual([...ids].sort());
        for (const [id, list] of Object.entries(changes)) {
          const seatsOf = places.find((each) => each.id === id)?.capacity ?? 0;
          expect(list.reduce((sum, cell) => sum + size(cell), 0)).toBeLessThanOrEqual(seatsOf);
        }
      }),
    );
  });
});

describe('protocol order', () => {
  it('moves one person and keeps the others in order', () => {
    expect(reordered(['a', 'b', 'c', 'd'], 3, 1)).toEqual(['a', 'd', 'b', 'c']);
    expect(reordered(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  });
});
