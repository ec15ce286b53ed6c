import { damaged } from '../refused.ts';

const headerBytes = 512;
const entryBytes = 128;
const miniSector = 64;
/** Streams below this size lie in the small sectors of the root's own stream. */
const smallStream = 4096;
/** Sector numbers from here on are marks: free, end of chain, part of the tables. */
const lastSector = 0xfffffffa;

interface Entry {
  name: string;
  isStream: boolean;
  start: number;
  size: number;
}

/**
 * The container of Office 97–2003 (MS-CFB): streams by name, each read only when asked for. Chains are followed for as many
 * steps as the file has sectors and no further, and two streams that claim the same sectors cost memory only if both are
 * read; `cfb` of npm copies every stream of a directory, which a false directory multiplies without end.
 */
export class CompoundFile {
  private readonly bytes: Buffer;
  private readonly sectorBytes: number;
  private readonly table: number[];
  private readonly entries: Entry[];
  private miniStream: Buffer | null = null;

  constructor(bytes: Buffer) {
    if (bytes.length < headerBytes) throw damaged('the header is cut');
    const shift = bytes.readUInt16LE(30);
    if (shift !== 9 && shift !== 12) throw damaged(`sectors of 2^${shift} bytes`);
    this.bytes = bytes;
    this.sectorBytes = 2 ** shift;
    this.table = this.readTable();
    this.entries = this.readDirectory();
  }

  /** Names as they are written, without the storage in which a stream lies. */
  has(name: string): boolean {
    return this.entries.some((entry) => entry.name === name);
  }

  /** @returns null where there is no stream of that name */
  stream(name: string): Buffer | null {
    const entry = this.entries.find((one) => one.isStream && one.name === name);
    if (!entry) return null;
    return entry.size < smallStream ? this.smallStream(entry) : this.chain(entry.start, entry.size);
  }

  private sector(number: number): Buffer {
    const from = (number + 1) * this.sectorBytes;
    if (from >= this.bytes.length) throw damaged(`sector ${number} lies outside`);
    return this.bytes.subarray(from, from + this.sectorBytes);
  }

  /** The numbers of a chain, told by a table of followers. */
  private follow(start: number, follower: (sector: number) => number | undefined): number[] {
    const sectors: number[] = [];
    const most = this.bytes.length / miniSector;
    for (let at = start; at < lastSector;) {
      if (sectors.push(at) > most) throw damaged('a chain of sectors without end');
      const next = follower(at);
      if (next === undefined) throw damaged(`sector ${at} has no follower`);
      at = next;
    }
    return sectors;
  }

  private chain(start: number, size = Number.POSITIVE_INFINITY): Buffer {
    const sectors = this.follow(start, (at) => this.table[at]);
    const joined = Buffer.concat(sectors.map((at) => this.sector(at)));
    if (Number.isFinite(size) && joined.length < size) throw damaged('a stream is cut');
    return joined.subarray(0, Math.min(size, joined.length));
  }

  /** Where each sector's follower stands: the table's own sectors are listed in the header and in a chain of further lists. */
  private readTable(): number[] {
    const places = this.numbers(this.bytes.subarray(76, headerBytes));
    const perList = this.sectorBytes / 4 - 1;
    let next = this.bytes.readUInt32LE(68);
    for (let lists = 0; next < lastSector; lists += 1) {
      if (lists * this.sectorBytes > this.bytes.length) throw damaged('a list of tables without end');
      const list = this.numbers(this.sector(next));
      places.push(...list.slice(0, perList));
      next = list[perList] ?? lastSector;
    }
    const used = places.filter((place) => place < lastSector);
    if (used.length * this.sectorBytes > this.bytes.length) throw damaged('more tables than bytes');
    return used.flatMap((place) => this.numbers(this.sector(place)));
  }

  private numbers(bytes: Buffer): number[] {
    return Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => bytes.readUInt32LE(at * 4));
  }

  private readDirectory(): Entry[] {
    const directory = this.chain(this.bytes.readUInt32LE(48));
    const entries: Entry[] = [];
    for (let at = 0; at + entryBytes <= directory.length; at += entryBytes) {
      const entry = directory.subarray(at, at + entryBytes);
      const nameBytes = Math.min(Math.max(entry.readUInt16LE(64) - 2, 0), 64);
      const name = entry.toString('utf16le', 0, nameBytes);
      const isStream = entry[66] === 2;
      entries.push({ name, isStream, start: entry.readUInt32LE(116), size: entry.readUInt32LE(120) });
    }
    return entries;
  }

  private smallStream({ start, size }: Entry): Buffer {
    const followers = this.numbers(this.chain(this.bytes.readUInt32LE(60)));
    const root = this.entries[0];
    if (!root) throw damaged('no root');
    this.miniStream ??= this.chain(root.start, root.size);
    const whole = this.miniStream;
    const parts = this.follow(start, (at) => followers[at]).map((at) =>
      whole.subarray(at * miniSector, (at + 1) * miniSector),
    );
    const joined = Buffer.concat(parts);
    if (joined.length < size) throw damaged('a stream is cut');
    return joined.subarray(0, size);
  }
}
