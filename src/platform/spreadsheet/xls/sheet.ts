import type { CellCode, ColumnSpan, MergedRange } from '../cell-code.ts';
import { LAST_COLUMN } from '../limits.ts';
import type { StoredText } from '../packed-texts.ts';
import { damaged, tooMuch } from '../refused.ts';
import type { SheetSink } from '../sheet-sink.ts';
import { asFormula, numberCode } from '../value-code.ts';
import type { XlsGlobals } from './globals.ts';
import { type BiffRecord, Kind, substream } from './records.ts';
import { storedText, TextCursor } from './texts.ts';

const errors: Record<number, string> = {
  ...{ 0x00: '#NULL!', 0x07: '#DIV/0!', 0x0f: '#VALUE!', 0x17: '#REF!', 0x1d: '#NAME?', 0x24: '#NUM!', 0x2a: '#N/A' },
};

const picture = 8;
const chart = 5;

/** A number that is packed into 30 bits: an integer or the upper half of a double, either of them times 100. */
function packedNumber(code: number): number {
  const value = code & 2 ? code >> 2 : doubleFrom(code);
  return code & 1 ? value / 100 : value;
}

function doubleFrom(code: number): number {
  const bytes = Buffer.alloc(8);
  bytes.writeInt32LE(code & ~3, 4);
  return bytes.readDoubleLE(0);
}

/** Reads the records of one sheet; rows are handed on as soon as the next one begins. */
export class XlsSheetReader {
  private readonly globals: XlsGlobals;
  private readonly sink: SheetSink;
  private readonly hiddenRows = new Set<number>();
  private readonly hiddenColumns: ColumnSpan[] = [];
  private readonly merges: MergedRange[] = [];
  private cells: CellCode[] = [];
  private row = -1;
  /** A formula's text comes in a record of its own after it. */
  private awaitsText: CellCode | null = null;
  private hasNotes = false;

  constructor(globals: XlsGlobals, sink: SheetSink) {
    this.globals = globals;
    this.sink = sink;
  }

  read(stream: Buffer, offset: number): void {
    for (const record of inRowOrder(stream, offset)) this.take(record);
    this.handOn();
    if (this.hasNotes) this.sink.leftOut.commentedSheets += 1;
    this.sink.endSheet({ hiddenColumns: this.hiddenColumns, merges: this.merges });
  }

  private take({ kind, body }: BiffRecord): void {
    if (isCell(kind)) this.takeCell(kind, body);
    else if (kind === Kind.STRING) this.takeFormulaText(body);
    else if (kind === Kind.ROW && body.readUInt16LE(12) & 0x20) this.hiddenRows.add(body.readUInt16LE(0));
    else if (kind === Kind.COLINFO) this.takeColumns(body);
    else if (kind === Kind.MERGECELLS) this.takeMerges(body);
    else if (kind === Kind.OBJ) this.takeObject(body);
    else if (kind === Kind.NOTE) this.hasNotes = true;
  }

  private takeCell(kind: number, body: Buffer): void {
    const row = body.readUInt16LE(0);
    if (row !== this.row) this.handOn();
    this.row = row;
    const column = body.readUInt16LE(2) + 1;
    const style = body.readUInt16LE(4);
    this.awaitsText = null;
    if (kind === Kind.MULRK) return this.takeMany(column, body);
    const code = this.codeOf(kind, column, style, body);
    if (code) this.add(code);
  }

  private add(code: CellCode): void {
    if (this.cells.push(code) > LAST_COLUMN) throw damaged(`row ${this.row}`);
  }

  private codeOf(kind: number, column: number, style: number, body: Buffer): CellCode | null {
    if (kind === Kind.LABELSST) return this.textCode(column, style, this.sharedText(body.readUInt32LE(6)));
    if (kind === Kind.LABEL || kind === Kind.RSTRING) return this.textCode(column, style, this.ownText(kind, body));
    if (kind === Kind.NUMBER) return this.numberCode(column, style, body.readDoubleLE(6));
    if (kind === Kind.RK) return this.numberCode(column, style, packedNumber(body.readInt32LE(6)));
    if (kind === Kind.BOOLERR) return flagCode(column, style, body[6] ?? 0, body[7] === 1);
    return this.formulaCode(column, style, body);
  }

  private takeMany(first: number, body: Buffer): void {
    for (let at = 4, column = first; at + 8 <= body.length; at += 6, column += 1) {
      this.add(this.numberCode(column, body.readUInt16LE(at), packedNumber(body.readInt32LE(at + 2))));
    }
  }

  private sharedText(index: number): StoredText {
    const found = this.globals.texts.at(index);
    if (!found) throw damaged(`no text ${index}`);
    return found;
  }

