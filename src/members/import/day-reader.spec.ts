import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DayContext, readBirth, readDay, suspectsSwap } from './day-reader.js';
import type { Cell } from './reading.js';

const context: DayContext = { today: '2026-11-22' };
const utc = (day: string): Date => new Date(`${day}T00:00:00Z`);

describe('a day', () => {
  it.each<[Cell, string]>([
    ['05/03/1960', '1960-03-05'],
    ['5/3/1960', '1960-03-05'],
    ['5-3-1960', '1960-03-05'],
    ['05.03.1960', '1960-03-05'],
    ['05 / 03 / 1960 ', '1960-03-05'],
    ['1960-03-05', '1960-03-05'],
    ['1960/3/5', '1960-03-05'],
    ['1960-03-05T00:00:00.000Z', '1960-03-05'],
    ['05/03/1960 00:00:00', '1960-03-05'],
    ['ngày 5 tháng 3 năm 1960', '1960-03-05'],
    ['Sinh ngày 05/03/1960', '1960-03-05'],
    ['5-Mar-1960', '1960-03-05'],
    [utc('1960-03-05'), '1960-03-05'],
    [21_980, '1960-03-05'],
    [21_980.75, '1960-03-05'],
  ])('%j is %s, without a word', (cell, day) => {
    expect(readDay(cell, context)).toEqual({ value: day, notes: [] });
  });

  it('comes back from the serials of both systems', () => {
    fc.assert(
      fc.property(fc.date({ min: utc('1928-01-01'), max: utc('2026-11-22'), noInvalidDate: true }), (date) => {
        const day = date.toISOString().slice(0, 10);
        const serial = (utc(day).getTime() - Date.UTC(1899, 11, 30)) / 86_400_000;
        expect(readDay(serial, context).value).toBe(day);
        expect(readDay(serial - 1462, { ...context, epoch: 1904 }).value).toBe(day);
      }),
    );
  });

  it.each([
    ['31/02/1960', 'Không có ngày 31/02/1960 trong lịch.'],
    ['32/13/1960', 'Không có ngày 32/13/1960 trong lịch.'],
    ['29/02/1961', 'Không có ngày 29/02/1961 trong lịch.'],
    ['1960', '“1960” chưa đủ ngày, tháng, năm.'],
    ['tháng 5/1960', '“tháng 5/1960” chưa đủ ngày, tháng, năm.'],
    ['05/03/1860', 'Năm 1860 không hợp lý.'],
    ['Hà Nội', '“Hà Nội” không phải là ngày tháng.'],
    ['45', '“45” không phải là ngày tháng.'],
  ])('%s is none', (cell, sentence) => {
    expect(readDay(cell, context)).toEqual({ value: null, notes: [{ kind: 'wrong', sentence }] });
  });

  it.each<[Cell, string, string]>([
    ['5/3/60', '1960-03-05', 'Năm chỉ ghi hai chữ số “60”, hiểu là 1960.'],
    ['5-3-05', '2005-03-05', 'Năm chỉ ghi hai chữ số “05”, hiểu là 2005.'],
    ['05/13/1960', '1960-05-13', 'Không có tháng 13, hiểu là 13/05/1960.'],
    ['05031960', '1960-03-05', 'Ô ghi liền “05031960”, hiểu là 05/03/1960.'],
    [5_031_960, '1960-03-05', 'Ô ghi liền “5031960”, hiểu là 05/03/1960.'],
    ['21980', '1960-03-05', 'Ô ghi số 21980, hiểu là 05/03/1960.'],
    ['05/03/2027', '2027-03-05', 'Ngày 05/03/2027 chưa tới.'],
  ])('%j is taken as %s with a doubt', (cell, day, sentence) => {
    expect(readDay(cell, context)).toEqual({ value: day, notes: [{ kind: 'doubt', sentence }] });
  });

  it('is nothing where the cell is blank', () => {
    expect([null, '', ' - ', 'Không'].map((cell) => readDay(cell, context).value)).toEqual([null, null, null, null]);
  });
});

describe('a birth', () => {
  it.each<[Cell, string | null, number]>([
    ['05/03/1960', '1960-03-05', 1960],
    [1960, null, 1960],
    ['Năm 1960', null, 1960],
    ['00/00/1960', null, 1960],
    ['--/--/1960', null, 1960],
    ['xx/xx/1960', null, 1960],
  ])('%j is told by %s, %s', (cell, day, year) => {
    expect(readBirth(cell, context)).toEqual({ value: { day, year }, notes: [] });
  });

  it.each([1925, 1952, 2008])('is the year that was typed into a cell of days: %s', (year) => {
    const shown = new Date(Date.UTC(1899, 11, 30 + year));
    expect(shown.getUTCFullYear()).toBe(1905);
    expect(readBirth(shown, context)).toEqual({
      value: { day: null, year },
      notes: [{ kind: 'restored', sentence: `Ô định dạng ngày, đã gõ ${year}: hiểu là năm sinh ${year}.` }],
    });
  });

  it('keeps the year where only the month is known beside it', () => {
    expect(readBirth('tháng 5/1960', context)).toEqual({
      value: { day: null, year: 1960 },
      notes: [{ kind: 'doubt', sentence: 'Chỉ có tháng 5/1960, ghi năm sinh 1960.' }],
    });
  });

  it('with a year of two figures is the birth of someone old enough', () => {
    expect(readBirth('5-3-05', context).value?.year).toBe(2005);
    expect(readBirth('5-3-12', context).value?.year).toBe(1912);
  });

  it.each([
    [2015, ['Sinh năm 2015, chưa đủ 18 tuổi.']],
    ['1/1/1915', ['Sinh năm 1915, nay 111 tuổi.']],
  ])('%s is doubted', (cell, sentences) => {
    expect(readBirth(cell, context).notes.map(({ sentence }) => sentence)).toEqual(sentences);
  });

  it('is refused where it is still to come', () => {
    expect(readBirth('1/1/2030', context).notes).toEqual([
      { kind: 'wrong', sentence: 'Ngày sinh 01/01/2030 chưa tới.' },
    ]);
  });
});

describe('a column whose days and months have changed places', () => {
  it('is suspected where Excel knows no day after the 12th and every text has one', () => {
    const column = ['13/05/1960', utc('1961-03-05'), '28/09/1955', utc('1970-12-01'), null];
    expect(suspectsSwap(column)).toBe(true);
    expect(suspectsSwap([...column, utc('1961-03-25')])).toBe(false);
    expect(suspectsSwap([...column, '05/03/1960'])).toBe(false);
  });

  it('is suspected where one text reads with the month first only', () => {
    expect(suspectsSwap(['05/03/1960', '05/13/1960'])).toBe(true);
    expect(suspectsSwap(['05/03/1960', '32/13/1960', '1960', 1961])).toBe(false);
  });

  it('has its days doubted where both ways are possible', () => {
    const suspected = { ...context, swapSuspected: true };
    expect(readDay(utc('1961-03-05'), suspected)).toEqual({
      value: '1961-03-05',
      notes: [{ kind: 'doubt', sentence: 'Ngày và tháng trong cột này có thể bị đảo: 05/03/1961 hay 03/05/1961.' }],
    });
    expect(readDay('13/05/1960', suspected).notes).toEqual([]);
    expect(readDay('05/05/1960', suspected).notes).toEqual([]);
  });
});
