import { describe, expect, it } from 'vitest';
import { isoFromSerial, numberFormat } from './number-format.ts';

describe('number formats', () => {
  it.each([
    [14, undefined, true],
    [22, undefined, true],
    [46, undefined, false],
    [49, undefined, false],
    [0, undefined, false],
    [164, 'dd/mm/yyyy', true],
    [164, '[$-42A]dd/mm/yyyy;@', true],
    [164, '"Ngày "dd" tháng "mm" năm "yyyy', true],
    [164, 'yyyy', true],
    [164, '00"."000000', false],
    [164, '[Red]"d"0', false],
    [164, '[h]:mm', false],
    [164, 'General', false],
    [164, 'd'.repeat(300), false],
    [164, '[[', false],
  ])('show dates or not: %i %s', (id, code, isDate) => {
    expect(numberFormat(id, code).isDate).toBe(isDate);
  });
});

describe('day numbers', () => {
  it('are days of the file, to the second, without carrying an hour into the next day', () => {
    expect(isoFromSerial(36525.999_999_999, false)).toBe('2000-01-01');
    expect(isoFromSerial(36526 + 0.5 / 86_400, false)).toMatch(/^2000-01-01/);
    expect(isoFromSerial(0.999_999_999, false)).toBe('23:59:59');
    expect(isoFromSerial(2_958_465, false)).toBe('9999-12-31');
    expect(isoFromSerial(2_958_465, true)).toBeNull();
    expect(isoFromSerial(Number.NaN, false)).toBeNull();
  });
});
