import { describe, expect, it } from 'vitest';
import type { Figures, Session, Tally } from '../../../web/src/api/queries.ts';
import { formulaOf } from '../../../web/src/pages/figures/formula.ts';
import { classState, openedAfter, openedClasses } from '../../../web/src/pages/figures/opened.ts';

const whole: Tally = {
  ...{ total: 930, exemptAbsent: 52, away: 12, summoned: 866 },
  ...{ present: 803, excused: 20, unexcused: 5, unmarked: 38, presentElsewhere: 0, leftEarly: 0 },
  ...{ official: { summoned: 841, present: 779 }, probationary: { summoned: 25, present: 24 } },
};
const oneClass = (name: string, closedAt: string | null, more: object = {}): Figures['classes'][number] => ({
  ...{ classId: name, name, revision: closedAt ? 1 : 0, closedAt, tally: whole },
  cells: [{ cellId: `cell of ${name}`, name: `Chi bộ ${name}`, group: null, tally: whole }],
  ...more,
});
const closed = '2021-01-16T05:00:00Z';
const figures: Figures = { tally: whole, classes: [oneClass('1', closed), oneClass('2', null)] };

const blank: Session = {
  ...{ id: 's', kind: 'study', title: '', mode: 'direct', basis: null, attendanceRule: 'any-sitting' },
  ...{ isLeftEarlyPresent: true, areDatesConfirmed: false, narrative: {}, resolutions: [], presenters: [] },
  ...{ delegates: [], guests: [], classes: [], warnings: [] },
};

describe('the sums under the figures', () => {
  it('show each figure with what it is made of', () => {
    const { rate, sentences } = formulaOf(figures, blank);
    expect(rate).toBe('803/866 = 92,73\u00a0%');
    expect(sentences).toEqual([
      'Được triệu tập = 930 đảng viên − 52 miễn công tác và sinh hoạt mà không dự − 12 tạm chuyển đi = 866.',
      'Bốn trạng thái cộng lại: 803 + 20 + 5 + 38 = 866, khớp ở cả 2 chi bộ.',
      'Đại biểu và thành phần khác tính riêng.',
    ]);
  });

  it('add up as they are written', () => {
    const numbers = formulaOf(figures, blank)
      .sentences.slice(0, 2)
      .map((sentence) => (sentence.match(/\d+/g) ?? []).map(Number));
    const [summoned = [], states = []] = numbers;
    expect((summoned[0] ?? 0) - (summoned[1] ?? 0) - (summoned[2] ?? 0)).toBe(summoned[3]);
    expect(states.slice(0, 4).reduce((sum, part) => sum + part, 0)).toBe(states[4]);
  });

  it('name the cell whose figures do not add up', () => {
    const wrong = oneClass('3', null, {
      cells: [{ cellId: 'x', name: 'Chi bộ 18', group: null, tally: { ...whole, present: 802 } }],
    });
    const { sentences } = formulaOf({ tally: whole, classes: [wrong] }, blank);
    expect(sentences.join(' ')).toContain('chưa khớp ở Chi bộ 18');
  });

  it('give the number of guests only where the plan gives it of all of them', () => {
    const delegates = [{ name: 'Lê Thị Hiền', office: 'Phó Bí thư' }];
    const known = { ...blank, delegates, guests: [{ category: 'Lãnh đạo phường', count: 66 }] };
    expect(formulaOf(figures, known).sentences).toContain('Đại biểu và thành phần khác (67 người) tính riêng.');
    const unknown = { ...blank, delegates, guests: [{ category: 'Lãnh đạo phường', count: null }] };
    expect(formulaOf(figures, unknown).sentences).toContain('Đại biểu và thành phần khác tính riêng.');
  });

  it('leave the rate open where nobody was summoned', () => {
    expect(formulaOf({ tally: { ...whole, summoned: 0, present: 0 }, classes: [] }, blank).rate).toBe('–');
  });
});

describe('the classes of the table', () => {
  it('are folded when they are closed while another one is open, and shown when all are closed', () => {
    expect([...openedClasses(figures.classes, null)]).toEqual(['2']);
    expect([...openedClasses([oneClass('1', closed)], null)]).toEqual(['1']);
  });

  it('are opened and folded through the address', () => {
    const { classes } = figures;
    const both = openedAfter(classes, openedClasses(classes, null), '1', true);
    expect(both).toBe('1,2');
    const none = openedAfter(classes, openedClasses(classes, '2'), '2', false);
    expect([none, [...openedClasses(classes, none)]]).toEqual(['0', []]);
  });

  it('say their state, and how often they were closed', () => {
    expect(figures.classes.map(classState)).toEqual(['đã chốt', 'đang ghi']);
    expect(classState(oneClass('1', closed, { revision: 2 }))).toBe('đã chốt lần 2');
    expect(classState(oneClass('1', null, { tally: { ...whole, total: 0 } }))).toBe('chưa triệu tập');
  });
});
