import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readSheets } from '../../src/platform/spreadsheet/read-sheets.js';
import { refusalOf } from './support/read.js';
import { contentTypes, relations, sheetWith, sheetXml, stylesXml, workbook, zip } from './support/workbook-parts.js';

const mega = 1024 * 1024;
const one = '<row r="1"><c r="A1"><v>1</v></c></row>';
const withSheet = (sheet: string | Buffer): Promise<Buffer> => workbook({ 'xl/worksheets/sheet1.xml': sheet });

describe('a file that is no spreadsheet', () => {
  it('is refused by what it is: nothing, Word, PDF, a web archive, a picture, another zip', async () => {
    expect(await refusalOf(Buffer.alloc(0))).toBe('spreadsheet.empty');
    const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
    expect(await refusalOf(await workbook({ '[Content_Types].xml': contentTypes(word) }))).toBe('spreadsheet.word');
    expect(await refusalOf(Buffer.from('{\\rtf1 Danh sách}'))).toBe('spreadsheet.word');
    expect(await refusalOf(Buffer.from('%PDF-1.7\n%\xe2\xe3', 'latin1'))).toBe('spreadsheet.pdf');
    expect(await refusalOf(Buffer.from('MIME-Version: 1.0\r\nContent-Type: multipart/related'))).toBe(
      'spreadsheet.web-archive',
    );
    expect(await refusalOf(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]))).toBe(
      'spreadsheet.unknown',
    );
    expect(await refusalOf(await zip({ 'doc.txt': 'chữ' }))).toBe('spreadsheet.unknown');
    expect(await refusalOf(Buffer.from('<?xml version="1.0"?><rss/>'))).toBe('spreadsheet.unknown');
  });
});

describe('a workbook that may do more than hold cells', () => {
  const excel = 'application/vnd.ms-excel';

  it('is refused: macros of both kinds, the binary form', async () => {
    const ofType = (type: string, more = ''): Promise<Buffer> =>
      workbook({ '[Content_Types].xml': contentTypes(type, more) });
    expect(await refusalOf(await ofType(`${excel}.sheet.macroEnabled.main+xml`))).toBe('spreadsheet.macro');
    const project = '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>';
    expect(await refusalOf(await ofType(undefined as unknown as string, project))).toBe('spreadsheet.macro');
    expect(await refusalOf(await ofType(`${excel}.sheet.binary.macroEnabled.main`))).toBe('spreadsheet.binary');
  });

  it('is refused: links to other workbooks, sheets that lie elsewhere, a DOCTYPE in any part', async () => {
    const links = relations(
      ['worksheet', 'worksheets/sheet1.xml'],
      ['externalLink', 'externalLinks/externalLink1.xml'],
    );
    expect(await refusalOf(await workbook({ 'xl/_rels/workbook.xml.rels': links }))).toBe('spreadsheet.links');
    const outside = relations(['worksheet', 'https://vi-du.vn/sheet1.xml', 'External']);
    expect(await refusalOf(await workbook({ 'xl/_rels/workbook.xml.rels': outside }))).toBe('spreadsheet.links');
    const entities = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    expect(await refusalOf(await withSheet(sheetXml(one).replace('?>', `?>${entities}`)))).toBe('spreadsheet.doctype');
    const external = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>';
    expect(await refusalOf(await workbook({ 'xl/styles.xml': external + stylesXml }))).toBe('spreadsheet.doctype');
  });
});

