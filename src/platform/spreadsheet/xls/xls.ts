import { damaged, Refused } from '../refused.ts';
import type { SheetFormat } from '../cell-code.ts';
import type { SheetSink } from '../sheet-sink.ts';
import { CompoundFile } from './compound-file.ts';
import { XlsGlobals } from './globals.ts';
import { Kind, recordAt } from './records.ts';
import { XlsSheetReader } from './sheet.ts';

const biff5 = 0x0500;
const biff8 = 0x0600;

/** Reads Excel 97–2003 (BIFF8) and Excel 5 and 95 (BIFF5), in their container or bare. */
export function readXls(bytes: Buffer, sink: SheetSink): SheetFormat {
  const stream = bytes[0] === 0xd0 ? workbookStream(bytes) : bytes;
  try {
    readStream(stream, sink);
  } catch (error) {
    // A record that is shorter than its kind demands.
    throw error instanceof RangeError ? damaged(error.message) : error;
  }
  return 'xls';
}

function workbookStream(bytes: Buffer): Buffer {
  const file = new CompoundFile(bytes);
  if (file.has('EncryptedPackage') || file.has('EncryptionInfo')) throw new Refused('spreadsheet.password');
  if (file.has('WordDocument')) throw new Refused('spreadsheet.word');
  const stream = file.stream('Workbook') ?? file.stream('Book');
  if (!stream) throw new Refused('spreadsheet.unknown');
  if (file.has('_VBA_PROJECT_CUR')) throw new Refused('spreadsheet.macro');
  return stream;
}

function readStream(stream: Buffer, sink: SheetSink): void {
  const first = recordAt(stream, 0);
  if (first?.kind !== Kind.BOF) throw new Refused('spreadsheet.too-old');
  const version = first.body.readUInt16LE(0);
  if (version !== biff5 && version !== biff8) throw new Refused('spreadsheet.too-old');
  const globals = new XlsGlobals(stream, version, sink);
  for (const [index, { name, isHidden, offset, hasCells }] of globals.sheets.entries()) {
    sink.done = () => index / globals.sheets.length;
    if (!hasCells) {
      sink.leaveOut(name);
      continue;
    }
    sink.startSheet(name, isHidden);
    new XlsSheetReader(globals, sink).read(stream, offset);
  }
}
