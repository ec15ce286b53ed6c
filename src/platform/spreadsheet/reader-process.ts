import type { ReaderMessage, SheetFormat } from './cell-code.ts';
import { readDelimited } from './delimited/read-delimited.ts';
import { readHtml } from './markup/html.ts';
import { readSpreadsheetXml } from './markup/spreadsheet-xml.ts';
import { readOds } from './ods/ods.ts';
import type { ReadingOrder } from './read-in-process.ts';
import { Refused } from './refused.ts';
import { SheetSink } from './sheet-sink.ts';
import { type FileKind, binaryKind, textKind } from './sniff.ts';
import { readXls } from './xls/xls.ts';
import { readXlsx } from './xlsx/xlsx.ts';
import { ZipPackage } from './zip-package.ts';

/** The process that reads one file from its standard input, tells what it finds, and ends. `readSheets` starts and kills it. */
const order = JSON.parse(process.argv[2] ?? '') as ReadingOrder;

const send = (message: ReaderMessage): void => void process.send?.(message);

/** The server may end while a file is read. */
process.once('disconnect', () => process.exit());

async function readInput(): Promise<Buffer> {
  const bytes = Buffer.allocUnsafeSlow(order.size);
  let filled = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) filled += chunk.copy(bytes, filled);
  return bytes.subarray(0, filled);
}

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

async function read(): Promise<void> {
  const bytes = await readInput();
  const sink = new SheetSink(order.limits, send);
  const kind = order.isText ? textKind(bytes) : binaryKind(bytes);
  const format = await readers[kind](bytes, sink);
  send({ type: 'read', format, styles: sink.styles, leftOut: sink.leftOut });
}

try {
  await read();
} catch (error) {
  const { code, details } = error instanceof Refused ? error : new Refused('spreadsheet.damaged');
  send({ type: 'refused', code, details, stack: error instanceof Error ? String(error.stack) : String(error) });
}
