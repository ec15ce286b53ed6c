import { describe, expect, it } from 'vitest';
import type { MergedRange } from './cell-code.ts';
import { coveringOf, MergeWalk } from './merge-walk.ts';

const range = (top: number, left: number, bottom: number, right: number): MergedRange => ({ top, left, bottom, right });

/** What the cells of some rows show through merged ranges: the name of the cell at the top left of each. */
function shown(merges: MergedRange[], rows: number[], columns: number[]): (string | null)[][] {
  const walk = new MergeWalk<{ column: number; name: string }>(merges);
  const entered = rows.map((row) => {
    const cells = columns.map((column) => ({ column, name: `${row}/${column}` }));
    return { row, ranges: walk.enter(row, cells) };
  });
  // Asked only after all rows went by: a row keeps what it was given.
  return entered.map(({ row, ranges }) =>
    columns.map((column) => coveringOf(ranges, row, column)?.anchor?.name ?? null),
  );
}

describe('merged ranges while rows go by', () => {
  it('cover their columns and rows, and nothing beside, above or below', () => {
    expect(shown([range(2, 2, 3, 3)], [1, 2, 3, 4], [1, 2, 3, 4])).toEqual([
      [null, null, null, null],
      [null, '2/2', '2/2', null],
      [null, '2/2', '2/2', null],
      [null, null, null, null],
    ]);
  });

  it('follow each other in the same columns, in whatever order they are listed', () => {
    const merges = [range(5, 1, 9, 2), range(1, 1, 4, 1), range(1, 2, 4, 2)];
    expect(shown(merges, [1, 4, 5, 9], [1, 2])).toEqual([
      ['1/1', '1/2'],
      ['1/1', '1/2'],
      ['5/1', '5/1'],
      ['5/1', '5/1'],
    ]);
  });

  it('count as listed from the top where they overlap, and show nothing where their first row is empty', () => {
    const overlapping = shown([range(2, 3, 4, 4), range(1, 1, 3, 3)], [1, 2, 4], [1, 3, 4]);
    expect(overlapping).toEqual([
      ['1/1', '1/1', null],
      ['1/1', '1/1', null],
      [null, null, null],
    ]);
    expect(shown([range(1, 1, 3, 1)], [2, 3], [1])).toEqual([[null], [null]]);
  });

  it('stay few in memory, however many a file lists', () => {
    const merges = Array.from({ length: 5000 }, (_, column) => range(1, column * 2 + 1, 100, column * 2 + 2));
    const walk = new MergeWalk<{ column: number }>(merges);
    expect(walk.enter(1, []).length).toBeLessThanOrEqual(256);
  });
});
