import pg from 'pg';
import { type ChainedEntry, hashOf } from '../../src/platform/audit/audit-chain.js';
import { type Verdict, verifyChains } from '../../src/platform/audit/audit-verifier.js';
import type { ChainHead } from '../../src/platform/audit/chain-walk.js';

type Stored = ChainedEntry & { hash: Buffer };

const columns = `committee_id AS "committeeId", seq, at, account_id AS "accountId", sign_in_id AS "signInId", address,
  request_id AS "requestId", action, subject_kind AS "subjectKind", subject_id AS "subjectId", digests,
  previous_hash AS "previousHash", hash`;

/** Somebody who owns the database and knows how the chain is made. What he does is taken back when it was looked at. */
export class Intruder {
  private constructor(private readonly client: pg.Client) {}

  /** @returns what the verifier says while the database is as `work` has left it */
  static async after(
    url: string,
    work: (intruder: Intruder) => Promise<unknown>,
    known: readonly ChainHead[] = [],
  ): Promise<Verdict[]> {
    const client = new pg.Client(url);
    await client.connect();
    try {
      // No triggers: foreign keys keep nobody who owns the tables.
      await client.query('BEGIN; SET LOCAL session_replication_role = replica');
      const intruder = new Intruder(client);
      await work(intruder);
      return await verifyChains((statement, parameters) => intruder.rows(statement, parameters), known);
    } finally {
      await client.query('ROLLBACK');
      await client.end();
    }
  }

  async rows<Row>(statement: string, parameters: unknown[] = []): Promise<Row[]> {
    return (await this.client.query(statement, parameters)).rows as Row[];
  }

  entries(): Promise<Stored[]> {
    return this.rows<Stored>(`SELECT ${columns} FROM audit_entry ORDER BY seq`);
  }

  async entry(seq: number): Promise<Stored> {
    const [found] = await this.rows<Stored>(`SELECT ${columns} FROM audit_entry WHERE seq = $1`, [seq]);
    if (!found) throw new Error(`there is no entry ${seq}`);
    return found;
  }

  /** Puts an entry and its values at another number. */
  async move(from: number, to: number): Promise<void> {
    for (const table of ['audit_entry', 'audit_value']) {
      await this.rows(`UPDATE ${table} SET seq = $2 WHERE seq = $1`, [from, to]);
    }
  }

  async remove(seq: number): Promise<void> {
    for (const table of ['audit_entry', 'audit_value']) await this.rows(`DELETE FROM ${table} WHERE seq = $1`, [seq]);
  }

  /** Makes the hash of an entry anew, from what it says now. @returns the hash */
  async rehash(seq: number, previousHash?: Buffer): Promise<Buffer> {
    const entry = await this.entry(seq);
    const previous = previousHash ?? entry.previousHash;
    const hash = hashOf({ ...entry, previousHash: previous });
    await this.rows('UPDATE audit_entry SET previous_hash = $2, hash = $3 WHERE seq = $1', [seq, previous, hash]);
    return hash;
  }

  /** Every hash from `first` on, and the head's: a history that fits together. */
  async rewriteFrom(first: number): Promise<void> {
    let hash = (await this.entry(first)).previousHash;
    for (const { seq } of (await this.entries()).filter((entry) => entry.seq >= first)) {
      hash = await this.rehash(seq, hash);
    }
    await this.rows('UPDATE audit_head SET hash = $1', [hash]);
  }
}
