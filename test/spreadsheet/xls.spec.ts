import { describe, expect, it } from 'vitest';
import { readSheets } from '../../src/platform/spreadsheet/read-sheets.js';
import {
  bof,
  bytesOf,
  compoundFile,
  eof,
  font8,
  label8,
  letters8,
  number8,
  record,
  stream,
  xf8,
} from './support/biff.js';
import { cellsOf, firstCells, refusalOf, textsOf } from './support/read.js';

const { u16, u32 } = bytesOf;
const biff8 = 0x600;
const biff5 = 0x500;
const plain = [font8('Arial'), xf8(0, 0)];
const xls = (globals: Buffer[], cells: Buffer[]): Buffer => compoundFile({ Workbook: stream(biff8, globals, cells) });

describe('an .xls of Excel 97–2003', () => {
  it('has the typeface of each cell, though fonts are numbered without the number 4', async () => {
    const fonts = ['Arial', 'Arial', 'Arial', 'Arial', '.VnTime', 'VNI-Times'].map(font8);
    const cells = [label8(0, 0, 'M\u00ADêng', 0), label8(0, 1, 'Hueä', 1)];
    const read = await firstCells(xls([...fonts, xf8(5, 0), xf8(6, 0)], cells));
    expect(read['A1']).toMatchObject({ text: 'M\u00ADêng', fontName: '.VnTime' });
    expect(read['B1']).toMatchObject({ text: 'Hueä', fontName: 'VNI-Times' });
  });

  it('keeps a text whole that goes over the border of a record, and changes from narrow to wide letters there', async () => {
    const head = Buffer.concat([u32(1, 1), u16(12), Buffer.from([8]), u16(1), Buffer.from('Nguyen ', 'latin1')]);
    const rest = Buffer.concat([Buffer.from([1]), Buffer.from('Thửơạ', 'utf16le'), u16(7, 1)]);
    const globals = [font8('Arial'), font8('.VnTime'), xf8(0, 0), record(0xfc, head), record(0x3c, rest)];
    const read = await firstCells(xls(globals, [record(0xfd, u16(0, 0, 0), u32(0))]));
    expect(read['A1']).toMatchObject({
      text: 'Nguyen Thửơạ',
      runs: [
        { text: 'Nguyen ', fontName: null },
        { text: 'Thửơạ', fontName: '.VnTime' },
      ],
    });
  });

  it('has numbers in all their packings, and dates of the system of 1904', async () => {
    const packed = (value: number, flags: number): Buffer => u32((value << 2) | flags);
    const cells = [
      record(0x27e, u16(0, 0, 0), packed(12_345, 3)),
      record(0xbd, u16(1, 0), u16(0), packed(7, 2), u16(0), packed(-5, 2), u16(1)),
      number8(2, 0, 0.5),
      number8(3, 0, 1, 1),
    ];
    const read = await firstCells(xls([record(0x22, u16(1)), font8('Arial'), xf8(0, 0), xf8(0, 14)], cells));
    expect(textsIn(read)).toEqual({ A1: '123.45', A2: '7', B2: '-5', A3: '0.5', A4: '1904-01-02' });
    expect(read['A4']).toMatchObject({ kind: 'date', number: 1 });
  });

  it('has what formulas gave: numbers, texts in their own record, booleans, errors, nothing', async () => {
    const formula = (row: number, kind: number, value: number, type = 0xffff): Buffer =>
      record(0x06, u16(row, 0, 0), Buffer.from([kind, 0, value, 0, 0, 0]), u16(type), u16(0), u32(0), u16(0));
    const text = record(0x207, u16(3), letters8('abc'));
    const cells = [formula(0, 0, 0), text, formula(1, 1, 1), formula(2, 2, 0x2a), formula(3, 3, 0)];
    const read = await firstCells(xls(plain, cells));
    expect(Object.values(read).map(({ kind }) => kind)).toEqual(['formula', 'formula', 'formula', 'formula']);
    expect(Object.values(read).map(({ result, text: shown }) => [result, shown])).toEqual([
      ['text', 'abc'],
      ['boolean', 'TRUE'],
      ['error', '#N/A'],
      ['empty', ''],
    ]);
  });

  it('is put in order where a program wrote its cells column by column', async () => {
    const cells = [number8(0, 0, 1), number8(1, 0, 2), number8(0, 1, 3), number8(1, 1, 4)];
    const file = await readSheets(xls(plain, cells), 'cu.xls');
    expect(
      [...(file.sheets[0]?.rows() ?? [])].map(({ number, cells: row }) => [number, row.map(({ text }) => text)]),
    ).toEqual([
      [1, ['1', '3']],
      [2, ['2', '4']],
    ]);
  });

  it('is read without its container, and past a chart within a sheet', async () => {
    const chart = Buffer.concat([bof(biff8, 0x20), number8(0, 0, 99), eof]);
    const bare = stream(biff8, plain, [label8(0, 0, 'Một'), chart, label8(1, 0, 'Hai')]);
    expect(textsOf((await readSheets(bare, 'tran.xls')).sheets[0])).toEqual({ A1: 'Một', A2: 'Hai' });
  });
});

