import JSZip from 'jszip';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Parts of a workbook by their paths; what is given stands in for what a plain one has. */
export type Parts = Record<string, string | Buffer>;

export const sheetXml = (rows: string, { before = '', after = '' } = {}): string =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${main}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;

export const relations = (...list: [type: string, target: string, mode?: string][]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([type, target, mode], at) => {
      const outside = mode ? ` TargetMode="${mode}"` : '';
      return `<Relationship Id="rId${at + 1}" Type="${office}/${type}" Target="${target}"${outside}/>`;
    })
    .join('')}</Relationships>`;

export const contentTypes = (mainType = `${types}.sheet.main+xml`, more = ''): string =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>
  <Override PartName="/xl/workbook.xml" ContentType="${mainType}"/>${more}</Types>`;

export const workbookXml = (sheets = '<sheet name="Trang" sheetId="1" r:id="rId1"/>', properties = ''): string =>
  `<workbook xmlns="${main}" xmlns:r="${office}">${properties}<sheets>${sheets}</sheets></workbook>`;

/** Number 1 shows dates, number 2 is in .VnTime. */
export const stylesXml = `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>
  <fonts count="2"><font><name val="Calibri"/></font><font><name val=".VnTime"/></font></fonts>
  <cellXfs count="3"><xf numFmtId="0" fontId="0"/><xf numFmtId="164" fontId="0"/><xf numFmtId="0" fontId="1"/></cellXfs></styleSheet>`;

export const sharedXml = (...items: string[]): string =>
  `<sst xmlns="${main}">${items.map((item) => `<si>${item}</si>`).join('')}</sst>`;

/** A workbook put together by hand, with one sheet unless its parts say otherwise. */
export async function workbook(parts: Parts = {}): Promise<Buffer> {
  const all: Parts = {
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relations(['officeDocument', 'xl/workbook.xml']),
    'xl/_rels/workbook.xml.rels': relations(
      ...([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'styles.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
      ] as [string, string][]),
    ),
    'xl/workbook.xml': workbookXml(),
    'xl/styles.xml': stylesXml,
    'xl/sharedStrings.xml': sharedXml(),
    'xl/worksheets/sheet1.xml': sheetXml(''),
    ...parts,
  };
  return zip(all);
}

/** A workbook whose only sheet has these rows, as XML. */
export const sheetWith = (rows: string, around: { before?: string; after?: string } = {}): Promise<Buffer> =>
  workbook({ 'xl/worksheets/sheet1.xml': sheetXml(rows, around) });

export async function zip(parts: Parts): Promise<Buffer> {
  const archive = new JSZip();
  for (const [path, content] of Object.entries(parts)) archive.file(path, content);
  return archive.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', compressionOptions: { level: 6 } });
}
