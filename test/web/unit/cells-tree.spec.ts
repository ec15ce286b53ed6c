import { describe, expect, it } from 'vitest';
import {
  chapters,
  type Change,
  changeWords,
  classWords,
  movesWords,
} from '../../../web/src/pages/cells/change-words.ts';
import type { Strength, Unit } from '../../../web/src/pages/cells/cell-queries.ts';
import { treeRows } from '../../../web/src/pages/cells/tree-rows.ts';

const unit = (id: string, parentId: string | null, kind: 'cell' | 'committee' = 'cell'): Unit => ({
  ...{ id, parentId, kind, name: id, category: null, code: null, valid: { from: '2010-01-01', to: null } },
});
const strength = (cellId: string, total: number): Strength => ({
  ...{ cellId, total, exempt: 1, away: 0, expected: total - 1, probationary: 0 },
});

describe('The rows of the tree', () => {
  it('stand under what they belong to, with the sum of what lies below', () => {
    const units = [
      unit('ward', null, 'committee'),
      unit('part', 'ward', 'committee'),
      unit('1', 'ward'),
      unit('2', 'part'),
      unit('3', 'part'),
    ];
    const { whole, rows } = treeRows(units, [strength('1', 10), strength('2', 20), strength('3', 30)]);
    expect(whole).toMatchObject({ cells: 3, sum: { total: 60, exempt: 3, expected: 57 } });
    expect(rows.map(({ unit: { id }, level, cells, sum: { total } }) => [id, level, cells, total])).toEqual([
      ['part', 0, 2, 50],
      ['2', 1, 0, 20],
      ['3', 1, 0, 30],
      ['1', 0, 0, 10],
    ]);
    expect(treeRows([], [])).toEqual({ whole: null, rows: [] });
  });
});

const state = (name: string, more: object = {}) => ({
  ...{ name, code: null, category: null, parentId: 'ward', parentName: 'Đảng bộ phường', ...more },
});
const change = (
  kind: Change['kind'],
  parts: Omit<Change['parts'][number], 'unitId'>[],
  more: Partial<Change> = {},
): Change => ({
  ...{
    id: parts.map(({ after }) => after?.name).join(),
    kind,
    on: '2026-10-01',
    document: null,
    recordedAt: '',
    isLast: true,
  },
  parts: parts.map((part, index) => ({ unitId: String(index), ...part })),
  ...more,
});

describe('The story of the tree', () => {
  it.each<[string, Change]>([
    ['Thành lập Chi bộ 1', change('founded', [{ part: 'subject', before: null, after: state('Chi bộ 1') }])],
    ['Chi bộ 1 giải thể', change('dissolved', [{ part: 'subject', before: state('Chi bộ 1'), after: null }])],
    [
      'Chi bộ 1 đổi tên thành Chi bộ A, chuyển về Đảng bộ B và mang mã số 01.002.003.000.001',
      change('changed', [
        {
          ...{ part: 'subject', before: state('Chi bộ 1') },
          after: state('Chi bộ A', { parentId: 'b', parentName: 'Đảng bộ B', code: '01.002.003.000.001' }),
        },
      ]),
    ],
    [
      'Chi bộ 3 và Chi bộ 4 nhập thành Chi bộ 34',
      change('merged', [
        { part: 'source', before: state('Chi bộ 3'), after: null },
        { part: 'source', before: state('Chi bộ 4'), after: null },
        { part: 'target', before: null, after: state('Chi bộ 34') },
      ]),
    ],
    [
      'Chi bộ 4 nhập vào Chi bộ 3',
      change('merged', [
        { part: 'source', before: state('Chi bộ 4'), after: null },
        { part: 'target', before: state('Chi bộ 3'), after: state('Chi bộ 3') },
      ]),
    ],
    [
      'Chi bộ 3 chia ra Chi bộ 3A và Chi bộ 3B',
      change('split', [
        { part: 'source', before: state('Chi bộ 3'), after: state('Chi bộ 3') },
        { part: 'target', before: null, after: state('Chi bộ 3A') },
        { part: 'target', before: null, after: state('Chi bộ 3B') },
      ]),
    ],
  ])('says “%s”', (words, one) => expect(changeWords(one)).toBe(words));

  it('tells foundings of one day in one line', () => {
    const founded = ['2', '1'].map((name) =>
      change('founded', [{ part: 'subject', before: null, after: state(name) }]),
    );
    expect(chapters(founded).map(({ words }) => words)).toEqual(['Thành lập 2 tổ chức đảng: 1 và 2']);
  });
});

describe('What a merger does', () => {
  const move = {
    ...{ fromCellId: '3', toCellId: '34', members: 43, official: 41, probationary: 1, temporaryIn: 1 },
    ...{ residence: 0, exempt: 2, away: 0, later: 0 },
  };

  it('is counted over the cells, with those who need a second look', () => {
    const words = '86 đảng viên chuyển sinh hoạt, trong đó 2 dự bị, 4 miễn sinh hoạt và 2 tạm chuyển đến';
    expect(movesWords([move, move])).toBe(words);
    expect(movesWords([])).toBe('không có đảng viên nào phải chuyển');
  });

  it('to a class says what the office has to do', () => {
    const one = {
      ...{ id: '1', name: 'Lớp 1', sessionId: 's', sessionTitle: 'Học nghị quyết', firstDay: '2026-11-20' },
      ...{ isSummoned: true, isDouble: false, effect: 'follows' as const },
    };
    const seen = {
      ...{ on: '2026-10-01', changeId: '', moves: [], groups: [], classes: [], clashes: [] },
      ...{ ended: [{ id: '3', name: 'Chi bộ 3' }], receiving: [{ id: '34', name: 'Chi bộ 34' }] },
    };
    const name = 'Lớp 1, Học nghị quyết';
    expect(classWords(one, seen)).toBe(
      `${name} (20/11/2026): Chi bộ 34 vào thay; đã triệu tập, triệu tập lại để danh sách mang tên mới.`,
    );
    expect(classWords({ ...one, isSummoned: false, isDouble: true }, { ...seen, ended: [] })).toBe(
      `${name} (20/11/2026): thêm Chi bộ 34; Chi bộ 34 đứng ở hai lớp, chọn một lớp trước khi triệu tập.`,
    );
    expect(classWords({ ...one, effect: 'stays' }, seen)).toBe(`${name} (20/11/2026): học trước ngày ấy, giữ nguyên.`);
    expect(classWords({ ...one, effect: 'undated', firstDay: null }, seen)).toBe(
      `${name}: chưa có ngày, xếp lại chi bộ bằng tay.`,
    );
  });
});
