import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCitizenNumber } from './citizen-number.js';
import { readCardNumber, readPhone, readUnitCode } from './code-readers.js';
import { readBirth, readDay } from './day-reader.js';
import { readName } from './proper-name.js';
import { type Cell, isBlank, quoted, type Reading, textOf } from './reading.js';
import { readSex, readStatus } from './status-words.js';
import { fold, tidy } from './tidy-text.js';

describe('the text of a cell', () => {
  it('is tidy, NFC, with the Đ of Vietnamese', () => {
    expect(tidy(' Ðỗ\u00A0 Văn\r\nĐức\uFEFF ')).toBe('Đỗ Văn Đức');
    expect(tidy('Nguyễn'.normalize('NFD'))).toBe('Nguyễn');
  });

  it('is all figures of a number', () => {
    expect([38_060_000_123, 1e21, 12.5].map(textOf)).toEqual(['38060000123', '1000000000000000000000', '12.5']);
    expect(textOf(new Date('1960-03-05T00:00:00Z'))).toBe('1960-03-05');
  });

  it('is compared without case, accents and punctuation', () => {
    expect(fold('Số CCCD/\nCMND (*)')).toBe('so cccd cmnd');
    expect(fold('ĐẢNG ỦY')).toBe(fold('đảng uỷ'));
  });

  it('is quoted, cut where it is long, and shows no citizen number or phone that stands in a wrong column', () => {
    expect(quoted('Tốt')).toBe('“Tốt”');
    expect(quoted('05031960')).toBe('“05031960”');
    expect(quoted('001060000123')).toBe('“…0123”');
    expect(quoted('001 060 000123, 0912.345.678')).toBe('“…0123, …5678”');
    expect(quoted('01.234567 ngày 03/02/1985')).toBe('“01.234567 ngày 03/02/1985”');
    expect(quoted('x'.repeat(50))).toBe(`“${'x'.repeat(39)}…”`);
  });

  it('may be one of the signs for nothing', () => {
    expect([null, '', '-', '...', 'không có', 'Chưa có', 'N/A'].every(isBlank)).toBe(true);
    expect([0, 'x', 'Không rõ ràng'].some(isBlank)).toBe(false);
  });
});

const context = { today: '2026-11-22' };
const readers: Record<string, (cell: Cell) => Reading<unknown>> = {
  readName,
  readCitizenNumber: (cell) => readCitizenNumber(cell),
  readCardNumber,
  readPhone,
  readUnitCode,
  readStatus,
  readSex,
  readDay: (cell) => readDay(cell, context),
  readBirth: (cell) => readBirth(cell, context),
};

const anyCell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'0123456789 /-.,:+đĐ/cNguyễnthángnăm'), maxLength: 20 }),
  fc.double(),
  fc.integer(),
  fc.date(),
  fc.constant(null),
);

describe('a reading, whatever is in the cell', () => {
  it.each(Object.entries(readers))('of %s has a value, or says what is wrong, or the cell was blank', (_, reader) => {
    fc.assert(
      fc.property(anyCell, (cell) => {
        const { value, notes } = reader(cell);
        const isWrong = notes.some(({ kind }) => kind === 'wrong');
        expect(isWrong).toBe(value === null && !isBlank(cell));
        expect(notes.every(({ sentence }) => sentence.endsWith('.') && !sentence.includes('undefined'))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
