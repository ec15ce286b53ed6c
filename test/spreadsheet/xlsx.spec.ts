import { describe, expect, it } from 'vitest';
import { readSheets } from '../../src/platform/spreadsheet/read-sheets.js';
import { firstCells, textsOf } from './support/read.js';
import { relations, sharedXml, sheetWith, sheetXml, workbook, workbookXml, zip } from './support/workbook-parts.js';

const texts = async (bytes: Buffer): Promise<Record<string, string>> =>
  textsOf((await readSheets(bytes, 'danh-sach.xlsx')).sheets[0]);

describe('an .xlsx', () => {
  it('costs what it holds: A1 and XFD1048576 are two cells', async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>';
    const file = await readSheets(await sheetWith(rows), 'hai-o.xlsx');
    expect(textsOf(file.sheets[0])).toEqual({ A1: '1', XFD1048576: '2' });
    expect([...(file.sheets[0]?.rows() ?? [])]).toHaveLength(2);
  });

  it('keeps neither a million empty rows nor cells that only look like something', async () => {
    const empty = Array.from({ length: 1_000_000 }, (_, at) => `<row r="${at + 1}" spans="1:5" ht="18"/>`);
    const rows = `${empty.join('')}<row r="1000001"><c r="A1000001" s="1"/><c r="B1000001"><v>5</v></c></row>`;
    const file = await readSheets(await sheetWith(rows), 'trong.xlsx');
    expect(textsOf(file.sheets[0])).toEqual({ B1000001: '5' });
  });

  it('reads a merged range over the whole sheet without spreading it out', async () => {
    const bytes = await sheetWith(
      '<row r="1"><c r="A1" t="str"><v>Tiêu đề</v></c></row><row r="9"><c r="C9"><v>1</v></c></row>',
      { after: '<mergeCells count="2"><mergeCell ref="A1:XFD1048576"/><mergeCell ref="A1:B2"/></mergeCells>' },
    );
    const rows = [...((await readSheets(bytes, 'gop.xlsx')).sheets[0]?.rows() ?? [])];
    expect(rows.map((row) => [row.cell(3).text, row.cell(16_384).text])).toEqual([
      ['Tiêu đề', 'Tiêu đề'],
      ['1', 'Tiêu đề'],
    ]);
  });

  it('may name its elements with a prefix and leave out the places of rows and cells', async () => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const sheet = `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c t="inlineStr"><x:is><x:t>Hai</x:t></x:is></x:c></x:row>
      <x:row r="4"><x:c r="C4"><x:v>3</x:v></x:c><x:c><x:v>4</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(await texts(await workbook({ 'xl/worksheets/sheet1.xml': sheet }))).toEqual({
      A1: '1',
      B1: 'Hai',
      C4: '3',
      D4: '4',
    });
  });

  it('has texts as they were typed: escapes undone, spaces kept, how to pronounce them left out', async () => {
    const shared = sharedXml(
      '<t xml:space="preserve">  M&#xAD;êng </t>',
      '<t>a_x000D_b_x005F_x0041_</t>',
      '<r><rPr><rFont val=".VnTime"/></rPr><t>TrÇn</t></r><r><t> An</t></r><rPh sb="0" eb="1"><t>đọc</t></rPh>',
      '<t>=HYPERLINK("x")</t>',
    );
    const cells = [0, 1, 2, 3].map((index) => `<c t="s" s="2"><v>${index}</v></c>`).join('');
    const parts = { 'xl/sharedStrings.xml': shared, 'xl/worksheets/sheet1.xml': sheetXml(`<row r="1">${cells}</row>`) };
    const read = await firstCells(await workbook(parts));
    expect(Object.values(read).map(({ text }) => text)).toEqual([
      '  M\u00ADêng ',
      'a\rb_x0041_',
      'TrÇn An',
      '=HYPERLINK("x")',
    ]);
    expect(Object.values(read).map(({ kind, fontName }) => `${kind} ${fontName}`)).toEqual(
      Array(4).fill('text .VnTime'),
    );
    expect(read['C1']?.runs).toEqual([
      { text: 'TrÇn', fontName: '.VnTime' },
      { text: ' An', fontName: null },
    ]);
  });

  it('keeps a long number as it is written, and the format that shows its zeros', async () => {
    const rows = '<row r="1"><c><v>1.2345678901234599E+16</v></c><c><v>0.1</v></c></row>';
    expect(await texts(await sheetWith(rows))).toEqual({ A1: '1.2345678901234599E+16', B1: '0.1' });
  });

  it('has days of both date systems, no 29 February 1900, hours alone, and numbers where no date can be', async () => {
    const serials = [1, 59, 60, 61, 18265, 36526.5, 0.25, -3, 99_999_999];
    const rows = `<row r="1">${serials.map((serial) => `<c s="1"><v>${serial}</v></c>`).join('')}</row>`;
    expect(Object.values(await texts(await sheetWith(rows)))).toEqual([
      ...[
        '1900-01-01',
        '1900-02-28',
        '60',
        '1900-03-01',
        '1950-01-02',
        '2000-01-01T12:00:00',
        '06:00:00',
        '-3',
        '99999999',
      ],
    ]);
    const from1904 = await workbook({
      'xl/workbook.xml': workbookXml(undefined, '<workbookPr date1904="1"/>'),
      'xl/worksheets/sheet1.xml': sheetXml('<row r="1"><c s="1"><v>16803</v></c></row>'),
    });
    expect(await texts(from1904)).toEqual({ A1: '1950-01-02' });
  });

  it('may be of the strict kind, with dates as text', async () => {
    const strict = 'http://purl.oclc.org/ooxml';
    const made = await workbook();
    expect(made.length).toBeGreaterThan(0);
    const bytes = await workbook({
      '_rels/.rels': relations(['officeDocument', 'xl/workbook.xml']).replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006',
        `${strict}/officeDocument`,
      ),
      'xl/workbook.xml': `<workbook xmlns="${strict}/spreadsheetml/main" xmlns:r="${strict}/officeDocument/relationships" conformance="strict">
        <workbookPr dateCompatibility="0"/><sheets><sheet name="Chặt" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': relations(['worksheet', '/xl/worksheets/sheet1.xml']).replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006',
        `${strict}/officeDocument`,
      ),
      'xl/worksheets/sheet1.xml': `<worksheet xmlns="${strict}/spreadsheetml/main"><sheetData><row r="1">
        <c r="A1" t="d"><v>1950-01-02T00:00:00</v></c><c r="B1" t="d"><v>2000-01-01T12:30:00.000Z</v></c></row></sheetData></worksheet>`,
    });
    const read = await firstCells(bytes);
    expect(read['A1']).toMatchObject({ kind: 'date', text: '1950-01-02', number: null });
    expect(read['B1']).toMatchObject({ kind: 'date', text: '2000-01-01T12:30:00' });
  });

  it('tells hidden rows, columns and sheets, also "very hidden" ones, and leaves charts aside by name', async () => {
    const bytes = await workbook({
      'xl/workbook.xml': workbookXml(
        '<sheet name="Một" sheetId="1" r:id="rId1"/><sheet name="Ẩn" sheetId="2" state="veryHidden" r:id="rId2"/><sheet name="Đồ thị" sheetId="3" r:id="rId3"/>',
      ),
      'xl/_rels/workbook.xml.rels': relations(
        ...([
          ['worksheet', 'worksheets/sheet1.xml'],
          ['worksheet', 'worksheets/sheet2.xml'],
          ['chartsheet', 'chartsheets/sheet1.xml'],
        ] as [string, string][]),
      ),
      'xl/worksheets/sheet1.xml': sheetXml('<row r="2" hidden="1"><c><v>1</v></c></row>', {
        before: '<cols><col min="2" max="3" hidden="1"/><col min="4" max="16384" width="9"/></cols>',
      }),
      'xl/worksheets/sheet2.xml': sheetXml('<row r="1"><c><v>2</v></c></row>'),
      'xl/media/image1.png': 'PNG',
      'xl/charts/chart1.xml': '<c/>',
    });
    const file = await readSheets(bytes, 'an.xlsx');
    expect(file.sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['Một', false],
      ['Ẩn', true],
    ]);
    expect(file.sheets[0]?.hiddenColumns).toEqual([{ from: 2, to: 3 }]);
    expect([...(file.sheets[0]?.rows() ?? [])].map(({ number, isHidden }) => [number, isHidden])).toEqual([[2, true]]);
    expect(file.leftOut).toEqual({ pictures: 1, charts: 1, commentedSheets: 0, sheets: ['Đồ thị'] });
  });

  it('has what a formula gave, also nothing, and a text that is not in quotes', async () => {
    const rows = `<row r="1"><c t="str"><f>A2</f><v>chữ</v></c><c><f>1+1</f><v>2</v></c><c><f>B9</f></c>
      <c s="1"><f>TODAY()</f><v>18265</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`;
    const read = await firstCells(await sheetWith(rows));
    expect(Object.values(read).map(({ kind, result, text }) => [kind, result, text])).toEqual([
      ['formula', 'text', 'chữ'],
      ['formula', 'number', '2'],
      ['formula', 'empty', ''],
      ['formula', 'date', '1950-01-02'],
      ['formula', 'error', '#DIV/0!'],
    ]);
  });

  it('is read where addresses of mail are links, which reach no other file', async () => {
    const bytes = await workbook({
      'xl/worksheets/sheet1.xml': sheetXml('<row r="1"><c t="str"><v>a@b.vn</v></c></row>'),
      'xl/worksheets/_rels/sheet1.xml.rels': relations(['hyperlink', 'mailto:a@b.vn', 'External']),
    });
    expect(await texts(bytes)).toEqual({ A1: 'a@b.vn' });
  });

  it('may be in UTF-16, and without styles, texts or any cell', async () => {
    const wide = Buffer.from(
      `\uFEFF${sheetXml('<row r="1"><c t="str"><v>Đảng</v></c></row>').replace('UTF-8', 'UTF-16')}`,
      'utf16le',
    );
    const only = { 'xl/_rels/workbook.xml.rels': relations(['worksheet', 'worksheets/sheet1.xml']) };
    expect(await texts(await workbook({ ...only, 'xl/worksheets/sheet1.xml': wide }))).toEqual({ A1: 'Đảng' });
    expect(await texts(await workbook(only))).toEqual({});
    expect(await texts(await zip({ ...(await bare()), 'xl/worksheets/sheet1.xml': sheetXml('<row/>') }))).toEqual({});
  });
});

/** The least that is a workbook. */
async function bare(): Promise<Record<string, string>> {
  return {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/wb.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    '_rels/.rels': relations(['officeDocument', '/wb.xml']),
    'wb.xml': workbookXml(),
    '_rels/wb.xml.rels': relations(['worksheet', 'xl/worksheets/sheet1.xml']),
  };
}
