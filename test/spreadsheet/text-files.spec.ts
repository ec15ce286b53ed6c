import { describe, expect, it } from 'vitest';
import { parseDelimited } from '../../src/platform/spreadsheet/delimited/parse-delimited.js';
import { readSheets } from '../../src/platform/spreadsheet/read-sheets.js';
import type { ReadingOptions } from '../../src/platform/spreadsheet/read-sheets.js';
import { cellsOf, refusalOf, textsOf } from './support/read.js';

const read = (text: string | Buffer, options?: ReadingOptions) =>
  readSheets(Buffer.from(text), 'danh-sach.xls', options);
const texts = async (text: string | Buffer, options?: ReadingOptions): Promise<Record<string, string>> =>
  textsOf((await read(text, options)).sheets[0]);

describe('text with delimiters', () => {
  it.each([
    ['tab', 'STT\tHọ và tên\n1\tLê Văn Thử\n', '\t'],
    [
      'semicolon, with commas in addresses and decimals',
      'Tên;Nơi ở\nAn;Tổ 5, phường Mẫu\nBình;Tổ 6, phường Mẫu\n',
      ';',
    ],
    ['comma', 'STT,Họ và tên\n1,Lê Văn Thử\n', ','],
    [
      'semicolon below a title',
      'DANH SÁCH ĐẢNG VIÊN, NĂM 2026\n\nSTT;Tên;Chi bộ\n1;An;Chi bộ 1\n2;Bình;Chi bộ 2\n',
      ';',
    ],
    ['comma, for one column', 'Lê Văn Thử\nTrần Thị Mẫu\n', ','],
    ['what the first line names', 'sep=|\na;b;c|d;e;f\n', '|'],
  ])('is split at the right one: %s', (_, text, delimiter) => {
    expect(parseDelimited(text).delimiter).toBe(delimiter);
  });

  it('keeps quotes, delimiters and breaks within quotes, spaces, and what begins like a formula', () => {
    const text = '\uFEFF"Lê ""Tư"" Thử";"a;b"; x ;=1+1\r\n"hai\ndòng";Trần "Ba" Mẫu;\u00AD;-\r\n\r\n;;;@\r\n';
    expect(parseDelimited(text).records).toEqual([
      ['Lê "Tư" Thử', 'a;b', ' x ', '=1+1'],
      ['hai\ndòng', 'Trần "Ba" Mẫu', '\u00AD', '-'],
      [''],
      ['', '', '', '@'],
    ]);
  });

  it('is a file of one sheet whose cells are all text, in the places of its lines', async () => {
    const file = await read('STT,Số CCCD\n\n1,001050000001\n');
    expect(file.format).toBe('text');
    expect(textsOf(file.sheets[0])).toEqual({ A1: 'STT', B1: 'Số CCCD', A3: '1', B3: '001050000001' });
    expect(cellsOf(file.sheets[0])['A3']).toMatchObject({ kind: 'text', number: null, fontName: null });
  });

  it('is decoded by its caller; without one it is UTF-8 or UTF-16, or refused', async () => {
    const old = Buffer.from([0x4d, 0xad, 0xea, 0x6e, 0x67, 0x2c, 0x31, 0x0a]);
    expect(await refusalOf(old)).toBe('spreadsheet.encoding');
    expect(await texts(old, { decodeText: (bytes) => bytes.toString('latin1') })).toEqual({
      A1: 'M\u00ADêng',
      B1: '1',
    });
    expect(await texts(Buffer.from('\uFEFFTên\tĐảng\n', 'utf16le'))).toEqual({ A1: 'Tên', B1: 'Đảng' });
  });

  it('is refused with the line where quotes open and do not close', async () => {
    const refused = await read('a,b\n1,2\n3,"không đóng\n4,5\n').catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'spreadsheet.quote', message: expect.stringContaining('Dòng 3') });
  });
});

