import type { SheetSink } from './sheet-sink.ts';

/** Numbers for styles of files that name them in other ways; the same style has one number, the plain one 0. */
export class StyleNumbers {
  private readonly known = new Map<string, number>();
  private readonly sink: SheetSink;

  constructor(sink: SheetSink) {
    this.sink = sink;
    this.number({});
  }

  number(style: { fontName?: string | null | undefined; format?: string | undefined }): number {
    const key = JSON.stringify([style.fontName, style.format]);
    const number = this.known.get(key) ?? this.sink.addStyle(style);
    this.known.set(key, number);
    return number;
  }
}
