import type { TextRun } from '../cell-code.ts';
import { damaged } from '../refused.ts';
import type { StoredText } from '../packed-texts.ts';

/** From which character on which font, as the file numbers its fonts. */
export type FontRun = [from: number, font: number];

export interface RawText {
  text: string;
  runs: FontRun[];
}

/** Letters of 8 bits as those of 16 with a zero, which is how BIFF8 stores what it can. */
const narrow = (bytes: Buffer): string => bytes.toString('latin1');

/** Reads texts over the borders of continued records, where the letters begin anew with a byte that says how wide they are. */
export class TextCursor {
  private readonly bodies: Buffer[];
  private body = 0;
  private at = 0;

  constructor(bodies: Buffer[], from = 0) {
    this.bodies = bodies;
    this.at = from;
  }

  u8(): number {
    return this.bytes(1)[0] ?? 0;
  }

  u16(): number {
    return this.bytes(2).readUInt16LE(0);
  }

  u32(): number {
    return this.bytes(4).readUInt32LE(0);
  }

  /** A text with its flags and runs (XLUnicodeRichExtendedString). @param length of letters, where it is known already */
  text(length = this.u16()): RawText {
    const flags = this.u8();
    const runs = flags & 8 ? this.u16() : 0;
    const extra = flags & 4 ? this.u32() : 0;
    const text = this.letters(length, (flags & 1) === 1);
    const fonts: FontRun[] = [];
    for (let run = 0; run < runs; run += 1) fonts.push([this.u16(), this.u16()]);
    this.skip(extra);
    return { text, runs: fonts };
  }

  private letters(length: number, isWide: boolean): string {
    const parts: string[] = [];
    let wide = isWide;
    for (let left = length; left > 0;) {
      if (this.atEnd()) wide = (this.nextBody()[this.at++] ?? 0) % 2 === 1;
      const taken = Math.min(left, Math.floor(this.left() / (wide ? 2 : 1)));
      if (taken === 0) throw damaged('half a letter');
      const bytes = this.bytes(wide ? taken * 2 : taken);
      parts.push(wide ? bytes.toString('utf16le') : narrow(bytes));
      left -= taken;
    }
    return parts.length === 1 ? (parts[0] ?? '') : parts.join('');
  }

  private left(): number {
    return (this.bodies[this.body]?.length ?? 0) - this.at;
  }

  private atEnd(): boolean {
    return this.left() <= 0;
  }

  private nextBody(): Buffer {
    this.body += 1;
    this.at = 0;
    const body = this.bodies[this.body];
    if (!body) throw damaged('a text is cut');
    return body;
  }

  private bytes(length: number): Buffer {
    if (this.atEnd()) this.nextBody();
    if (this.left() < length) return this.bytesOverBorder(length);
    this.at += length;
    return this.bodies[this.body]?.subarray(this.at - length, this.at) ?? Buffer.alloc(0);
  }

  private bytesOverBorder(length: number): Buffer {
    const first = this.bytes(this.left());
    return Buffer.concat([first, this.bytes(length - first.length)]);
  }

  private skip(length: number): void {
    for (let left = length; left > 0;) {
      if (this.atEnd()) this.nextBody();
      const taken = Math.min(left, this.left());
      this.at += taken;
      left -= taken;
    }
  }
}

/** A text cut where its fonts change. @param cellFont of the letters before the first change */
export function storedText({ text, runs }: RawText, fontName: (font: number) => string | undefined): StoredText {
  if (runs.length === 0) return { text };
  const cuts = [...runs].sort(([one], [other]) => one - other);
  const stretches: TextRun[] = [];
  const add = (from: number, to: number, name: string | null): void => {
    if (to > from) stretches.push({ text: text.slice(from, to), fontName: name });
  };
  add(0, Math.min(cuts[0]?.[0] ?? 0, text.length), null);
  cuts.forEach(([from, font], index) => add(from, cuts[index + 1]?.[0] ?? text.length, fontName(font) ?? null));
  return { text, runs: stretches };
}
