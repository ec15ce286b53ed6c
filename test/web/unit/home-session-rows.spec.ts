import { describe, expect, it } from 'vitest';
import {
  byMonth,
  matching,
  otherMonth,
  rowOf,
  shortDay,
  weeksOf,
} from '../../../web/src/pages/sessions/session-rows.ts';

const today = '2021-01-16';
const summary = (firstDay: string | null, classCount: number, closedClassCount: number, title = 'Nghị quyết XVII') => ({
  ...{ id: `${title} ${firstDay}`, kind: 'study' as const, mode: 'direct' as const },
  ...{ firstDay, classCount, closedClassCount, title },
});
const row = (...facts: Parameters<typeof summary>) => rowOf(summary(...facts), [], today);

describe('The list of sessions', () => {
  it('says of each session how far it is', () => {
    const words = [
      row(null, 0, 0),
      row('2021-01-23', 1, 0),
      row(today, 2, 1),
      row('2021-01-05', 2, 1),
      row('2021-01-05', 2, 2),
    ];
    expect(words.map((each) => each.words)).toEqual([
      'Chưa có lớp',
      'Chưa triệu tập',
      'Đã chốt 1 trong 2 lớp',
      'Còn 1 lớp chưa chốt',
      'Đã chốt',
    ]);
  });

  it('is searched without accents and by state', () => {
    const rows = [row('2021-01-05', 2, 2, 'Kết luận Hội nghị'), row(today, 2, 0, 'Quy định về nêu gương')];
    expect(matching(rows, 'neu guong', '')).toHaveLength(1);
    expect(matching(rows, '', 'done').map(({ title }) => title)).toEqual(['Kết luận Hội nghị']);
  });

  it('runs month by month from the latest, and what has no day stands first', () => {
    const months = byMonth([row('2020-12-08', 1, 1), row('2021-01-05', 1, 1), row(null, 0, 0), row(today, 1, 0)]);
    expect(months.map(({ month }) => month)).toEqual(['', '2021-01', '2020-12']);
    expect(months[1]?.rows.map(({ firstDay }) => firstDay)).toEqual([today, '2021-01-05']);
  });
});

describe('The month', () => {
  it('begins its weeks on Monday', () => {
    expect(weeksOf('2021-01')[0]).toEqual([0, 0, 0, 0, 1, 2, 3]);
    expect(weeksOf('2021-01')).toHaveLength(5);
    expect(shortDay(today)).toBe('T7 16/01');
  });

  it('goes over the year’s end', () => {
    expect(otherMonth('2021-01', -1)).toBe('2020-12');
    expect(otherMonth('2020-12', 1)).toBe('2021-01');
  });
});
