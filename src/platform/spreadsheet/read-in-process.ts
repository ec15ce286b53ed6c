import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setPriority } from 'node:os';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReaderMessage } from './cell-code.ts';
import type { SheetLimits } from './limits.ts';
import { refusal } from './refusals.ts';
import { Sheet, type SheetContent, type SheetFile } from './sheet-file.ts';

/** What the reading process is told; the bytes come through its standard input. */
export interface ReadingOrder {
  /** Bytes are letters as UTF-8. */
  isText: boolean;
  size: number;
  limits: SheetLimits;
}

export interface Watch {
  onProgress?: (done: number, rows: number) => void;
  signal?: AbortSignal;
}

/** The exit code of an abort where there are no signals. */
const aborted = 134;

/** Whoever signs in at the door goes before who reads a file: a third of the time of others who want it too. */
const behindTheServer = 5;

type Content = Omit<SheetFile, 'fileName'>;

// The reader stands beside this file, as .ts where the sources run (Node strips the types) and as .js where they are built.
const reader = new URL(`./reader-process${extname(fileURLToPath(import.meta.url))}`, import.meta.url);

/** Neither the server's secrets nor its rights: no environment, no writing, no further processes, a heap of its own. */
function start(order: ReadingOrder): ChildProcess {
  const flags = [
    '--permission',
    '--allow-fs-read=*',
    '--no-warnings',
    `--max-old-space-size=${order.limits.heapMegabytes}`,
  ];
  return fork(reader, [JSON.stringify(order)], {
    ...{ execArgv: flags, env: {}, serialization: 'advanced', stdio: ['pipe', 'ignore', 'ignore', 'ipc'] },
  });
}

/** @throws {DomainError} the reader's own refusal, or one for its death: by its heap, by the time, by whatever else */
export async function readInProcess(bytes: Buffer, order: ReadingOrder, watch: Watch): Promise<Content> {
  const child = start(order);
  const { promise, resolve, reject } = Promise.withResolvers<Content>();
  const { seconds } = order.limits;
  const timer = setTimeout(() => reject(refusal('spreadsheet.too-slow', { seconds })), seconds * 1000);
  const abort = (): void => reject(watch.signal?.reason);
  watch.signal?.addEventListener('abort', abort);
  const gathering = new Gathering();
  child.on('message', (message: ReaderMessage) => {
    if (message.type === 'read') resolve(gathering.end(message));
    else if (message.type === 'refused') reject(refusal(message.code, message.details, message.stack));
    else if (message.type === 'progress') watch.onProgress?.(message.done, message.rows);
    else gathering.take(message);
  });
  child.on('error', reject);
  // A reader that ends well has told so before; where the heap is full Node aborts.
  child.on('close', (code, signal) => {
    const isAborted = signal !== null || code === aborted;
    reject(refusal(isAborted ? 'spreadsheet.too-much' : 'spreadsheet.damaged', { exit: String(signal ?? code) }));
  });
  feed(child, bytes);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    watch.signal?.removeEventListener('abort', abort);
    await kill(child);
  }
}

function feed(child: ChildProcess, bytes: Buffer): void {
  if (child.pid !== undefined) setPriority(child.pid, behindTheServer);
  // A reader that refuses early does not read to the end; its refusal says why.
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(bytes);
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** Puts together what the reader tells. */
class Gathering {
  private readonly sheets: SheetContent[] = [];

  take(message: Extract<ReaderMessage, { type: 'sheet' | 'rows' | 'sheet-end' }>): void {
    if (message.type === 'sheet') {
      const { name, isHidden } = message;
      this.sheets.push({ name, isHidden, batches: [], rowCount: 0, columnCount: 0, hiddenColumns: [], merges: [] });
      return;
    }
    const sheet = this.sheets.at(-1);
    if (!sheet) return;
    if (message.type === 'rows') sheet.batches.push(message.bytes);
    else Object.assign(sheet, { rowCount: message.rowCount, columnCount: message.columnCount }, message.end);
  }

  end({ format, styles, leftOut }: Extract<ReaderMessage, { type: 'read' }>): Content {
    return { format, leftOut, sheets: this.sheets.map((sheet) => new Sheet(sheet, styles)) };
  }
}
