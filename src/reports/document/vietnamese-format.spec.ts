import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatDate,
  formatHour,
  formatInteger,
  formatLongDate,
  formatRate,
  formatRateBare,
} from './vietnamese-format.js';

describe('figures in print', () => {
  it('separates thousands with a dot', () => {
    expect([0, 930, 1000, 35599, 1_930_000].map(formatInteger)).toEqual(['0', '930', '1.000', '35.599', '1.930.000']);
  });

  it('refuses to print a fraction as a count of people', () => {
    expect(() => formatInteger(1.5)).toThrow(RangeError);
  });

  it('prints a rate with two decimals, a comma and a space that never breaks', () => {
    expect(formatRate(832 / 866)).toBe('96,07\u00a0%');
    expect(formatRate({ numerator: 35599, denominator: 35900 })).toBe('99,16\u00a0%');
    expect(formatRate({ numerator: 34801, denominator: 44870 })).toBe('77,56\u00a0%');
    expect(formatRateBare(1)).toBe('100,00');
    expect(formatRateBare(0)).toBe('0,00');
  });

  it('prints a dash where nobody was summoned', () => {
    expect(formatRate(null)).toBe('–');
    expect(formatRate({ numerator: 0, denominator: 0 })).toBe('–');
  });

  it('rounds a half up, where a binary fraction falls just under it', () => {
    expect(formatRateBare({ numerator: 201, denominator: 20000 })).toBe('1,01');
    expect(formatRateBare(201 / 20000)).toBe('1,01');
  });

  it('rounds a quotient like the exact ratio for every size of body', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4_999_999 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (denominator, part) => {
          const numerator = Math.round(denominator * part);
          expect(formatRateBare(numerator / denominator)).toBe(formatRateBare({ numerator, denominator }));
        },
      ),
    );
  });
});

describe('days and hours in print', () => {
  it('writes a day inside the text in full figures', () => {
    expect(formatDate('2021-01-16')).toBe('16/01/2021');
  });

  it('pads days under 10 and the months 1 and 2 only', () => {
    expect(formatLongDate('2026-02-05')).toBe('ngày 05 tháng 02 năm 2026');
    expect(formatLongDate('2026-05-27')).toBe('ngày 27 tháng 5 năm 2026');
    expect(formatLongDate('2026-11-09')).toBe('ngày 09 tháng 11 năm 2026');
  });

  it('refuses a day that the calendar does not have', () => {
    expect(() => formatDate('2021-02-29')).toThrow('2021-02-29');
  });

  it('writes hours with h', () => {
    expect([formatHour('14:00'), formatHour('07:30')]).toEqual(['14h00', '7h30']);
  });
});
