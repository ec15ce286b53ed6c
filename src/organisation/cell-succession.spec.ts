import { describe, expect, it } from 'vitest';
import { succeeded, type Succession } from './cell-succession.js';

const merger = (more: Partial<Succession>): Succession => ({
  ...{ on: '2026-10-01', from: ['3', '4'], to: ['new'], ended: ['3', '4'] },
  ...more,
});

describe('a list of cells after a merger or a split', () => {
  it.each<[string, string[], Succession, string[]]>([
    ['a new cell stands where the first of them stood', ['1', '3', '5', '4'], merger({}), ['1', 'new', '5']],
    [
      'the cell that receives keeps its place',
      ['4', '1', '3'],
      merger({ from: ['4'], to: ['3'], ended: ['4'] }),
      ['1', '3'],
    ],
    ['one of them alone brings the new cell along', ['4', '6'], merger({}), ['new', '6']],
    [
      'a cell that gives a part away stays before it',
      ['3', '9'],
      merger({ from: ['3'], ended: [] }),
      ['3', 'new', '9'],
    ],
    ['a list without any of them stays', ['1', '2'], merger({}), ['1', '2']],
  ])('%s', (_, cells, succession, after) => {
    expect(succeeded(cells, succession)).toEqual(after);
  });
});
