import { beforeAll, describe, expect, it } from 'vitest';
import { writeList } from '../../src/platform/spreadsheet/write-list.js';
import { all, first, openPackage, type XmlElement } from '../reports/support/read-package.js';

let sheet: XmlElement;
let workbook: XmlElement;
let formatOf: (style: string | undefined) => string | undefined;

const day = new Date('1960-03-05T00:00:00Z');

beforeAll(async () => {
  const part = await openPackage(
    await writeList({
      ...{ title: 'Danh sách mẫu', author: 'Văn phòng', at: new Date('2026-01-05T00:00:00Z') },
      sheets: [
        {
          ...{ name: 'Danh sách', frozen: 2, rows: [{ values: [1, '=1+1', day] }, { values: [2, '01.2', '1952'] }] },
          columns: [
            { head: 'STT', width: 6, kind: 'integer' },
            { head: 'Họ và tên', width: 28, kind: 'text' },
            { head: 'Ngày sinh', width: 16, kind: 'day' },
          ],
        },
      ],
    }),
  );
  sheet = await part('xl/worksheets/sheet1.xml');
  workbook = await part('xl/workbook.xml');
  const styles = await part('xl/styles.xml');
  const names = new Map(all(styles, 'numFmt').map(({ attributes }) => [attributes.numFmtId, attributes.formatCode]));
  const looks = all(first(styles, 'cellXfs'), 'xf').map(({ attributes }) => attributes.numFmtId ?? '');
  formatOf = (style) => names.get(looks[Number(style)]) ?? looks[Number(style)];
});

const TEXT = '49';
const WHOLE = '1';

describe('a list for a spreadsheet', () => {
  it('keeps what is typed into a column of days as it is typed: a year is no day of 1905', () => {
    const columns = all(sheet, 'col').map(({ attributes }) => formatOf(attributes.style));
    expect(columns).toEqual([WHOLE, TEXT, TEXT]);
  });

  it('has days as days, texts as texts and no formula', () => {
    const formats = new Map(all(sheet, 'c').map(({ attributes: { r, s } }) => [r, formatOf(s)]));
    expect(['A2', 'B2', 'C2', 'C3'].map((address) => formats.get(address))).toEqual([WHOLE, TEXT, 'dd/mm/yyyy', TEXT]);
    expect(all(sheet, 'f')).toEqual([]);
  });

  it('keeps its head in sight, filters by it, and repeats it on each page of A4 across', () => {
    expect(first(sheet, 'pane').attributes).toMatchObject({ state: 'frozen', xSplit: '2', ySplit: '1' });
    expect(first(sheet, 'autoFilter').attributes).toMatchObject({ ref: 'A1:C1' });
    expect(first(sheet, 'pageSetup').attributes).toMatchObject({
      ...{ paperSize: '9', orientation: 'landscape', fitToWidth: '1', fitToHeight: '0' },
    });
    const titles = all(workbook, 'definedName').find(({ attributes }) => attributes.name === '_xlnm.Print_Titles');
    expect(titles?.text).toBe("'Danh sách'!$1:$1");
  });
});