  private ownText(kind: number, body: Buffer): StoredText {
    const { isBiff8, decode } = this.globals;
    const fontName = (font: number): string | undefined => this.globals.fontName(font);
    if (isBiff8) return storedText(new TextCursor([body], 6).text(), fontName);
    const end = 8 + body.readUInt16LE(6);
    const text = decode(body.subarray(8, end));
    const changes = kind === Kind.RSTRING ? body.subarray(end + 1, end + 1 + (body[end] ?? 0) * 2) : Buffer.alloc(0);
    const runs = Array.from({ length: changes.length >> 1 }, (_, run): [number, number] => [
      changes[run * 2] ?? 0,
      changes[run * 2 + 1] ?? 0,
    ]);
    return storedText({ text, runs }, fontName);
  }

  private textCode(column: number, style: number, { text, runs }: StoredText): CellCode | null {
    if (text === '') return null;
    return runs ? [column, 't', text, style, null, runs] : [column, 't', text, style];
  }

  private numberCode(column: number, style: number, number: number): CellCode {
    const { isDate, isFrom1904 } = this.globals;
    return numberCode(column, String(number), style, { isDate: isDate[style] ?? false, isFrom1904 });
  }

  private formulaCode(column: number, style: number, body: Buffer): CellCode {
    const isSpecial = body.readUInt16LE(12) === 0xffff;
    const kind = body[6] ?? 0;
    const value: CellCode = !isSpecial
      ? this.numberCode(column, style, body.readDoubleLE(6))
      : kind === 1 || kind === 2
        ? flagCode(column, style, body[8] ?? 0, kind === 2)
        : [column, kind === 0 ? 't' : '', '', style];
    const code = asFormula(value);
    if (code[1] === 'ft') this.awaitsText = code;
    return code;
  }

  private takeFormulaText(body: Buffer): void {
    if (!this.awaitsText) return;
    const { isBiff8, decode } = this.globals;
    this.awaitsText[2] = isBiff8
      ? new TextCursor([body]).text().text
      : decode(body.subarray(2, 2 + body.readUInt16LE(0)));
    this.awaitsText = null;
  }

  private takeColumns(body: Buffer): void {
    if (!(body.readUInt16LE(8) & 1) || this.hiddenColumns.length > LAST_COLUMN) return;
    this.hiddenColumns.push({ from: body.readUInt16LE(0) + 1, to: body.readUInt16LE(2) + 1 });
  }

  private takeMerges(body: Buffer): void {
    for (let at = 2; at + 8 <= body.length; at += 8) {
      const [top = 0, bottom = 0, left = 0, right = 0] = [0, 2, 4, 6].map((more) => body.readUInt16LE(at + more) + 1);
      if (bottom > top || right > left) this.merges.push({ top, left, bottom, right });
    }
    if (this.merges.length > this.sink.limits.merges) throw tooMuch('merges');
  }

  private takeObject(body: Buffer): void {
    const kind = body.length >= 6 ? body.readUInt16LE(4) : 0;
    if (kind === picture) this.sink.leftOut.pictures += 1;
    if (kind === chart) this.sink.leftOut.charts += 1;
  }

  private handOn(): void {
    this.sink.row(this.row + 1, this.hiddenRows.has(this.row), this.cells);
    this.cells = [];
  }
}

function flagCode(column: number, style: number, value: number, isError: boolean): CellCode {
  return isError ? [column, 'e', errors[value] ?? '#N/A', style] : [column, 'b', value ? 'TRUE' : 'FALSE', style];
}

const cellKinds = new Set<number>([
  ...[Kind.LABELSST, Kind.LABEL, Kind.RSTRING, Kind.NUMBER, Kind.RK, Kind.MULRK, Kind.BOOLERR, Kind.FORMULA],
]);
const isCell = (kind: number): boolean => cellKinds.has(kind);

/** The records of a sheet; cells that a program did not write in the order of their rows are put into it first. */
function* inRowOrder(stream: Buffer, offset: number): Generator<BiffRecord, void, undefined> {
  let last = -1;
  let isOrdered = true;
  let cells = 0;
  for (const { kind, body } of substream(stream, offset)) {
    if (!isCell(kind)) continue;
    cells += 1;
    const row = body.readUInt16LE(0);
    if (row < last) isOrdered = false;
    last = row;
  }
  if (isOrdered) yield* substream(stream, offset);
  else yield* sorted(stream, offset, cells);
}

function* sorted(stream: Buffer, offset: number, cells: number): Generator<BiffRecord, void, undefined> {
  if (cells > 500_000) throw tooMuch('cells out of order');
  const groups: BiffRecord[][] = [];
  for (const record of substream(stream, offset)) {
    if (isCell(record.kind)) groups.push([record]);
    else if (record.kind === Kind.STRING) groups.at(-1)?.push(record);
    else yield record;
  }
  const row = ([cell]: BiffRecord[]): number => cell?.body.readUInt16LE(0) ?? 0;
  yield* groups.toSorted((one, other) => row(one) - row(other)).flat();
}