describe('a damaged workbook', () => {
  it('is refused wherever it is cut', async () => {
    const whole = await sheetWith(one);
    for (const part of [0.02, 0.3, 0.6, 0.9, 0.99]) {
      expect(await refusalOf(whole.subarray(0, Math.floor(whole.length * part)))).toBe('spreadsheet.damaged');
    }
  });

  it('is refused where its XML, its places or its numbers are none', async () => {
    const sheets = [
      sheetXml('<row r="1"><c r="A1"><v>1</c></row>'),
      sheetXml('<row r="1"><c r="A1"><v>&nbsp;</v></c></row>'),
      sheetXml('<row r="1"><c r="A1"><v>một</v></c></row>'),
      sheetXml('<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'),
      sheetXml('<row r="1048577"><c r="A1048577"><v>1</v></c></row>'),
      sheetXml('<row r="1"><c r="XFE1"><v>1</v></c></row>'),
      sheetXml('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'),
      Buffer.from(sheetXml(one).replace('<v>1</v>', '<v>\xe0\xff</v>'), 'latin1'),
      sheetXml(one).slice(0, -20),
    ];
    for (const sheet of sheets) expect(await refusalOf(await withSheet(sheet))).toBe('spreadsheet.damaged');
    const noPart = relations(['worksheet', 'worksheets/khong-co.xml']);
    expect(await refusalOf(await workbook({ 'xl/_rels/workbook.xml.rels': noPart }))).toBe('spreadsheet.damaged');
  });

  it('is refused where the zip lies: two parts of one name, paths that leave it, a false size', async () => {
    const whole = await workbook({
      'xl/worksheets/sheet1.xml': sheetXml(one),
      'xl/worksheets/sheet2.xml': sheetXml(one),
    });
    const renamed = (from: string, to: string): Buffer =>
      Buffer.from(whole.toString('latin1').replaceAll(from, to), 'latin1');
    expect(await refusalOf(renamed('worksheets/sheet2.xml', 'worksheets/SHEET1.xml'))).toBe('spreadsheet.damaged');
    expect(await refusalOf(renamed('xl/worksheets/sheet2', '../../../../sheet2'.padEnd(20, 'x')))).toBe(
      'spreadsheet.damaged',
    );
    const size = Buffer.from(whole);
    const entry = size.lastIndexOf('xl/worksheets/sheet1.xml') - 46;
    size.writeUInt32LE(12, entry + 24);
    expect(await refusalOf(size)).toBe('spreadsheet.damaged');
    const locked = Buffer.from(whole);
    locked.writeUInt16LE(1, entry + 8);
    expect(await refusalOf(locked)).toBe('spreadsheet.password');
  });
});

describe('a workbook that asks for too much', () => {
  it('is refused at its size as it was sent, before anything is read', async () => {
    const bytes = Buffer.alloc(60 * mega, 'PK');
    const refused = await readSheets(bytes, 'lon.xlsx').catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: 'spreadsheet.too-large',
      message: 'Tệp nặng 60 MB, quá mức 50 MB. Bỏ bớt hình ảnh hoặc chia thành nhiều tệp rồi gửi lại.',
    });
  });

  it('is refused as a bomb by what comes out of it, whatever the zip declares', async () => {
    // 700 MB of spaces in a sheet pack into 700 KB.
    const bomb = await withSheet(
      Buffer.from(sheetXml(`<row r="1"><c r="A1"><v>${' '.repeat(30 * mega)}</v></c></row>`)),
    );
    expect(bomb.length).toBeLessThan(mega);
    expect(await refusalOf(bomb)).toBe('spreadsheet.too-much');
    const rows = Buffer.from(sheetXml('<row/>'.repeat(6 * mega)));
    expect(await refusalOf(await withSheet(rows))).toBe('spreadsheet.too-much');
    expect(await refusalOf(await withSheet(rows), { limits: { ratio: 2000, inflatedBytes: 20 * mega } })).toBe(
      'spreadsheet.too-much',
    );
  });

  it('is refused at the number of parts, sheets, cells, merged ranges and styles', async () => {
    const parts = Object.fromEntries(Array.from({ length: 120 }, (_, at) => [`xl/media/${at}.png`, 'x']));
    expect(await refusalOf(await workbook(parts), { limits: { entries: 100 } })).toBe('spreadsheet.too-much');
    const cells = '<row><c><v>1</v></c><c><v>1</v></c></row>'.repeat(60);
    expect(await refusalOf(await sheetWith(cells), { limits: { cells: 100 } })).toBe('spreadsheet.too-much');
    expect(await refusalOf(await sheetWith(cells), { limits: { keptBytes: 1000 } })).toBe('spreadsheet.too-much');
    const after = `<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(60)}</mergeCells>`;
    expect(await refusalOf(await sheetWith(one, { after }), { limits: { merges: 50 } })).toBe('spreadsheet.too-much');
    const styles = stylesXml.replace('<cellXfs count="3">', `<cellXfs>${'<xf numFmtId="0"/>'.repeat(80_000)}`);
    expect(await refusalOf(await workbook({ 'xl/styles.xml': styles }))).toBe('spreadsheet.too-much');
  });

  it('is refused at one endless text, tag, comment or depth', async () => {
    const noise = Buffer.from(deflateRawSync(Buffer.alloc(mega)).toString('hex')).toString('latin1');
    const long = 'abcdefgh'.repeat((5 * mega) / 8) + noise;
    const sheets = [
      `<row a="${long}"/>`,
      `<!-- ${long} -->`,
      `<![CDATA[${long}]]>`,
      '<a>'.repeat(300),
      `<row><c><is><t>${long}`,
    ];
    for (const sheet of sheets) expect(await refusalOf(await withSheet(sheetXml(sheet)))).toBe('spreadsheet.too-much');
  });
});
