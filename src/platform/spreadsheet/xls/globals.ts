import { numberFormat } from '../number-format.ts';
import { PackedTexts } from '../packed-texts.ts';
import { Refused, tooMuch } from '../refused.ts';
import type { SheetSink } from '../sheet-sink.ts';
import { decoderFor } from './code-page.ts';
import { type BiffRecord, Kind, substream, withContinuations } from './records.ts';
import { storedText, TextCursor } from './texts.ts';

export interface XlsSheet {
  name: string;
  isHidden: boolean;
  /** Where its records begin. */
  offset: number;
  hasCells: boolean;
}

const most = 70_000;
const biff8 = 0x0600;

/** What the records before the sheets say of all of them. */
export class XlsGlobals {
  readonly sheets: XlsSheet[] = [];
  readonly isDate: boolean[] = [];
  readonly texts: PackedTexts;
  readonly isBiff8: boolean;
  isFrom1904 = false;
  /** Letters of BIFF5, which has no Unicode. */
  decode: (bytes: Buffer) => string = decoderFor(1252);
  private readonly stream: Buffer;
  private readonly fonts: string[] = [];
  private readonly formats = new Map<number, string>();
  private readonly cellFormats: { font: number; format: number }[] = [];

  constructor(stream: Buffer, version: number, sink: SheetSink) {
    this.stream = stream;
    this.isBiff8 = version === biff8;
    this.texts = new PackedTexts((bytes) => sink.keep(bytes));
    const records = [...this.smallRecords()];
    // Texts name fonts and sheets need the code page, wherever a program has put these records.
    for (const record of records) this.readFirst(record);
    for (const record of records) this.readThen(record);
    this.joinStyles(sink);
  }

  /** Fonts are numbered without the number 4 (MS-XLS 2.5.129). */
  fontName(font: number): string | undefined {
    return this.fonts[font > 4 ? font - 1 : font];
  }

  private *smallRecords(): Generator<BiffRecord> {
    let count = 0;
    const wanted = new Set<number>(Object.values(Kind));
    for (const record of substream(this.stream, 0)) {
      if (record.kind === Kind.FILEPASS) throw new Refused('spreadsheet.password');
      if (!wanted.has(record.kind) || record.kind === Kind.CONTINUE) continue;
      count += 1;
      if (count > 4 * most) throw tooMuch('records');
      yield record;
    }
  }

  private readFirst({ kind, body }: BiffRecord): void {
    if (kind === Kind.CODEPAGE && !this.isBiff8) this.decode = decoderFor(body.readUInt16LE(0));
    else if (kind === Kind.DATEMODE) this.isFrom1904 = body.readUInt16LE(0) === 1;
    else if (kind === Kind.XF) {
      this.cellFormats.push({ font: body.readUInt16LE(0), format: body.readUInt16LE(2) });
    } else if (kind === Kind.SUPBOOK && isOtherBook(body)) throw new Refused('spreadsheet.links');
    else if (kind === Kind.EXTERNSHEET && !this.isBiff8 && body[1] === 1) throw new Refused('spreadsheet.links');
  }

  private readThen(record: BiffRecord): void {
    const { kind, body } = record;
    if (kind === Kind.FONT) this.fonts.push(this.shortText(body.subarray(14)));
    else if (kind === Kind.FORMAT || kind === Kind.FORMAT5)
      this.formats.set(body.readUInt16LE(0), this.formatCode(body));
    else if (kind === Kind.BOUNDSHEET) this.addSheet(body);
    else if (kind === Kind.SST) this.readTexts(record);
  }

  private shortText(bytes: Buffer): string {
    const length = bytes[0] ?? 0;
    if (this.isBiff8) return new TextCursor([bytes], 1).text(length).text;
    return this.decode(bytes.subarray(1, 1 + length));
  }

  private formatCode(body: Buffer): string {
    return this.isBiff8 ? new TextCursor([body], 2).text().text : this.shortText(body.subarray(2));
  }

  private addSheet(body: Buffer): void {
    const kind = body[5] ?? 0;
    if (kind === 1) throw new Refused('spreadsheet.macro');
    const name = this.shortText(body.subarray(6));
    this.sheets.push({
      name,
      isHidden: ((body[4] ?? 0) & 3) !== 0,
      offset: body.readUInt32LE(0),
      hasCells: kind === 0,
    });
  }

  private readTexts(record: BiffRecord): void {
    const { bodies } = withContinuations(this.stream, record);
    const cursor = new TextCursor(bodies, 4);
    for (let left = cursor.u32(); left > 0; left -= 1) {
      this.texts.add(storedText(cursor.text(), (font) => this.fontName(font)));
    }
  }

  private joinStyles(sink: SheetSink): void {
    for (const { font, format } of this.cellFormats) {
      const fontName = this.fontName(font);
      const { code, isDate } = numberFormat(format, this.formats.get(format));
      sink.addStyle({ fontName, format: code });
      this.isDate.push(isDate);
    }
  }
}

const ownBook = 0x0401;
const addIns = 0x3a01;

/** The workbook itself and the functions of add-ins are named in the same way as another file. */
function isOtherBook(body: Buffer): boolean {
  return body.length < 4 || ![ownBook, addIns].includes(body.readUInt16LE(2));
}
