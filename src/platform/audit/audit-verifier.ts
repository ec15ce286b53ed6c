import { type ChainedEntry, digestOf, genesis, hashOf } from './audit-chain.js';

/** Rows of one statement on a connection that sees every row: the schema's owner. */
export type Ask = <Row>(statement: string, parameters?: unknown[]) => Promise<Row[]>;

interface StoredEntry extends ChainedEntry {
  hash: Buffer;
}

interface StoredValue {
  seq: number;
  field: string;
  salt: Buffer;
  value: string;
}

/** The end of a chain; kept elsewhere, it shows later that nothing before it was rewritten. */
export interface ChainHead {
  committeeId: string;
  seq: number;
  /** Hex. */
  hash: string;
}

export interface Verdict {
  head: ChainHead;
  /** English sentences for whoever operates the machine; empty where the chain is whole. */
  breaks: string[];
  /** Values that were erased by law; their digests still stand in the chain. */
  erased: number;
}

const entriesAtOnce = 1000;

const entryColumns = `
  committee_id AS "committeeId", seq, at, account_id AS "accountId", sign_in_id AS "signInId", address,
  request_id AS "requestId", action, subject_kind AS "subjectKind", subject_id AS "subjectId", digests,
  previous_hash AS "previousHash", hash`;

/** Walks every chain from its first entry to its head. @param known heads of an earlier time, which must still be passed */
export async function verifyChains(ask: Ask, known: readonly ChainHead[] = []): Promise<Verdict[]> {
  const committees = await ask<{ id: string }>(
    'SELECT committee_id AS id FROM audit_head UNION SELECT committee_id FROM audit_entry ORDER BY 1',
  );
  const verdicts: Verdict[] = [];
  for (const { id } of committees) verdicts.push(await verifyChain(ask, id, known));
  const lost = known.filter(({ committeeId }) => !committees.some(({ id }) => id === committeeId));
  for (const head of lost) verdicts.push({ head, breaks: ['the chain is gone'], erased: 0 });
  return verdicts;
}

async function verifyChain(ask: Ask, committeeId: string, known: readonly ChainHead[]): Promise<Verdict> {
  const walk = new Walk(known.filter((head) => head.committeeId === committeeId));
  for (;;) {
    const key = [committeeId, walk.seq, entriesAtOnce];
    const entries = await ask<StoredEntry>(
      `SELECT ${entryColumns} FROM audit_entry WHERE committee_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
      key,
    );
    if (entries.length === 0) break;
    const values = await ask<StoredValue>(
      `SELECT seq, field, salt, value FROM audit_value
        WHERE committee_id = $1 AND seq > $2 AND seq <= $3 ORDER BY seq`,
      [committeeId, walk.seq, entries.at(-1)?.seq],
    );
    const bySeq = Map.groupBy(values, ({ seq }) => seq);
    for (const entry of entries) walk.take(entry, bySeq.get(entry.seq) ?? []);
  }
  const [head] = await ask<{ seq: number; hash: Buffer }>('SELECT seq, hash FROM audit_head WHERE committee_id = $1', [
    committeeId,
  ]);
  walk.end(head);
  return {
    head: { committeeId, seq: walk.seq, hash: walk.hash.toString('hex') },
    breaks: walk.breaks,
    erased: walk.erased,
  };
}

class Walk {
  seq = 0;
  hash: Buffer = genesis;
  erased = 0;
  readonly breaks: string[] = [];

  constructor(private readonly known: readonly ChainHead[]) {}

  take(entry: StoredEntry, values: StoredValue[]): void {
    if (entry.seq !== this.seq + 1) this.breaks.push(`entry ${this.seq + 1} is missing`);
    if (!entry.previousHash.equals(this.hash)) this.breaks.push(`entry ${entry.seq} does not follow the one before it`);
    if (!entry.hash.equals(hashOf(entry))) this.breaks.push(`entry ${entry.seq} was changed`);
    for (const { field, salt, value } of values) {
      if (entry.digests[field] !== digestOf(salt, value)) {
        this.breaks.push(`value "${field}" of entry ${entry.seq} was changed`);
      }
    }
    this.erased += Object.keys(entry.digests).length - values.length;
    this.seq = entry.seq;
    this.hash = entry.hash;
    const before = this.known.find(({ seq }) => seq === entry.seq);
    if (before && before.hash !== entry.hash.toString('hex')) {
      this.breaks.push(`entry ${entry.seq} is not the one that was the head before`);
    }
  }

  end(head: { seq: number; hash: Buffer } | undefined): void {
    if (!head || head.seq !== this.seq || !head.hash.equals(this.hash)) {
      this.breaks.push(`the last entry is ${this.seq}, the head says ${head?.seq ?? 'nothing'}`);
    }
    for (const { seq } of this.known) if (seq > this.seq) this.breaks.push(`entries after ${this.seq} were cut off`);
  }
}
