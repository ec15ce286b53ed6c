import { type ChainedEntry, digestOf, genesis, hashOf } from './audit-chain.js';

/** The end of a chain; kept elsewhere, it shows later that nothing before it was rewritten. */
export interface ChainHead {
  committeeId: string;
  seq: number;
  /** Hex. */
  hash: string;
}

export interface StoredEntry extends ChainedEntry {
  hash: Buffer;
}

export interface StoredValue {
  seq: number;
  field: string;
  salt: Buffer;
  value: string;
}

/** The entry that tells which values were erased, and where; see AuditEraser. */
export const ERASED = { action: 'audit.values-erased', field: 'erased' };

/** Whoever sees these has a broken chain either way; a list of thousands tells no more. */
const mostBreaks = 20;
/** How far an entry is looked for that stands in the wrong place. */
const nearby = 1000;

/** One walk along a chain, entry by entry, from the first to the head. It asks nobody: entries are handed to it. */
export class ChainWalk {
  seq = 0;
  /** Of the entry before; null where that one stands in the wrong place, so that nothing can follow it. */
  private hash: Buffer | null = genesis;
  private readonly sentences: string[] = [];
  private more = 0;
  private firstBreak: number | null = null;
  /** Values of the digests that are no more, as `seq field`. */
  private readonly gone = new Map<string, { seq: number; field: string }>();
  private readonly erasures = new Set<string>();

  /** @param known heads of an earlier time, which must still be passed */
  constructor(private readonly known: readonly ChainHead[]) {}

  get breaks(): string[] {
    return this.more > 0 ? [...this.sentences, `and ${this.more} more breaks`] : this.sentences;
  }

  /** Where the chain breaks first; null where it is whole. */
  get brokenAt(): number | null {
    return this.firstBreak;
  }

  get lastHash(): Buffer {
    return this.hash ?? genesis;
  }

  /** Values that were erased by law; their digests still stand in the chain. */
  get erased(): number {
    return [...this.gone.keys()].filter((key) => this.erasures.has(key)).length;
  }

  take(entry: StoredEntry, values: StoredValue[]): void {
    const isAfterGap = entry.seq !== this.seq + 1;
    if (isAfterGap) this.break(this.seq + 1, missing(this.seq + 1, entry.seq - 1));
    const isMisplaced = this.lookAtHash(entry);
    const isFollowing = this.hash === null || isAfterGap || isMisplaced || entry.previousHash.equals(this.hash);
    if (!isFollowing) this.break(entry.seq, `entry ${entry.seq} does not follow the one before it`);
    this.lookAtValues(entry, values);
    this.seq = entry.seq;
    this.hash = isMisplaced ? null : entry.hash;
    for (const head of this.known) {
      if (head.seq !== entry.seq || head.hash === entry.hash.toString('hex')) continue;
      this.break(entry.seq, `entry ${entry.seq} is not the one that was the head before`);
    }
  }

  /** Values of an entry that is not there. */
  stray(seq: number): void {
    this.break(seq, `there are values of entry ${seq}, but no such entry`);
  }

  /** @param head what the chain says of its own end */
  end(head: { seq: number; hash: Buffer } | null): void {
    for (const [key, { seq, field }] of this.gone) {
      if (this.erasures.has(key)) continue;
      this.break(seq, `value "${field}" of entry ${seq} is missing, and no entry says that it was erased`);
    }
    if (!head) this.break(this.seq, this.seq === 0 ? 'there is no chain' : 'the head is missing');
    else if (head.seq > this.seq) this.break(this.seq + 1, missing(this.seq + 1, head.seq));
    else if (head.seq < this.seq) this.break(head.seq, `the head says ${head.seq}, but entries go on to ${this.seq}`);
    else if (this.hash && !head.hash.equals(this.hash)) this.break(this.seq, 'the head was changed');
    for (const { seq } of this.known) {
      if (seq > this.seq)
        this.break(this.seq + 1, `entries after ${this.seq} were cut off: ${seq} was the head before`);
    }
  }

  /** @returns whether the entry is a true one that was written for another place in the chain */
  private lookAtHash(entry: StoredEntry): boolean {
    if (entry.hash.equals(hashOf(entry))) return false;
    const place = this.sentences.length < mostBreaks ? trueSeqOf(entry) : null;
    const wrong = place === null ? 'was changed' : `stands in the wrong place: it was written as entry ${place}`;
    this.break(entry.seq, `entry ${entry.seq} ${wrong}`);
    return place !== null;
  }

  private lookAtValues({ seq, action, digests }: StoredEntry, values: StoredValue[]): void {
    const there = new Set(values.map(({ field }) => field));
    for (const field of Object.keys(digests)) if (!there.has(field)) this.gone.set(`${seq} ${field}`, { seq, field });
    for (const { field, salt, value } of values) {
      const digest = digests[field];
      if (digest === undefined) this.break(seq, `value "${field}" of entry ${seq} was added`);
      else if (digest !== digestOf(salt, value)) this.break(seq, `value "${field}" of entry ${seq} was changed`);
      else if (action === ERASED.action && field === ERASED.field) this.noteErasures(value);
    }
  }

  private noteErasures(value: string): void {
    const erased = JSON.parse(value) as Record<string, string[]>;
    for (const [seq, fields] of Object.entries(erased))
      for (const field of fields) this.erasures.add(`${seq} ${field}`);
  }

  private break(seq: number, sentence: string): void {
    this.firstBreak = Math.min(this.firstBreak ?? seq, seq);
    if (this.sentences.length < mostBreaks) this.sentences.push(sentence);
    else this.more += 1;
  }
}

const missing = (first: number, last: number): string =>
  first === last ? `entry ${first} is missing` : `entries ${first} to ${last} are missing`;

function trueSeqOf(entry: StoredEntry): number | null {
  for (let away = 1; away <= nearby; away += 1) {
    for (const seq of [entry.seq - away, entry.seq + away]) {
      if (seq > 0 && hashOf({ ...entry, seq }).equals(entry.hash)) return seq;
    }
  }
  return null;
}
