import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { Objected } from './finding.ts';

const MOST_PARTS = 3000;
const LARGEST_PART = 64 * 1024 * 1024;
const LARGEST_TOTAL = 256 * 1024 * 1024;

/**
 * The parts of a zip: names first, contents when asked for, unpacked as a stream and counted as they come, so that neither
 * a false size in the directory nor parts that share their bytes get past the limits.
 */
export class ZipParts {
  private readonly zip: ZipFile;
  private readonly entries: Map<string, Entry>;
  private total = 0;

  private constructor(zip: ZipFile, entries: Map<string, Entry>) {
    this.zip = zip;
    this.entries = entries;
  }

  /** @throws Objected damaged, password, unpacked */
  static async open(bytes: Buffer): Promise<ZipParts> {
    const zip = await openZip(bytes);
    if (zip.entryCount > MOST_PARTS) throw new Objected('unpacked', 'parts');
    const entries = new Map<string, Entry>();
    try {
      for await (const entry of zip.eachEntry()) {
        const name = entry.fileName.toLowerCase();
        if (entry.isEncrypted()) throw new Objected('password', name);
        if (entries.has(name)) throw new Objected('damaged', `two parts ${name}`);
        if (entry.uncompressedSize > LARGEST_PART) throw new Objected('unpacked', name);
        entries.set(name, entry);
      }
    } catch (reason) {
      throw asObjected(reason);
    }
    return new ZipParts(zip, entries);
  }

  /** In small letters. */
  names(): string[] {
    return [...this.entries.keys()];
  }

  /** The text of a part; empty where there is none. @throws Objected damaged, unpacked */
  async text(name: string): Promise<string> {
    const entry = this.entries.get(name);
    if (!entry) return '';
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of await this.stream(entry)) {
        this.total += (chunk as Buffer).length;
        if (this.total > LARGEST_TOTAL) throw new Objected('unpacked', name);
        chunks.push(chunk as Buffer);
      }
    } catch (reason) {
      throw asObjected(reason);
    }
    return new TextDecoder('utf-8').decode(Buffer.concat(chunks));
  }

  private stream(entry: Entry): Promise<NodeJS.ReadableStream> {
    const { promise, resolve, reject } = Promise.withResolvers<NodeJS.ReadableStream>();
    this.zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
    return promise;
  }
}

function openZip(bytes: Buffer): Promise<ZipFile> {
  const { promise, resolve, reject } = Promise.withResolvers<ZipFile>();
  fromBuffer(bytes, { lazyEntries: true, autoClose: false }, (error, zip) => {
    if (error) reject(asObjected(error));
    else resolve(zip);
  });
  return promise;
}

const asObjected = (reason: unknown): Objected =>
  reason instanceof Objected ? reason : new Objected('damaged', reason instanceof Error ? reason.message : 'zip');
