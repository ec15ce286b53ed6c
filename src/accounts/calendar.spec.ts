import { describe, expect, it } from 'vitest';
import { dayAfter, startOfDay } from './calendar.js';

describe('days', () => {
  it('follow each other over the ends of months and years', () => {
    expect(['2021-01-16', '2021-12-31', '2023-02-28', '2024-02-28'].map(dayAfter)).toEqual([
      ...['2021-01-17', '2022-01-01', '2023-03-01', '2024-02-29'],
    ]);
  });

  it('begin when they begin in Vietnam', () => {
    expect(startOfDay('2021-01-16').toISOString()).toBe('2021-01-15T17:00:00.000Z');
  });
});
