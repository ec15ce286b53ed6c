import type { SheetFormat } from './cell-code.ts';
import { readDelimited } from './delimited/read-delimited.ts';
import { readHtml } from './markup/html.ts';
import { readSpreadsheetXml } from './markup/spreadsheet-xml.ts';
import { readOds } from './ods/ods.ts';
import type { SheetSink } from './sheet-sink.ts';
import { type FileKind, binaryKind, textKind } from './sniff.ts';
import { readXls } from './xls/xls.ts';
import { readXlsx } from './xlsx/xlsx.ts';
import { ZipPackage } from './zip-package.ts';

async function readZip(bytes: Buffer, sink: SheetSink): Promise<SheetFormat> {
  const parts = await ZipPackage.open(bytes, sink.limits);
  sink.done = () => parts.done();
  if (parts.has('mimetype') || parts.has('META-INF/manifest.xml')) {
    await readOds(parts, sink);
    return 'ods';
  }
  await readXlsx(parts, sink);
  return 'xlsx';
}

const readers: Record<FileKind, (bytes: Buffer, sink: SheetSink) => Promise<SheetFormat> | SheetFormat> = {
  zip: readZip,
  xls: readXls,
  html: readHtml,
  xml: readSpreadsheetXml,
  text: readDelimited,
};

/**
 * Reads a file by what its bytes are; `readSheets` does this in a process of its own, which is what bounds the time.
 * @param isText whether the bytes are letters as UTF-8
 * @throws {Refused}
 */
export async function readBytes(bytes: Buffer, isText: boolean, sink: SheetSink): Promise<void> {
  const kind = isText ? textKind(bytes) : binaryKind(bytes);
  const format = await readers[kind](bytes, sink);
  sink.end(format);
}
