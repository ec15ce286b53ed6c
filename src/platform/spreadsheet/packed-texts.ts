import type { TextRun } from './cell-code.ts';

export interface StoredText {
  text: string;
  runs?: TextRun[] | undefined;
}

const blockBytes = 1024 * 1024;

/**
 * A file's table of texts as UTF-8 in large blocks: a million texts as strings would take five times the memory, and take it
 * from the heap.
 */
export class PackedTexts {
  private readonly blocks: Buffer[] = [];
  private used = blockBytes;
  /** For each text: block, begin and end in it, and 1 where it is JSON with its runs. */
  private places = new Uint32Array(4096);
  private count = 0;
  private readonly keep: (bytes: number) => void;

  /** @param keep is told of memory as it is taken, and may refuse */
  constructor(keep: (bytes: number) => void) {
    this.keep = keep;
  }

  add({ text, runs }: StoredText): void {
    const written = runs ? JSON.stringify([text, runs]) : text;
    const bytes = Buffer.byteLength(written);
    if (this.used + bytes > blockBytes) this.addBlock(Math.max(bytes, blockBytes));
    this.blocks.at(-1)?.write(written, this.used);
    this.note(this.blocks.length - 1, this.used, this.used + bytes, runs ? 1 : 0);
    this.used += bytes;
  }

  at(index: number): StoredText | undefined {
    if (!(index >= 0 && index < this.count)) return undefined;
    const [block = 0, from = 0, to = 0, isRich = 0] = this.places.subarray(index * 4, index * 4 + 4);
    const written = this.blocks[block]?.toString('utf8', from, to) ?? '';
    if (!isRich) return { text: written };
    const [text, runs] = JSON.parse(written) as [string, TextRun[]];
    return { text, runs };
  }

  private addBlock(bytes: number): void {
    this.keep(bytes);
    this.blocks.push(Buffer.allocUnsafeSlow(bytes));
    this.used = 0;
  }

  private note(...place: number[]): void {
    if (this.count * 4 >= this.places.length) {
      this.keep(this.places.byteLength);
      const wider = new Uint32Array(this.places.length * 2);
      wider.set(this.places);
      this.places = wider;
    }
    this.places.set(place, this.count * 4);
    this.count += 1;
  }
}
