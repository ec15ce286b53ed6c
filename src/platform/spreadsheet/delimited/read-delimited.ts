import type { CellCode, SheetFormat } from '../cell-code.ts';
import type { SheetSink } from '../sheet-sink.ts';
import { eachRecord } from './parse-delimited.ts';

/** A text with delimiters as a file of one sheet; every cell is text. */
export function readDelimited(bytes: Buffer, sink: SheetSink): SheetFormat {
  sink.startSheet('', false);
  let row = 0;
  eachRecord(bytes, (record) => {
    row += 1;
    const cells = record.flatMap((text, index): CellCode[] => (text === '' ? [] : [[index + 1, 't', text]]));
    sink.row(row, false, cells);
  });
  sink.endSheet({ hiddenColumns: [], merges: [] });
  return 'text';
}