describe('a web page under the name of an .xls', () => {
  it('gives each table as a sheet, tables within tables too, without its scripts and source white space', async () => {
    const page = `<html><head><style>.xl65 {font-size:13pt; font-family:".VnTime", serif}</style><script>var x='<td>không</td>'</script></head>
      <body><table><tr><td>Bộ lọc <table><tr><th>Tên
        &nbsp;gọi</th><th class=xl65>M&shy;êng</th></tr><tr style="display:none"><td>An<br>Bình<td><font face="VNI-Times">Hueä</font></table></td></tr></table>`;
    const file = await read(page);
    expect(file.format).toBe('html');
    expect(file.sheets.map(({ name }) => name)).toEqual(['Bảng 1', 'Bảng 2']);
    expect(textsOf(file.sheets[0])).toEqual({ A1: 'Tên \u00A0gọi', B1: 'M\u00ADêng', A2: 'An\nBình', B2: 'Hueä' });
    expect(textsOf(file.sheets[1])).toEqual({ A1: 'Bộ lọc' });
    const cells = cellsOf(file.sheets[0]);
    expect([cells['B1']?.fontName, cells['B2']?.fontName, cells['A1']?.fontName]).toEqual([
      '.VnTime',
      'VNI-Times',
      null,
    ]);
    expect([...(file.sheets[0]?.rows() ?? [])].map(({ isHidden }) => isHidden)).toEqual([false, true]);
  });

  it('puts cells beside those that reach down from above', async () => {
    const page = `<table><tr><td rowspan=2>STT<td colspan=2>Họ tên<td>Năm<tr><td>Họ<td>Tên<td>sinh<tr><td>1<td>Lê<td>An<td>1950</table>`;
    const [sheet] = (await read(page)).sheets;
    expect(textsOf(sheet)).toEqual({
      ...{ A1: 'STT', B1: 'Họ tên', D1: 'Năm', B2: 'Họ', C2: 'Tên', D2: 'sinh' },
      ...{ A3: '1', B3: 'Lê', C3: 'An', D3: '1950' },
    });
    const rows = [...(sheet?.rows() ?? [])];
    expect([rows[0]?.cell(3).text, rows[1]?.cell(1).text]).toEqual(['Họ tên', 'STT']);
  });

  it('reads spans that lie about their size without spreading them out', async () => {
    const page = `<table><tr><td rowspan=99999999 colspan=99999999>A<tr><td>B</table>`;
    expect(await refusalOf(Buffer.from(page))).toBe('spreadsheet.too-much');
    expect(await refusalOf(Buffer.from(`<table>${'<b>'.repeat(2000)}`))).toBe('spreadsheet.too-much');
  });
});

describe("Excel's XML of 2003 under the name of an .xls", () => {
  const book = (sheet: string, styles = ''): string => `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
    <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">
    <Styles>${styles}</Styles>${sheet}</Workbook>`;

  it('gives its cells by their places, kinds, typefaces, and merged and hidden ones', async () => {
    const styles = `<Style ss:ID="Default"><Font ss:FontName="Arial"/></Style><Style ss:ID="s1"><Font ss:FontName=".VnTime"/></Style>
      <Style ss:ID="s2"><NumberFormat ss:Format="dd/mm/yyyy"/></Style>`;
    const sheet = `<Worksheet ss:Name="Một"><Table><Column/><Column ss:Hidden="1" ss:Span="1"/>
      <Row ss:Index="2" ss:Hidden="1"><Cell ss:StyleID="s1"><Data ss:Type="String">M&#xAD;êng</Data></Cell>
      <Cell ss:Index="3" ss:MergeAcross="1" ss:MergeDown="1"><Data ss:Type="Number">1.5</Data></Cell><Cell ss:StyleID="s2"><Data ss:Type="DateTime">1950-01-02T00:00:00.000</Data></Cell></Row>
      <Row><Cell ss:StyleID="s2" ss:Formula="=1"><Data ss:Type="Number">18265</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell></Row>
      <Row><Cell><ss:Data ss:Type="String">Tên <html:Font html:Face=".VnTime">M­êng</html:Font></ss:Data></Cell></Row>
      </Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>`;
    const file = await read(book(sheet, styles));
    expect(file).toMatchObject({
      format: 'xml',
      sheets: [{ name: 'Một', isHidden: true, hiddenColumns: [{ from: 2, to: 3 }] }],
    });
    const cells = cellsOf(file.sheets[0]);
    expect(textsOf(file.sheets[0])).toEqual({
      ...{ A2: 'M\u00ADêng', C2: '1.5', E2: '1950-01-02', A3: '1950-01-02', B3: 'TRUE', A4: 'Tên M\u00ADêng' },
    });
    expect([cells['A2']?.fontName, cells['C2']?.fontName]).toEqual(['.VnTime', 'Arial']);
    expect([cells['E2']?.kind, cells['A3']?.kind, cells['A3']?.result]).toEqual(['date', 'formula', 'date']);
    expect(cells['A4']?.runs).toEqual([
      { text: 'Tên ', fontName: null },
      { text: 'M\u00ADêng', fontName: '.VnTime' },
    ]);
    const rows = [...(file.sheets[0]?.rows() ?? [])];
    expect([rows[0]?.isHidden, rows[1]?.cell(4).mergedFrom]).toEqual([true, { row: 2, column: 3 }]);
  });

  it('is refused with a DOCTYPE, or cut', async () => {
    const whole = book('<Worksheet ss:Name="Một"><Table/></Worksheet>');
    expect(await refusalOf(Buffer.from(whole.replace('<Workbook', '<!DOCTYPE x [<!ENTITY a "b">]><Workbook')))).toBe(
      'spreadsheet.doctype',
    );
    expect(await refusalOf(Buffer.from(whole.slice(0, -12)))).toBe('spreadsheet.damaged');
  });
});
