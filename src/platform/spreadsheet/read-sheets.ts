import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { WorkerMessage } from './cell-code.ts';
import { SHEET_LIMITS, type SheetLimits } from './limits.ts';
import { decodeStrictly, looksLikeText } from './plain-text.ts';
import { takeTurn } from './reading-turns.ts';
import { refusal } from './refusals.ts';
import { Refused } from './refused.ts';
import { Sheet, type SheetContent, type SheetFile } from './sheet-file.ts';

export interface ReadingOptions {
  limits?: Partial<SheetLimits>;
  /** Letters of a .csv, a .txt or a web page; by default UTF-8 and UTF-16, and any other encoding is refused. */
  decodeText?: (bytes: Buffer) => string;
  /** How much has been read, from 0 to 1, and how many rows that was. */
  onProgress?: (done: number, rows: number) => void;
  /** Stops the reading; the promise is then refused with the signal's reason. */
  signal?: AbortSignal;
}

/** What the worker gets: the bytes of the file, or its letters as UTF-8. */
export interface ReadingOrder {
  bytes: Uint8Array<ArrayBuffer>;
  isText: boolean;
  limits: SheetLimits;
}

// The worker stands beside this file, as .ts where the sources run (Node strips the types) and as .js where they are built.
const workerUrl = new URL(`./sheet-worker${extname(fileURLToPath(import.meta.url))}`, import.meta.url);

/**
 * Reads a spreadsheet of any kind that offices have, in a thread of its own that may be killed.
 * @param bytes are copied; the format is known by them
 * @param fileName for the answer only
 * @throws {DomainError} `spreadsheet.…` with one sentence for the person who sent the file
 */
export async function readSheets(bytes: Buffer, fileName: string, options: ReadingOptions = {}): Promise<SheetFile> {
  const limits = { ...SHEET_LIMITS, ...options.limits };
  if (bytes.length === 0) throw refusal('spreadsheet.empty');
  if (bytes.length > limits.fileBytes)
    throw refusal('spreadsheet.too-large', megabytes(bytes.length, limits.fileBytes));
  const giveBack = await takeTurn(options.signal);
  try {
    return await readInWorker(orderFor(bytes, limits, options), fileName, options);
  } finally {
    giveBack();
  }
}

const megabytes = (size: number, limit: number): Record<string, number> => ({
  megabytes: Math.ceil(size / 1024 / 1024),
  limit: Math.floor(limit / 1024 / 1024),
});

function orderFor(bytes: Buffer, limits: SheetLimits, { decodeText = decodeStrictly }: ReadingOptions): ReadingOrder {
  if (!looksLikeText(bytes)) return { bytes: new Uint8Array(bytes), isText: false, limits };
  try {
    return { bytes: new Uint8Array(Buffer.from(decodeText(bytes))), isText: true, limits };
  } catch (error) {
    if (error instanceof Refused) throw refusal(error.code, error.details, error);
    throw error;
  }
}

function readInWorker(order: ReadingOrder, fileName: string, options: ReadingOptions): Promise<SheetFile> {
  const { promise, resolve, reject } = Promise.withResolvers<SheetFile>();
  const { heapMegabytes, seconds } = order.limits;
  const worker = new Worker(workerUrl, {
    ...{ workerData: order, transferList: [order.bytes.buffer], env: {}, execArgv: [] },
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
  });
  const timer = setTimeout(() => reject(refusal('spreadsheet.too-slow', { seconds })), seconds * 1000);
  const abort = (): void => reject(options.signal?.reason);
  options.signal?.addEventListener('abort', abort);
  const sheets: SheetContent[] = [];
  worker.on('message', (message: WorkerMessage) => {
    if (message.type === 'read') {
      const { format, styles, leftOut } = message;
      resolve({ fileName, format, leftOut, sheets: sheets.map((sheet) => new Sheet(sheet, styles)) });
    } else if (message.type === 'refused') {
      reject(refusal(message.code, message.details, message.stack));
    } else if (message.type === 'progress') options.onProgress?.(message.done, message.rows);
    else collect(sheets, message);
  });
  worker.on('error', (error) => reject(refusal(codeOf(error), {}, error)));
  worker.on('exit', (code) => reject(refusal('spreadsheet.damaged', { exit: code })));
  return promise.finally(async () => {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', abort);
    await worker.terminate();
  });
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? 'spreadsheet.too-much'
    : 'spreadsheet.damaged';

function collect(
  sheets: SheetContent[],
  message: Extract<WorkerMessage, { type: 'sheet' | 'rows' | 'sheet-end' }>,
): void {
  if (message.type === 'sheet') {
    const { name, isHidden } = message;
    sheets.push({ name, isHidden, batches: [], rowCount: 0, columnCount: 0, hiddenColumns: [], merges: [] });
    return;
  }
  const sheet = sheets.at(-1);
  if (!sheet) return;
  if (message.type === 'rows') sheet.batches.push(message.bytes);
  else Object.assign(sheet, { rowCount: message.rowCount, columnCount: message.columnCount }, message.end);
}
