import type { CellStyle } from './cell-code.ts';
import { tooMuch } from './refused.ts';
import type { SheetSink } from './sheet-sink.ts';

const most = 70_000;

/** Numbers for styles of files that name them in other ways; the same style has one number, the plain one 0. */
export class StyleNumbers {
  private readonly known = new Map<string, number>();
  private readonly sink: SheetSink;

  constructor(sink: SheetSink) {
    this.sink = sink;
    this.number({});
  }

  number({ fontName, format }: { fontName?: string | null | undefined; format?: string | undefined }): number {
    const style: CellStyle = {
      ...(fontName !== null && fontName !== undefined && { fontName }),
      ...(format !== undefined && { format }),
    };
    const key = JSON.stringify(style);
    const number = this.known.get(key) ?? this.sink.styles.push(style) - 1;
    if (number > most) throw tooMuch('styles');
    this.known.set(key, number);
    return number;
  }
}
