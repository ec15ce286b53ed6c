import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SessionFiguresDto } from '../../src/attendance/attendance.dto.js';
import { type ArticleDay, prepareArticleDay } from '../support/article-day.js';

describe('the day of the article', () => {
  let day: ArticleDay;
  let figures: SessionFiguresDto;

  beforeAll(async () => {
    day = await prepareArticleDay();
    figures = day.figures;
  });
  afterAll(() => day.test.stop());

  it('has 930 members, of whom 866 are summoned and 832 come', () => {
    expect(figures.tally).toMatchObject({
      ...{
        total: 930,
        exemptAbsent: 52,
        away: 12,
        summoned: 866,
        present: 832,
        excused: 24,
        unexcused: 10,
        unmarked: 0,
      },
      official: { summoned: 841, present: 807 },
      probationary: { summoned: 25, present: 25 },
    });
  });

  it('has two classes that add up to it', () => {
    const [one, two] = figures.classes;
    expect(one).toMatchObject({
      name: 'Lớp 1',
      revision: 1,
      tally: { total: 460, summoned: 428, present: 412, excused: 11, unexcused: 5 },
    });
    expect(two).toMatchObject({
      name: 'Lớp 2',
      revision: 1,
      tally: { total: 470, summoned: 438, present: 420, excused: 13, unexcused: 5 },
    });
  });

  it('keeps the schools together and the cells in the order of the plan', () => {
    const names = figures.classes.map(({ cells }) => cells.map(({ name }) => name));
    expect(names[0]?.slice(0, 6)).toEqual(['Chi bộ 1', 'Chi bộ 2', 'Chi bộ 5', 'Chi bộ 7', 'Chi bộ 8', 'Chi bộ 11']);
    expect(figures.classes[1]?.cells.filter(({ group }) => group !== null)).toHaveLength(5);
  });

  it('counts nobody twice who studied in the other class', () => {
    expect(figures.tally.presentElsewhere).toBe(9);
    expect(figures.tally.leftEarly).toBe(3);
  });
});
