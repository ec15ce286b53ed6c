import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PaperDocument, Table, TableRow } from '../../src/reports/document/document.js';
import { profileFor } from '../../src/reports/document/layout-profile.js';
import { renderXlsx } from '../../src/reports/document/render-xlsx.js';
import { all, first, openPackage, partTimes, type XmlElement } from './support/read-package.js';
import { paperOf, paragraph, samplePaper } from './support/sample-paper.js';
import { appendixCaption, appendixTable } from './support/sample-tables.js';

const profile = profileFor('2021-01-18');

/** A cell as the file stores it. */
interface StoredCell {
  value: string;
  type: string | undefined;
  formula: string | undefined;
  format: string;
  font: string;
}

interface StoredSheet {
  xml: XmlElement;
  cell(address: string): StoredCell;
  defined: Record<string, string>;
  names: string[];
}

const BUILT_IN_FORMATS: Record<string, string> = { '0': 'General', '3': '#,##0', '10': '0.00%', '49': '@' };

async function readSheet(bytes: Buffer): Promise<StoredSheet> {
  const part = await openPackage(bytes);
  const xml = await part('xl/worksheets/sheet1.xml');
  const workbook = await part('xl/workbook.xml');
  const shared = all(await part('xl/sharedStrings.xml'), 'si').map(({ text }) => text);
  const styles = await part('xl/styles.xml');
  const looks = all(first(styles, 'cellXfs'), 'xf');
  const formats = new Map(all(styles, 'numFmt').map(({ attributes }) => [attributes.numFmtId, attributes.formatCode]));
  const fonts = all(first(styles, 'fonts'), 'font');
  const cell = (address: string): StoredCell => {
    const found = all(xml, 'c').find(({ attributes }) => attributes.r === address);
    if (!found) throw new Error(`No cell ${address}`);
    const raw = all(found, 'v')[0]?.text ?? '';
    const look = looks[Number(found.attributes.s)]?.attributes ?? {};
    const id = look.numFmtId ?? '0';
    return {
      value: found.attributes.t === 's' ? (shared[Number(raw)] ?? '') : raw,
      type: found.attributes.t,
      formula: all(found, 'f')[0]?.text,
      format: formats.get(id) ?? BUILT_IN_FORMATS[id] ?? id,
      font: first(fonts[Number(look.fontId)], 'name').attributes.val ?? '',
    };
  };
  const defined = Object.fromEntries(
    all(workbook, 'definedName').map(({ attributes, text }) => [attributes.name, text]),
  );
  return { xml, cell, defined, names: all(workbook, 'sheet').map(({ attributes }) => attributes.name ?? '') };
}

const sheet = await readSheet(await renderXlsx(samplePaper, profile));

/** Rows 1–3 caption, 4–6 head, from 7 on the rows of the table. */
const BODY = 7;
const LETTERS = [...'ABCDEFGHIJKL'];

/** A document of the appendix with its rows changed. */
const changed = (change: (row: TableRow, index: number) => TableRow, table: Partial<Table> = {}): PaperDocument =>
  paperOf(appendixCaption, { ...appendixTable, ...table, rows: appendixTable.rows.map(change) });

