import { describe, expect, it } from 'vitest';
import { readSheets } from '../../src/platform/spreadsheet/read-sheets.js';
import { cellsOf, refusalOf, textsOf } from './support/read.js';
import { zip } from './support/workbook-parts.js';

const kinds = 'application/vnd.oasis.opendocument';

const manifest = (kind: string, more = ''): string =>
  `<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry m:full-path="/" m:media-type="${kinds}.${kind}"/>${more}</m:manifest>`;

/** An .ods file of one sheet. @param rows XML within its table @param styles XML of its automatic styles */
const ods = (rows: string, styles = '', more: Record<string, string> = {}): Promise<Buffer> =>
  zip({
    mimetype: `${kinds}.spreadsheet`,
    'META-INF/manifest.xml': manifest('spreadsheet'),
    'content.xml': `<office:document-content xmlns:office="o" xmlns:style="s" xmlns:table="t" xmlns:text="x" xmlns:fo="f" xmlns:svg="v">
      <office:font-face-decls><style:font-face style:name="F1" svg:font-family="'.VnTime'"/></office:font-face-decls>
      <office:automatic-styles>${styles}</office:automatic-styles>
      <office:body><office:spreadsheet><table:table table:name="Một">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
    ...more,
  });

const text = (content: string, attributes = ''): string =>
  `<table:table-cell office:value-type="string" ${attributes}><text:p>${content}</text:p></table:table-cell>`;
const row = (cells: string, attributes = ''): string => `<table:table-row ${attributes}>${cells}</table:table-row>`;

describe('an .ods', () => {
  it('writes out what is repeated where it holds something, and jumps over what is empty', async () => {
    const rows =
      row('<table:table-cell/>', 'table:number-rows-repeated="1048000"') +
      row(
        `<table:table-cell table:number-columns-repeated="3"/>${text('a', 'table:number-columns-repeated="2"')}`,
        'table:number-rows-repeated="2"',
      ) +
      row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="574"');
    const file = await readSheets(await ods(rows), 'lap.ods');
    expect(textsOf(file.sheets[0])).toEqual({ D1048001: 'a', E1048001: 'a', D1048002: 'a', E1048002: 'a' });
  });

  it('has the typeface of a cell from itself, its parent, its row, its column or all cells', async () => {
    const font = (name: string): string => `<style:text-properties style:font-name="${name}"/>`;
    const style = (name: string, inside: string, parent = ''): string =>
      `<style:style style:name="${name}" style:family="table-cell" ${parent && `style:parent-style-name="${parent}"`}>${inside}</style:style>`;
    const styles =
      `<style:default-style style:family="table-cell">${font('Arial')}</style:default-style>` +
      style('ce1', font('F1')) +
      style('ce2', '', 'ce1') +
      style('ro', font('VNI-Times')) +
      style('co', font('Tahoma'));
    const rows =
      '<table:table-column/><table:table-column table:default-cell-style-name="co" table:visibility="collapse"/>' +
      row(text('a', 'table:style-name="ce2"') + text('b')) +
      row(text('c', 'table:style-name="ce1"') + text('d'), 'table:default-cell-style-name="ro"') +
      row(text('e'));
    const [sheet] = (await readSheets(await ods(rows, styles), 'chu.ods')).sheets;
    const fonts = Object.entries(cellsOf(sheet)).map(([place, { fontName }]) => [place, fontName]);
    expect(Object.fromEntries(fonts)).toEqual({
      A1: '.VnTime',
      B1: 'Tahoma',
      A2: '.VnTime',
      B2: 'VNI-Times',
      A3: 'Arial',
    });
    expect(sheet?.hiddenColumns).toEqual([{ from: 2, to: 2 }]);
  });

  it('has spaces, tabs, breaks and paragraphs of a text, and no comment in it', async () => {
    const cell = `<table:table-cell office:value-type="string"><office:annotation><text:p>ghi chú</text:p></office:annotation>
      <text:p>Lê<text:s text:c="3"/>Văn <text:a>Thử</text:a></text:p><text:p>M\u00ADêng<text:tab/>x<text:line-break/>y</text:p></table:table-cell>`;
    const file = await readSheets(await ods(row(cell)), 'chu.ods');
    expect(textsOf(file.sheets[0])).toEqual({ A1: 'Lê   Văn Thử\nM\u00ADêng\tx\ny' });
    expect(file.leftOut.commentedSheets).toBe(1);
  });

  it('has times of the day as such, and a length of time as it is shown', async () => {
    const time = (value: string, shown: string): string =>
      `<table:table-cell office:value-type="time" office:time-value="${value}"><text:p>${shown}</text:p></table:table-cell>`;
    const file = await readSheets(
      await ods(row(time('PT14H05M00S', '14:05') + time('PT30H00M00S', '30:00'))),
      'gio.ods',
    );
    expect(Object.values(cellsOf(file.sheets[0])).map((cell) => [cell.kind, cell.text])).toEqual([
      ['date', '14:05:00'],
      ['text', '30:00'],
    ]);
  });

  it('is refused with a password, macros, rows of another file, as a text document, or with spaces without end', async () => {
    const locked = manifest(
      'spreadsheet',
      '<m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry>',
    );
    expect(await refusalOf(await ods('', '', { 'META-INF/manifest.xml': locked }))).toBe('spreadsheet.password');
    expect(await refusalOf(await ods('', '', { 'Basic/Standard/Module1.xml': '<x/>' }))).toBe('spreadsheet.macro');
    expect(await refusalOf(await ods('<table:table-source/>'))).toBe('spreadsheet.links');
    expect(await refusalOf(await ods('', '', { 'META-INF/manifest.xml': manifest('text') }))).toBe('spreadsheet.word');
    expect(await refusalOf(await ods('', '', { 'META-INF/manifest.xml': manifest('presentation') }))).toBe(
      'spreadsheet.unknown',
    );
    const spaces = text('<text:s text:c="999999999"/>'.repeat(2));
    expect(await refusalOf(await ods(row(spaces)))).toBe('spreadsheet.too-much');
    expect(
      await refusalOf(
        await ods(row(text('a', 'table:number-columns-repeated="16384"'), 'table:number-rows-repeated="1048576"')),
      ),
    ).toBe('spreadsheet.too-much');
  });
});