const textsIn = (cells: Record<string, { text: string }>): Record<string, string> =>
  Object.fromEntries(Object.entries(cells).map(([place, { text }]) => [place, text]));

describe('an .xls of Excel 5 and 95', () => {
  const font5 = (name: string): Buffer =>
    record(0x31, Buffer.alloc(14), Buffer.from([name.length]), Buffer.from(name, 'latin1'));
  const label5 = (row: number, bytes: number[]): Buffer =>
    record(0x204, u16(row, 0, 0, bytes.length), Buffer.from(bytes));

  it('has its letters by its code page: Vietnamese of Windows, or bytes of TCVN3 under a Western one', async () => {
    const read = async (codePage: number, bytes: number[]) => {
      const globals = [record(0x42, u16(codePage)), font5('.VnTime'), record(0xe0, u16(0, 0), Buffer.alloc(12))];
      const file = await readSheets(compoundFile({ Book: stream(biff5, globals, [label5(0, bytes)]) }), 'rat-cu.xls');
      return cellsOf(file.sheets[0])['A1'];
    };
    expect(await read(1258, [0xd0, 0xe2, 0xf2, 0x6e])).toMatchObject({ text: 'Đâ\u0323n', fontName: '.VnTime' });
    expect(await read(1252, [0x4d, 0xad, 0xea, 0x6e, 0x67])).toMatchObject({ text: 'M\u00ADêng', fontName: '.VnTime' });
  });
});

describe('an .xls that is refused', () => {
  it('because it is encrypted, has macros, links to another file, or is no workbook', async () => {
    const cell = [label8(0, 0, 'Một')];
    expect(await refusalOf(xls([record(0x2f, u16(1, 1, 1))], cell))).toBe('spreadsheet.password');
    expect(await refusalOf(compoundFile({ EncryptedPackage: Buffer.alloc(8), EncryptionInfo: Buffer.alloc(8) }))).toBe(
      'spreadsheet.password',
    );
    const macros = { Workbook: stream(biff8, plain, cell), _VBA_PROJECT_CUR: Buffer.alloc(8) };
    expect(await refusalOf(compoundFile(macros))).toBe('spreadsheet.macro');
    const link = record(0x1ae, u16(1, 9), letters8('\u0001khac.xls'));
    expect(await refusalOf(xls([...plain, link], cell))).toBe('spreadsheet.links');
    expect(await refusalOf(compoundFile({ WordDocument: Buffer.alloc(8) }))).toBe('spreadsheet.word');
    expect(await refusalOf(compoundFile({ PowerPoint: Buffer.alloc(8) }))).toBe('spreadsheet.unknown');
    expect(await refusalOf(Buffer.from([0x09, 0x04, 0x06, 0x00, 0x00, 0x00, 0x10, 0x00]))).toBe('spreadsheet.too-old');
  });

  it('but not because its formulas name another sheet of the same file', async () => {
    const own = record(0x1ae, u16(1, 0x0401));
    expect(textsIn(await firstCells(xls([...plain, own], [label8(0, 0, 'Một')])))).toEqual({ A1: 'Một' });
  });

  it('because its chains run in circles or out of the file, or its records are cut', async () => {
    const whole = xls(plain, [label8(0, 0, 'Một')]);
    const circle = Buffer.from(whole);
    // The first sector follows itself: its follower is the first number of the table, which is the last sector.
    circle.writeUInt32LE(0, circle.length - 512);
    expect(await refusalOf(circle)).toBe('spreadsheet.damaged');
    const outside = Buffer.from(whole);
    outside.writeUInt32LE(5000, outside.length - 512);
    expect(await refusalOf(outside)).toBe('spreadsheet.damaged');
    const noText = xls([...plain, record(0xfc, u32(9, 9))], [record(0xfd, u16(0, 0, 0), u32(0))]);
    expect(await refusalOf(noText)).toBe('spreadsheet.damaged');
    expect(await refusalOf(whole.subarray(0, 700))).toBe('spreadsheet.damaged');
  });
});
