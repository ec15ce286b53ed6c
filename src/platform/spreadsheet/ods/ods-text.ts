import type { TextRun } from '../cell-code.ts';
import { CELL_CHARACTERS } from '../limits.ts';
import { tooMuch } from '../refused.ts';
import type { Attributes } from '../xml.ts';

/** Gathers the paragraphs of a cell, with the stretches that have a typeface of their own. */
export class OdsText {
  private runs: TextRun[] = [];
  private paragraphs = 0;
  private depth = 0;
  private length = 0;
  private readonly fonts: (string | null)[] = [];
  private readonly fontOf: (style: string | undefined) => string | null;

  constructor(fontOf: (style: string | undefined) => string | null) {
    this.fontOf = fontOf;
  }

  start(): void {
    this.runs = [];
    this.paragraphs = 0;
    this.length = 0;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'p') {
      if (this.paragraphs > 0) this.add('\n');
      this.paragraphs += 1;
      this.depth += 1;
    } else if (name === 'span') this.fonts.push(this.fontOf(attributes['style-name']) ?? this.fonts.at(-1) ?? null);
    else if (name === 's') this.add(' '.repeat(Math.min(Number(attributes['c'] ?? 1) || 1, CELL_CHARACTERS)));
    else if (name === 'tab') this.add('\t');
    else if (name === 'line-break') this.add('\n');
  }

  /** White space of the XML is one space; what is more than one has elements of its own (ODF 1.3, 6.1.2). */
  write(text: string): void {
    if (this.depth > 0) this.add(text.replace(/[ \t\r\n]+/g, ' '));
  }

  close(name: string): void {
    if (name === 'p') this.depth -= 1;
    else if (name === 'span') this.fonts.pop();
  }

  text(): string {
    return this.runs.map(({ text }) => text).join('');
  }

  stretches(): TextRun[] | null {
    return this.runs.some(({ fontName }) => fontName !== null) ? this.runs : null;
  }

  private add(text: string): void {
    this.length += text.length;
    if (this.length > CELL_CHARACTERS) throw tooMuch('text of a cell');
    const fontName = this.fonts.at(-1) ?? null;
    const last = this.runs.at(-1);
    if (last && last.fontName === fontName) last.text += text;
    else this.runs.push({ text, fontName });
  }
}
