import { describe, expect, it } from 'vitest';
import { fromSerial, print, saidDay } from './day-text.js';

const day = (serial: number, epoch: 1900 | 1904 = 1900): string | null => {
  const found = fromSerial(serial, epoch);
  return found && print(found);
};

describe('an Excel serial', () => {
  it('counts around the 29/02/1900 that never was', () => {
    expect([1, 59, 60, 61].map((serial) => day(serial))).toEqual(['01/01/1900', '28/02/1900', null, '01/03/1900']);
  });

  it('counts from another day in a workbook of the 1904 system', () => {
    expect(day(1, 1904)).toBe('02/01/1904');
    expect(day(36_526)).toBe('01/01/2000');
    expect(day(36_526 - 1462, 1904)).toBe('01/01/2000');
  });

  it('is no day before the first and after the last', () => {
    expect([0, -5, 2_958_466].map((serial) => day(serial))).toEqual([null, null, null]);
  });
});

describe('what a text says of a day', () => {
  it('is said as far as it goes', () => {
    const texts = [
      '05/03/1960',
      'tháng 5 năm 1960',
      '5/1960',
      'năm 1960',
      '00/05/1960',
      '5/3/60',
      '12.345678',
      'Bí thư',
    ];
    const said = texts.map((text) => {
      const found = saidDay(text);
      return found && print(found);
    });
    expect(said).toEqual(['05/03/1960', '05/1960', '05/1960', '1960', '05/1960', '05/03/60', null, null]);
  });
});
