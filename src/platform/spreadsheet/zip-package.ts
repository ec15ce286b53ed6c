import { type Entry, type ZipFile, fromBuffer } from 'yauzl';
import type { SheetLimits } from './limits.ts';
import { damaged, Refused, tooMuch } from './refused.ts';

/** Below this much of one part a high ratio is no bomb: empty rows pack very well. */
const ratioFloor = 16 * 1024 * 1024;
const stored = 0;
const deflated = 8;

function openZip(bytes: Buffer): Promise<ZipFile> {
  const { promise, resolve, reject } = Promise.withResolvers<ZipFile>();
  fromBuffer(bytes, { lazyEntries: true, autoClose: false }, (error, zip) => {
    if (error) reject(damaged(error.message));
    else resolve(zip);
  });
  return promise;
}

/**
 * The parts of a zip by name, unpacked as a stream and only when asked for. What comes out is counted over all parts, so
 * that neither a false size nor parts that share their bytes get past the limits.
 */
export class ZipPackage {
  private readonly zip: ZipFile;
  private readonly limits: SheetLimits;
  private readonly entries: Map<string, Entry>;
  private inflated = 0;
  private expected = { from: 0, bytes: 1 };

  private constructor(zip: ZipFile, entries: Map<string, Entry>, limits: SheetLimits) {
    this.zip = zip;
    this.entries = entries;
    this.limits = limits;
  }

  static async open(bytes: Buffer, limits: SheetLimits): Promise<ZipPackage> {
    const zip = await openZip(bytes);
    if (zip.entryCount > limits.entries) throw tooMuch('entries');
    const entries = new Map<string, Entry>();
    try {
      for await (const entry of zip.eachEntry()) {
        const name = entry.fileName.toLowerCase();
        if (name.endsWith('/')) continue;
        if (entries.has(name)) throw damaged(`two parts of the name ${name}`);
        if (entry.isEncrypted()) throw new Refused('spreadsheet.password');
        entries.set(name, entry);
      }
    } catch (error) {
      throw error instanceof Refused ? error : damaged(String(error));
    }
    return new ZipPackage(zip, entries, limits);
  }

  /** Names are compared without case, as Office does; a leading slash means nothing. */
  has(name: string): boolean {
    return this.entries.has(key(name));
  }

  /** All names, in small letters. */
  names(): string[] {
    return [...this.entries.keys()];
  }

  /** Parts that `done` speaks of. */
  expect(names: string[]): void {
    const bytes = names.reduce((sum, name) => sum + (this.entries.get(key(name))?.uncompressedSize ?? 0), 1);
    this.expected = { from: this.inflated, bytes };
  }

  done(): number {
    return Math.min(1, (this.inflated - this.expected.from) / this.expected.bytes);
  }

  /** @throws {Refused} damaged where there is no such part */
  async *read(name: string): AsyncGenerator<Buffer, void, undefined> {
    const entry = this.entries.get(key(name));
    if (!entry) throw damaged(`no part ${name}`);
    if (![stored, deflated].includes(entry.compressionMethod)) throw damaged(`${name} is packed in an unknown way`);
    let size = 0;
    try {
      for await (const chunk of await this.openStream(entry)) {
        size += (chunk as Buffer).length;
        this.count((chunk as Buffer).length, size, entry);
        yield chunk as Buffer;
      }
    } catch (error) {
      throw error instanceof Refused ? error : damaged(`${name}: ${String(error)}`);
    }
  }

  private count(bytes: number, size: number, entry: Entry): void {
    this.inflated += bytes;
    if (this.inflated > this.limits.inflatedBytes) throw tooMuch('inflatedBytes');
    if (size > ratioFloor && size > entry.compressedSize * this.limits.ratio) throw tooMuch('ratio');
  }

  private openStream(entry: Entry): Promise<NodeJS.ReadableStream> {
    const { promise, resolve, reject } = Promise.withResolvers<NodeJS.ReadableStream>();
    this.zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
    return promise;
  }
}

const key = (name: string): string => name.replace(/^\/+/, '').toLowerCase();
