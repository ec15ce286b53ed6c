import { Refused } from '../refused.ts';
import type { SheetSink } from '../sheet-sink.ts';
import { readXml } from '../xml.ts';
import type { ZipPackage } from '../zip-package.ts';
import { readSharedTexts } from './shared-texts.ts';
import { type SheetSurroundings, SheetReader } from './sheet.ts';
import { readStyles } from './styles.ts';
import { type Workbook, type WorkbookSheet, mainPart, readWorkbook } from './workbook.ts';

/** Reads Excel 2007 and later, transitional and strict (ECMA-376, ISO/IEC 29500). */
export async function readXlsx(parts: ZipPackage, sink: SheetSink): Promise<void> {
  const workbook = await readWorkbook(parts, await mainPart(parts));
  refuseLinks(workbook);
  const part = (type: string): string | undefined => workbook.relations.find((one) => one.type === type)?.target;
  const sheets = workbook.sheets.filter((sheet) => isRead(sheet, sink));
  parts.expect([part('sharedStrings') ?? '', ...sheets.map(({ relation }) => relation.target)]);
  const isDate = await readStyles(parts, part('styles'), sink);
  const texts = await readSharedTexts(parts, part('sharedStrings'), (bytes) => sink.keep(bytes));
  for (const sheet of sheets) await readSheet(parts, sheet, { texts, isDate, isFrom1904: workbook.isFrom1904 }, sink);
  countLeftOut(parts, sink);
}

function refuseLinks({ relations }: Workbook): void {
  if (relations.some(({ type }) => type === 'externalLink')) throw new Refused('spreadsheet.links');
}

/** A sheet that is a chart or a dialog has no cells; its name is kept with what is left out. */
function isRead({ name, relation }: WorkbookSheet, sink: SheetSink): boolean {
  if (relation.isOutside) throw new Refused('spreadsheet.links');
  if (relation.type === 'worksheet') return true;
  sink.leaveOut(name);
  return false;
}

async function readSheet(
  parts: ZipPackage,
  { name, isHidden, relation }: WorkbookSheet,
  around: SheetSurroundings,
  sink: SheetSink,
): Promise<void> {
  sink.startSheet(name, isHidden);
  const reader = new SheetReader(around, sink);
  await readXml(parts.read(relation.target), reader);
  reader.end();
}

function countLeftOut(parts: ZipPackage, { leftOut }: SheetSink): void {
  const count = (pattern: RegExp): number => parts.names().filter((name) => pattern.test(name)).length;
  leftOut.pictures = count(/^xl\/media\//);
  leftOut.charts = count(/^xl\/charts\/chart\d*\.xml$/);
  leftOut.commentedSheets = count(/^xl\/(comments\/)?comments?\d*\.xml$/);
}
