import { type ChainHead, ChainWalk, type StoredEntry, type StoredValue } from './chain-walk.js';

/** Rows of one statement. Whoever verifies all chains asks as the schema's owner, who sees every row. */
export type Ask = <Row>(statement: string, parameters?: unknown[]) => Promise<Row[]>;

export interface Verdict {
  head: ChainHead;
  /** English sentences for whoever operates the machine; empty where the chain is whole. */
  breaks: string[];
  /** The first entry at which the chain breaks. */
  brokenAt: number | null;
  /** Values that were erased by law; their digests still stand in the chain. */
  erased: number;
}

const entriesAtOnce = 1000;

const entryColumns = `
  committee_id AS "committeeId", seq, at, account_id AS "accountId", sign_in_id AS "signInId", address,
  request_id AS "requestId", action, subject_kind AS "subjectKind", subject_id AS "subjectId", digests,
  previous_hash AS "previousHash", hash`;

/**
 * Walks every chain from its first entry to its head; every committee must have one. Others may write meanwhile.
 * @param known heads of an earlier time, which must still be passed
 */
export async function verifyChains(ask: Ask, known: readonly ChainHead[] = []): Promise<Verdict[]> {
  const committees = await ask<{ id: string }>(
    'SELECT id FROM committee UNION SELECT committee_id FROM audit_head UNION SELECT committee_id FROM audit_entry ORDER BY 1',
  );
  const verdicts: Verdict[] = [];
  for (const { id } of committees) verdicts.push(await verifyChain(ask, id, known));
  const lost = known.filter(({ committeeId }) => !committees.some(({ id }) => id === committeeId));
  for (const head of lost) verdicts.push({ head, breaks: ['the chain is gone'], brokenAt: 0, erased: 0 });
  return verdicts;
}

/** Walks the chain of one committee; the app does so too, for its own. */
export async function verifyChain(ask: Ask, committeeId: string, known: readonly ChainHead[] = []): Promise<Verdict> {
  const walk = new ChainWalk(known.filter((head) => head.committeeId === committeeId));
  for (;;) {
    await walkOn(ask, committeeId, walk);
    const { last, head, stray } = await endOf(ask, committeeId, walk.seq);
    // Somebody has written meanwhile: his entries came together with the head that names them.
    if (last !== null && last > walk.seq) continue;
    if (stray !== null) walk.stray(stray);
    walk.end(head);
    const { breaks, brokenAt, erased } = walk;
    return { head: { committeeId, seq: walk.seq, hash: walk.lastHash.toString('hex') }, breaks, brokenAt, erased };
  }
}

async function walkOn(ask: Ask, committeeId: string, walk: ChainWalk): Promise<void> {
  for (;;) {
    const entries = await ask<StoredEntry>(
      `SELECT ${entryColumns} FROM audit_entry WHERE committee_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
      [committeeId, walk.seq, entriesAtOnce],
    );
    if (entries.length === 0) return;
    const values = await ask<StoredValue>(
      `SELECT seq, field, salt, value FROM audit_value
        WHERE committee_id = $1 AND seq > $2 AND seq <= $3 ORDER BY seq`,
      [committeeId, walk.seq, entries.at(-1)?.seq],
    );
    const bySeq = Map.groupBy(values, ({ seq }) => seq);
    for (const entry of entries) {
      walk.take(entry, bySeq.get(entry.seq) ?? []);
      bySeq.delete(entry.seq);
    }
    for (const seq of bySeq.keys()) walk.stray(seq);
  }
}

/** The last entry, the head, and a value behind `walked` as one moment knows them. */
async function endOf(
  ask: Ask,
  committeeId: string,
  walked: number,
): Promise<{ last: number | null; head: { seq: number; hash: Buffer } | null; stray: number | null }> {
  const [end] = await ask<{ last: number | null; stray: number | null; seq: number | null; hash: Buffer | null }>(
    `SELECT (SELECT max(seq) FROM audit_entry WHERE committee_id = $1) AS last, h.seq, h.hash,
            (SELECT min(seq) FROM audit_value WHERE committee_id = $1 AND seq > $2) AS stray
       FROM (SELECT $1::uuid AS id) c LEFT JOIN audit_head h ON h.committee_id = c.id`,
    [committeeId, walked],
  );
  const head = end?.seq != null && end.hash ? { seq: end.seq, hash: end.hash } : null;
  return { last: end?.last ?? null, head, stray: end?.stray ?? null };
}
