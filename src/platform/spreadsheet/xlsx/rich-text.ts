import type { TextRun } from '../cell-code.ts';
import { CELL_CHARACTERS } from '../limits.ts';
import { tooMuch } from '../refused.ts';
import type { Attributes } from '../xml.ts';

/** Excel writes what XML can't hold as `_x000D_`, and an underscore that would look like it as `_x005F_`. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

/** Gathers a text with its stretches from the elements of a shared string or of a cell's own text (`si`, `is`). */
export class RichText {
  private runs: TextRun[] = [];
  private fontName: string | null = null;
  private isInText = false;
  private raw = '';
  private length = 0;

  start(): void {
    this.runs = [];
    this.fontName = null;
    this.length = 0;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'r') this.fontName = null;
    else if (name === 'rFont') this.fontName = attributes['val'] ?? null;
    else if (name === 't') {
      this.isInText = true;
      this.raw = '';
    }
  }

  write(text: string): void {
    if (!this.isInText) return;
    this.length += text.length;
    if (this.length > CELL_CHARACTERS) throw tooMuch('text of a cell');
    this.raw += text;
  }

  close(name: string): void {
    if (name !== 't') return;
    this.isInText = false;
    this.runs.push({ text: unescaped(this.raw), fontName: this.fontName });
  }

  text(): string {
    return this.runs.length === 1 ? (this.runs[0]?.text ?? '') : this.runs.map(({ text }) => text).join('');
  }

  /** Nothing where the whole text is in the typeface of its cell. */
  stretches(): TextRun[] | undefined {
    return this.runs.some(({ fontName }) => fontName !== null) ? this.runs : undefined;
  }
}
