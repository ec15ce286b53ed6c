import type { ReaderMessage } from './cell-code.ts';
import { readBytes } from './read-bytes.ts';
import type { ReadingOrder } from './read-in-process.ts';
import { Refused } from './refused.ts';
import { SheetSink } from './sheet-sink.ts';

/** The process that reads one file from its standard input, tells what it finds, and ends. `readSheets` starts and kills it. */
const order = JSON.parse(process.argv[2] ?? '') as ReadingOrder;

const send = (message: ReaderMessage): void => void process.send?.(message);

// The server may end while a file is read.
process.once('disconnect', () => process.exit());

async function readInput(): Promise<Buffer> {
  const bytes = Buffer.allocUnsafeSlow(order.size);
  let filled = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) filled += chunk.copy(bytes, filled);
  return bytes.subarray(0, filled);
}

const stackOf = (error: unknown): string =>
  (error instanceof Error ? String(error.stack) : String(error)).slice(0, 4000);

try {
  await readBytes(await readInput(), order.isText, new SheetSink(order.limits, send));
} catch (error) {
  const { code, details } = error instanceof Refused ? error : new Refused('spreadsheet.damaged');
  send({ type: 'refused', code, details, stack: stackOf(error) });
}
