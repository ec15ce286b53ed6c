import { describe, expect, it } from 'vitest';
import { isCitizenNumber, readCitizenNumber } from './citizen-number.js';

const kinds = (cell: string | number): string[] => readCitizenNumber(cell).notes.map(({ kind }) => kind);

describe('a citizen number', () => {
  it.each(['001060000123', ' 001 060 000 123', "'001060000123", '001.060.000.123'])(
    'of twelve figures is taken: %s',
    (cell) => {
      expect(readCitizenNumber(cell)).toEqual({ value: '001060000123', notes: [] });
    },
  );

  it.each([
    [1_060_000_123, '001060000123', 'Số căn cước mất số 0 do Excel, đã thêm 2 số 0 ở đầu.'],
    [38_060_000_123, '038060000123', 'Số căn cước mất số 0 do Excel, đã thêm 1 số 0 ở đầu.'],
  ])('gets the zeros back that a cell of numbers lost: %s', (cell, value, sentence) => {
    expect(readCitizenNumber(cell)).toEqual({ value, notes: [{ kind: 'restored', sentence }] });
  });

  it('is doubted where a text is too short, since any figure may be missing', () => {
    expect(readCitizenNumber('38060000123')).toEqual({
      value: '038060000123',
      notes: [{ kind: 'doubt', sentence: 'Số căn cước chỉ có 11 chữ số, đã thêm 1 số 0 ở đầu.' }],
    });
  });

  it('of nine figures is an old card, never a shortened new number', () => {
    expect(readCitizenNumber('012345678').value).toBe('012345678');
    expect(kinds('012345678')).toEqual(['doubt']);
    expect(readCitizenNumber(12_345_678).value).toBe('012345678');
    expect(kinds(12_345_678)).toEqual(['restored', 'doubt']);
    expect([isCitizenNumber('012345678'), isCitizenNumber('001060000123')]).toEqual([false, true]);
  });

  it('is refused where Excel cut it, where a figure is one too many, and where it is no number', () => {
    expect(readCitizenNumber('3,8060E+10').notes).toEqual([
      { kind: 'wrong', sentence: 'Số căn cước bị Excel rút gọn, đã mất các chữ số cuối.' },
    ]);
    expect(readCitizenNumber('0010600001234').notes[0]?.sentence).toBe('Số căn cước có 13 chữ số, phải là 12.');
    expect(readCitizenNumber('00106000012O').notes[0]?.sentence).toBe('Số căn cước có ký tự không phải chữ số.');
  });

  it('that agrees with the row says nothing', () => {
    expect(readCitizenNumber('001160000123', { sex: 'female', birthYear: 1960 }).notes).toEqual([]);
    expect(readCitizenNumber('001203000123', { sex: 'male', birthYear: 2003 }).notes).toEqual([]);
    expect(readCitizenNumber('001160000123', { sex: null, birthYear: null }).notes).toEqual([]);
  });

  it.each([
    ['999060000123', {}, 'Ba số đầu của số căn cước không phải mã tỉnh, thành phố đã biết.'],
    ['001060000123', { sex: 'female' }, 'Số căn cước là của nam, khác với giới tính trong danh sách.'],
    [
      '001160000123',
      { birthYear: 1961 },
      'Số căn cước là của người sinh năm 1960, khác với năm sinh 1961 trong danh sách.',
    ],
  ] as const)('that the row denies is taken with a doubt: %s', (cell, known, sentence) => {
    expect(readCitizenNumber(cell, known)).toEqual({ value: cell, notes: [{ kind: 'doubt', sentence }] });
  });

  it('is never repeated in what is said of it', () => {
    const cells = [
      '0010600001234',
      '999060000123',
      1_060_000_123,
      '1060000123',
      '012345678',
      '3,8060E+10',
      '00106000012O',
    ];
    const sentences = cells.flatMap((cell) => readCitizenNumber(cell).notes.map(({ sentence }) => sentence));
    expect(sentences.filter((sentence) => /\d{4}/.test(sentence))).toEqual([]);
  });
});
