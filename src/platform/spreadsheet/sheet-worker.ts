import { parentPort, workerData } from 'node:worker_threads';
import type { SheetFormat, WorkerMessage } from './cell-code.ts';
import { readDelimited } from './delimited/read-delimited.ts';
import { readHtml } from './markup/html.ts';
import { readSpreadsheetXml } from './markup/spreadsheet-xml.ts';
import { readOds } from './ods/ods.ts';
import type { ReadingOrder } from './read-sheets.ts';
import { Refused } from './refused.ts';
import { SheetSink } from './sheet-sink.ts';
import { type FileKind, binaryKind, textKind } from './sniff.ts';
import { readXls } from './xls/xls.ts';
import { readXlsx } from './xlsx/xlsx.ts';
import { ZipPackage } from './zip-package.ts';

/** The thread that reads one file and ends. It is started by `readSheets`, which knows its limits and kills it. */
const order = workerData as ReadingOrder;

const send = (message: WorkerMessage, transfer: ArrayBuffer[] = []): void => parentPort?.postMessage(message, transfer);

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
  const bytes = Buffer.from(order.bytes.buffer, order.bytes.byteOffset, order.bytes.byteLength);
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
