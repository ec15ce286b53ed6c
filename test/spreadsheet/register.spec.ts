import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSheets } from '../../src/platform/spreadsheet/read-sheets.js';
import type { SheetFile } from '../../src/platform/spreadsheet/sheet-file.js';
import { cellsOf, refusalOf, textsOf } from './support/read.js';

const folder = new URL('../fixtures/spreadsheets/', import.meta.url);
const bytesOf = (name: string): Buffer => readFileSync(new URL(name, folder));
const read = (name: string): Promise<SheetFile> => readSheets(bytesOf(name), name);

// One list of an office, saved by LibreOffice in each format (test/fixtures/spreadsheets/make.sh).
describe.each(['xlsx', 'xls', 'ods'])('a register saved as .%s', (format) => {
  it('is known by its bytes and has its sheets by name, hidden ones marked', async () => {
    const file = await readSheets(bytesOf(`register.${format}`), 'khong-noi-gi.bin');
    expect(file.format).toBe(format);
    expect(
      file.sheets.map(({ name, isHidden, rowCount, columnCount }) => [name, isHidden, rowCount, columnCount]),
    ).toEqual([
      ['Danh sách đảng viên', false, 8, 6],
      ['Danh mục', true, 2, 3],
      ['Trống', false, 0, 0],
    ]);
    expect(textsOf(file.sheets[1])).toEqual({ C2: 'Chi bộ 1' });
    expect(file.leftOut).toMatchObject({ commentedSheets: 1, sheets: [] });
  });

  it('keeps old letters as they are stored, with the typeface that tells what they mean', async () => {
    const cells = cellsOf((await read(`register.${format}`)).sheets[0]);
    expect(cells['C5']).toMatchObject({ text: 'M\u00ADêng', fontName: '.VnTime', kind: 'text' });
    expect(cells['B6']).toMatchObject({ text: 'Traàn Thò', fontName: 'VNI-Times' });
    expect(cells['B7']).toMatchObject({ text: 'Lê Văn', fontName: 'Calibri', runs: [] });
    expect(cells['F7']?.text).toBe('MiÔn sinh hoạt');
    expect(cells['F7']?.runs).toEqual([
      { text: 'MiÔn ', fontName: '.VnTime' },
      { text: 'sinh hoạt', fontName: 'Arial' },
    ]);
  });

  it('tells numbers, texts of digits, dates, booleans, formulas and errors apart', async () => {
    const cells = cellsOf((await read(`register.${format}`)).sheets[0]);
    expect(cells['A5']).toMatchObject({ kind: 'number', text: '1', number: 1 });
    expect(cells['E5']).toMatchObject({ kind: 'text', text: '001050000001' });
    expect(cells['E6']).toMatchObject({ kind: 'number', text: '1052000002', number: 1_052_000_002 });
    expect(cells['D5']).toMatchObject({ kind: 'date', text: '1950-01-02' });
    expect(cells['D7']).toMatchObject({ kind: 'date', text: '1960-02-28T14:00:00' });
    expect(cells['D6']).toMatchObject({ kind: 'text', text: '1952' });
    expect(cells['E7']).toMatchObject({ result: 'boolean', text: 'TRUE', number: 1 });
    expect(cells['A7']).toMatchObject({ kind: 'formula', result: 'number', text: '3', number: 3 });
    // LibreOffice saves a 0 in .xls for a text that it has not worked out itself; xls.spec.ts has texts of formulas.
    const joined =
      format === 'xls' ? { result: 'number', text: '0' } : { result: 'text', text: 'Lê Văn Thử', number: null };
    expect(cells['A8']).toMatchObject({ kind: 'formula', ...joined });
    expect(cells['F8']).toMatchObject({ kind: 'formula', result: 'error', text: '#DIV/0!' });
  });

  it('leaves text alone that looks like a formula, and spaces and breaks where they are', async () => {
    const cells = cellsOf((await read(`register.${format}`)).sheets[0]);
    expect(cells['F5']).toMatchObject({ kind: 'text', text: '=1+1' });
    expect(cells['B8']?.text).toBe('Phạm  Thị ');
    expect(cells['C8']?.text).toBe('Dấu\nhai dòng');
  });

  it('reads a merged head over all of its columns and rows, and marks hidden rows and columns', async () => {
    const [sheet] = (await read(`register.${format}`)).sheets;
    const rows = [...(sheet?.rows() ?? [])];
    const row = (number: number) => rows.find((one) => one.number === number);
    expect(row(1)?.cell(6)).toMatchObject({ text: 'DANH SÁCH ĐẢNG VIÊN', mergedFrom: { row: 1, column: 1 } });
    expect(row(3)?.cell(3)).toMatchObject({ text: 'Họ và tên', mergedFrom: { row: 3, column: 2 } });
    expect(row(4)?.cell(1)).toMatchObject({ text: 'STT', mergedFrom: { row: 3, column: 1 } });
    expect(row(3)?.cell(2)).toMatchObject({ text: 'Họ và tên', mergedFrom: null });
    expect(row(4)?.cell(6)).toMatchObject({ kind: 'empty', text: '', mergedFrom: null });
    expect(rows.filter(({ isHidden }) => isHidden).map(({ number }) => number)).toEqual([6]);
    expect([4, 5, 6].map((column) => sheet?.isColumnHidden(column))).toEqual([false, true, false]);
  });
});

describe('a register under a false name or behind a password', () => {
  it('is read where a portal names its web page .xls', async () => {
    const file = await read('register.html.xls');
    expect(file.format).toBe('html');
    const [sheet] = file.sheets;
    expect(textsOf(sheet)).toMatchObject({
      A1: 'DANH SÁCH ĐẢNG VIÊN',
      B3: 'Họ và tên',
      C5: 'M\u00ADêng',
      D5: '02/01/1950',
    });
    expect(cellsOf(sheet)['C5']?.fontName).toBe('.VnTime');
    expect([...(sheet?.rows() ?? [])][1]?.cell(3).text).toBe('Họ và tên');
  });

  it.each(['password.xls', 'password.ods'])('is refused: %s', async (name) => {
    expect(await refusalOf(bytesOf(name))).toBe('spreadsheet.password');
  });
});
