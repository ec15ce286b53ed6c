import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { TrailEntryDto } from './audit.dto.js';
import { trailAsCsv, trailAsXlsx } from './trail-sheet.js';

const evil = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', 'a"b', 'a\u0000b\uD800'];

const entryBy = (who: string): TrailEntryDto => ({
  ...{ seq: 1, at: new Date('2026-11-25T17:05:09Z'), accountId: null, who, address: '::1', action: 'sign-in.opened' },
  ...{ what: 'đăng nhập', values: [], reason: null, hash: 'ab' },
  subject: { kind: 'account', id: null, name: null, isThere: false, sessionId: null },
});

describe('the trail as a table', () => {
  it('has no cell in CSV that a spreadsheet would run', () => {
    const [, ...rows] = trailAsCsv(evil.map(entryBy)).toString('utf8').trimEnd().split('\r\n');
    const cells = rows.map((row) => /^1,"[^"]*","((?:[^"]|"")*)"/.exec(row)?.[1]);
    expect(cells).toEqual(["'=1+1", "'+1", "'-1", "'@SUM(A1)", "' =1", "'\n=1", 'a""b', 'ab\uFFFD']);
  });

  it('has texts alone in Excel, and the hour of Vietnam', async () => {
    const book = new ExcelJS.Workbook();
    const bytes = await trailAsXlsx(evil.map(entryBy), 'Văn phòng', new Date());
    await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer);
    const sheet = book.worksheets[0];
    expect(sheet?.getCell('C2').type).toBe(ExcelJS.ValueType.String);
    expect(sheet?.getCell('C2').value).toBe('=1+1');
    expect(sheet?.getCell('B2').value).toBe('26/11/2026 00:05:09');
  });
});