describe('the appendix in Excel', () => {
  it('holds every printed figure as a true number, totals and rates included', () => {
    appendixTable.rows.forEach((row, index) => {
      row.cells.forEach((value, column) => {
        if (typeof value !== 'number') return;
        const stored = sheet.cell(`${LETTERS[column]}${BODY + index}`);
        expect(Number(stored.value)).toBe(value);
        expect(stored.type ?? 'n').toBe('n');
      });
    });
  });

  it('sums totals by formulas over the rows that they print', () => {
    expect(sheet.cell('C7')).toMatchObject({ formula: 'SUM(C8,C19)', value: '930', format: '#,##0' });
    expect(sheet.cell('C8')).toMatchObject({ formula: 'SUM(C9:C18)', value: '460' });
    expect(sheet.cell('G19')).toMatchObject({ formula: 'SUM(G20:G31)', value: '420' });
    expect(sheet.cell('C9').formula).toBeUndefined();
  });

  it('has rates as fractions that are worked out from their two columns', () => {
    expect(sheet.cell('J7')).toMatchObject({ formula: 'IF(F7=0,"–",G7/F7)', format: '0.00%' });
    expect(Number(sheet.cell('J7').value)).toBe(832 / 866);
    expect(sheet.cell('J31').formula).toBe('IF(F31=0,"–",G31/F31)');
  });

  it('prints a dash where nobody was summoned', async () => {
    const nobody: TableRow = { cells: [23, 'Chi bộ 23', 2, 2, 0, 0, 0, 0, 0, null, 0, ''] };
    const doc = paperOf({ ...appendixTable, rows: [nobody] });
    expect((await readSheet(await renderXlsx(doc, profile))).cell('J4')).toMatchObject({ value: '–', type: 'str' });
  });

  it('leaves a name that looks like a formula as text', () => {
    expect(sheet.cell('B25')).toMatchObject({
      value: '=Chi bộ Trường THPT Sài Đồng',
      type: 's',
      formula: undefined,
      format: '@',
    });
  });

  it.each(['=1+1', '+84912', '-Chi bộ', '@tên'])('keeps "%s" as text', async (text) => {
    const doc = paperOf({ ...appendixTable, rows: [{ cells: [1, text, 1, 0, 0, 1, 1, 0, 0, 1, 0, text] }] });
    const stored = await readSheet(await renderXlsx(doc, profile));
    expect(stored.cell('B4')).toMatchObject({ value: text, type: 's', formula: undefined });
    expect(stored.cell('L4')).toMatchObject({ value: text, type: 's', formula: undefined });
  });

  it('freezes the head on screen and repeats it in print', () => {
    expect(first(sheet.xml, 'pane').attributes).toMatchObject({ ySplit: '6', topLeftCell: 'A7', state: 'frozen' });
    expect(sheet.defined['_xlnm.Print_Titles']).toMatch(/\$4:\$6$/);
    expect(all(sheet.xml, 'mergeCell').map(({ attributes }) => attributes.ref)).toEqual(
      expect.arrayContaining(['A1:L1', 'A4:A5', 'H4:I4', 'J4:J5', 'A32:L32']),
    );
  });

  it('prints on landscape A4, one page wide, within the margins of the paper', () => {
    expect(first(sheet.xml, 'pageSetup').attributes).toMatchObject({
      paperSize: '9',
      orientation: 'landscape',
      fitToWidth: '1',
      fitToHeight: '0',
    });
    expect(first(sheet.xml, 'pageSetUpPr').attributes.fitToPage).toBe('1');
    const margins = Object.values(first(sheet.xml, 'pageMargins').attributes).map(Number);
    expect(margins).toEqual([0.787, 0.787, 0.787, 0.787, 0.394, 0.394]);
    expect(first(sheet.xml, 'oddHeader').text).toBe('&C&"Times New Roman,Regular"&14&P');
    expect(first(sheet.xml, 'headerFooter').attributes.differentFirst).toBe('1');
  });

  it('has the caption above, the sentence under it, and Times New Roman everywhere', () => {
    expect(['A1', 'A2', 'A3'].map((address) => sheet.cell(address).value)).toEqual([
      appendixCaption.title,
      appendixCaption.subtitle,
      appendixCaption.source,
    ]);
    expect(sheet.cell('A32').value).toBe(appendixTable.note);
    expect(new Set(['A1', 'B4', 'C6', 'B9', 'C9', 'A32'].map((address) => sheet.cell(address).font))).toEqual(
      new Set(['Times New Roman']),
    );
  });

  it('is wide enough for the longest name', async () => {
    const name = 'Chi bộ Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên';
    const widthOf = (xml: XmlElement): number => Number(first(xml, 'cols').children[1]?.attributes.width);
    const wider = await readSheet(
      await renderXlsx(
        changed((row, index) => (index === 5 ? { ...row, cells: row.cells.with(1, name) } : row)),
        profile,
      ),
    );
    expect(widthOf(sheet.xml)).toBeGreaterThan(34);
    expect(widthOf(wider.xml)).toBeGreaterThan(widthOf(sheet.xml) + 8);
  });

  it('refuses a total that its rows do not add up to', async () => {
    const wrong = changed((row, index) => (index === 0 ? { ...row, cells: row.cells.with(2, 931) } : row));
    await expect(renderXlsx(wrong, profile)).rejects.toThrow(
      'the total of column "total" prints 931, its rows add up to 930',
    );
  });

  it('refuses a rate that its two columns do not give', async () => {
    const wrong = changed((row, index) => (index === 4 ? { ...row, cells: row.cells.with(9, 0.5) } : row));
    await expect(renderXlsx(wrong, profile)).rejects.toThrow('a rate prints 0.5');
  });

  it('gives each table a sheet with a name that Excel accepts', async () => {
    const names = ['Lớp 1/2: sáng', 'LỚP 1/2: SÁNG', 'Danh sách vắng mặt của toàn thể các chi bộ'];
    const tables = names.map((name) => ({ ...appendixTable, name }));
    expect((await readSheet(await renderXlsx(paperOf(...tables), profile))).names).toEqual([
      'Lớp 1-2- sáng',
      'LỚP 1-2- SÁNG (2)',
      'Danh sách vắng mặt của toàn thể',
    ]);
  });

  it('refuses a document without a table', async () => {
    await expect(renderXlsx(paperOf(paragraph('Không có biểu.')), profile)).rejects.toThrow('has no table');
  });
});

describe('the bytes of an Excel file', () => {
  afterEach(() => vi.useRealTimers());

  it('are the same for the same document, whatever the clock says, and dated by the document', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T01:00:00Z') });
    const today = await renderXlsx(samplePaper, profile);
    vi.setSystemTime(new Date('2031-02-03T04:05:06Z'));
    expect((await renderXlsx(samplePaper, profile)).equals(today)).toBe(true);
    expect(await partTimes(today)).toEqual(new Set(['2021-01-18T09:30:00.000Z']));
    const properties = await (await openPackage(today))('docProps/core.xml');
    expect(first(properties, 'dcterms:modified').text).toBe('2021-01-18T09:30:00Z');
    expect(first(properties, 'dc:creator').text).toBe(samplePaper.author);
  });
});
