import { describe, expect, it } from 'vitest';
import { isIndexRow, isTotalRow, sectionOf } from './list-rows.js';

describe('a row that sums up', () => {
  it.each([
    [['', 'Tổng cộng', '', '25']],
    [['Cộng', '25']],
    [['Cộng: 25 đồng chí']],
    [['', 'TỔNG SỐ', '25']],
    [['Tổng', '', '25']],
    [['Tong cong: 25']],
    [['', '(Danh sách có 25 đồng chí)']],
    [['Ấn định danh sách gồm 25 đảng viên']],
    [['Tổng cộng', 'Tổng cộng', 'Tổng cộng', '25']],
  ])('is %j', (cells) => {
    expect(isTotalRow(cells)).toBe(true);
  });

  it.each([
    [['1', 'Tống Văn An', '1960']],
    [['2', 'TỐNG CÔNG', '1960']],
    [['3', 'Công Thị Bình', '1961']],
    [['4', 'Cong Van An', '1961']],
    [['5', 'Tong Van An', '1961']],
    [['', '']],
  ])('is not %j', (cells) => {
    expect(isTotalRow(cells)).toBe(false);
  });
});

describe('a row that announces a cell', () => {
  it.each([
    [['I', 'Chi bộ Tổ dân phố 1 (25 đảng viên)'], 'Chi bộ Tổ dân phố 1'],
    [['II. CHI BỘ CÔNG AN: 12 đồng chí', ''], 'CHI BỘ CÔNG AN'],
    [['Chi bộ 10B', 'Chi bộ 10B', 'Chi bộ 10B'], 'Chi bộ 10B'],
    [['', 'Chi bộ 5', '', '23'], 'Chi bộ 5'],
  ])('%j gives %s', (cells, name) => {
    expect(sectionOf(cells)).toBe(name);
  });

  it.each([[['1', 'Nguyễn Văn An', 'Chi bộ 5']], [['Danh sách đảng viên']], [['', '']]])('is not %j', (cells) => {
    expect(sectionOf(cells)).toBeNull();
  });
});

describe('a row of column numbers', () => {
  it('counts on, with brackets or letters', () => {
    expect(
      [
        ['1', '2', '3'],
        ['(1)', '(2)', '(3)'],
        ['A', 'B', '1', '2'],
      ].map(isIndexRow),
    ).toEqual([true, true, true]);
    expect([['1', 'Nguyễn Văn An', '1960'], ['1', '', ''], ['2', '1', '3'], []].map(isIndexRow)).toEqual(
      Array(4).fill(false),
    );
  });
});
