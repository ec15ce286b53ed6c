import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Database } from '../database/database.js';
import { type ChainedEntry, digestOf, genesis, hashOf } from './audit-chain.js';

/** Who is answerable; `accountId` and `signInId` are null where nobody was signed in. */
export type AuditActor = Pick<Actor, 'committeeId' | 'origin'> & {
  accountId: string | null;
  signInId: string | null;
};

/** What it was done to; `id` is null where it has none. */
export interface AuditSubject {
  kind: string;
  id: string | null;
}

/** What happened. `action` is `thing.done`: `member.updated`; it never changes once published. */
export interface AuditEvent {
  action: string;
  subject: AuditSubject;
  /** Fields that changed, as `{ from, to }` (see `changesBetween`), and whatever else tells what happened. They can be erased. */
  values?: Record<string, unknown>;
  reason?: string | null;
}

interface Recorded {
  actor: AuditActor;
  event: AuditEvent;
  at: Date;
}

interface Value {
  field: string;
  salt: Buffer;
  value: string;
}

interface Link extends ChainedEntry {
  values: Value[];
  hash: Buffer;
}

/** What a transaction has to say to the trail. */
interface Account {
  waiting: Recorded[];
  /** Something was recorded, or it was said that there is nothing to record. */
  isSettled: boolean;
}

const ofTransaction = new WeakMap<object, Account>();

/** The same person reading the same again within this time leaves no second entry: pages ask again by themselves. */
const READING_MINUTES = 10;

/** Writes the audit trail in the transaction of what it tells of: both are there, or neither is. */
@Injectable()
export class AuditTrail {
  constructor(private readonly database: Database) {}

  /** Within an open transaction; the entry is chained just before its commit, so that the chain is held for a moment only. */
  record({ accountId, committeeId, signInId, origin }: AuditActor, event: AuditEvent): void {
    const account = this.account();
    account.isSettled = true;
    if (account.waiting.length === 0) this.database.beforeCommit(() => this.write(account));
    account.waiting.push({ actor: { accountId, committeeId, signInId, origin }, event, at: new Date() });
  }

  /** A change of fields, from what they were to what they are. Where none is different there is nothing to tell. */
  recordChange<T extends object>(
    actor: AuditActor,
    { before, after, ...event }: Omit<AuditEvent, 'values'> & { before: T; after: Partial<T> },
  ): void {
    const values = changesBetween(before, after);
    if (Object.keys(values).length > 0) this.record(actor, { ...event, values });
    else this.nothingToRecord();
  }

  /** For a request that could have changed something and did not: otherwise its silence would be taken for a fault. */
  nothingToRecord(): void {
    this.account().isSettled = true;
  }

  /** That somebody read people's data: once in a while for the same person, sign-in, address, subject and values. */
  async recordReading(actor: AuditActor, event: AuditEvent): Promise<void> {
    const { committeeId, accountId, signInId, origin } = actor;
    const told = Object.fromEntries(toldBy(event));
    const [before] = await this.database.rows(
      `SELECT 1 FROM audit_entry e
        WHERE e.committee_id = $1 AND e.at > $2 AND e.account_id = $3 AND e.sign_in_id = $4 AND e.address = $5
          AND e.action = $6 AND e.subject_id IS NOT DISTINCT FROM $7
          AND $8::jsonb = (SELECT coalesce(jsonb_object_agg(v.field, v.value), '{}') FROM audit_value v
                            WHERE v.committee_id = e.committee_id AND v.seq = e.seq)
        LIMIT 1`,
      [
        ...[committeeId, new Date(Date.now() - READING_MINUTES * 60_000).toISOString(), accountId, signInId],
        ...[origin.address, event.action, event.subject.id, JSON.stringify(told)],
      ],
    );
    if (before) this.nothingToRecord();
    else this.record(actor, event);
  }

  /** Whether the transaction that is open here has told what it did. */
  isSettled(): boolean {
    return ofTransaction.get(this.database.manager)?.isSettled ?? false;
  }

  private account(): Account {
    const { manager } = this.database;
    const account = ofTransaction.get(manager) ?? { waiting: [], isSettled: false };
    ofTransaction.set(manager, account);
    return account;
  }

  /** Whatever is recorded while this runs waits for another run of it: nothing is left behind. */
  private async write({ waiting }: Account): Promise<void> {
    const ofCommittees = [...Map.groupBy(waiting.splice(0), ({ actor }) => actor.committeeId)];
    // Always in the same order, so that two transactions never hold what the other one waits for.
    ofCommittees.sort(([one], [other]) => (one < other ? -1 : 1));
    for (const [committeeId, recorded] of ofCommittees) await this.append(committeeId, recorded);
  }

  private async append(committeeId: string, recorded: Recorded[]): Promise<void> {
    // Takes the head's lock, also where there is no head yet: who comes second waits here and goes on from the new head.
    const [head] = await this.database.rows<{ seq: number; hash: Buffer }>(
      `INSERT INTO audit_head (committee_id, seq, hash) VALUES ($1, 0, $2)
       ON CONFLICT (committee_id) DO UPDATE SET seq = audit_head.seq RETURNING seq, hash`,
      [committeeId, genesis],
    );
    let previous = head ?? { seq: 0, hash: genesis };
    const links = recorded.map((each) => (previous = linkOf(committeeId, each, previous)));
    await this.insert(committeeId, links);
  }

  private async insert(committeeId: string, links: Link[]): Promise<void> {
    const values = links.flatMap(({ seq, values: ofLink }) => ofLink.map((value) => ({ seq, ...value })));
    const last = links.at(-1);
    const columns = [
      ...[links.map(({ seq }) => seq), links.map(({ at }) => at.toISOString()), links.map((link) => link.accountId)],
      ...[links.map(({ signInId }) => signInId), links.map(({ address }) => address)],
      ...[links.map(({ requestId }) => requestId), links.map(({ action }) => action)],
      ...[links.map(({ subjectKind }) => subjectKind), links.map(({ subjectId }) => subjectId)],
      ...[links.map(({ digests }) => JSON.stringify(digests)), links.map(({ previousHash }) => previousHash)],
      ...[links.map(({ hash }) => hash), values.map(({ seq }) => seq), values.map(({ field }) => field)],
      ...[values.map(({ salt }) => salt), values.map(({ value }) => value)],
    ];
    await this.database.rows(appendStatement, [committeeId, last?.seq, last?.hash, ...columns]);
  }
}

const appendStatement = `
  WITH entry AS (
    INSERT INTO audit_entry (committee_id, seq, at, account_id, sign_in_id, address, request_id, action, subject_kind,
                             subject_id, digests, previous_hash, hash)
    SELECT $1, e.seq, e.at, e.account_id, e.sign_in_id, e.address, e.request_id, e.action, e.subject_kind, e.subject_id,
           e.digests::jsonb, e.previous_hash, e.hash
      FROM unnest($4::integer[], $5::timestamptz[], $6::uuid[], $7::uuid[], $8::text[], $9::text[], $10::text[],
                  $11::text[], $12::uuid[], $13::text[], $14::bytea[], $15::bytea[])
        AS e(seq, at, account_id, sign_in_id, address, request_id, action, subject_kind, subject_id, digests,
             previous_hash, hash)),
  head AS (UPDATE audit_head SET seq = $2, hash = $3 WHERE committee_id = $1)
  INSERT INTO audit_value (committee_id, seq, field, salt, value)
  SELECT $1, v.* FROM unnest($16::integer[], $17::text[], $18::bytea[], $19::text[]) AS v(seq, field, salt, value)`;

function linkOf(committeeId: string, { actor, event, at }: Recorded, previous: Pick<Link, 'seq' | 'hash'>): Link {
  const { accountId, signInId, origin } = actor;
  const values = toldBy(event).map(([field, value]) => ({ field, salt: randomBytes(16), value }));
  const entry: ChainedEntry = {
    ...{ committeeId, seq: previous.seq + 1, at, accountId, signInId, address: origin.address },
    ...{ requestId: origin.requestId, action: event.action, subjectKind: event.subject.kind },
    ...{ subjectId: event.subject.id, previousHash: previous.hash },
    digests: Object.fromEntries(values.map(({ field, salt, value }) => [field, digestOf(salt, value)])),
  };
  return { ...entry, values, hash: hashOf(entry) };
}

/** Field by field, the values as JSON text. */
function toldBy({ values = {}, reason }: AuditEvent): [field: string, value: string][] {
  const told = Object.entries(reason ? { ...values, reason } : values).filter(([, value]) => value !== undefined);
  return told.map(([field, value]) => [field, JSON.stringify(value)]);
}

/** The fields of `after` that were something else before, as `{ from, to }` each; what is undefined was left as it was. */
export function changesBetween<T extends object>(before: T, after: Partial<T>): Record<string, unknown> {
  const old = before as Record<string, unknown>;
  const changed = Object.entries(after).filter(
    ([field, to]) => to !== undefined && JSON.stringify(to) !== JSON.stringify(old[field] ?? null),
  );
  return Object.fromEntries(changed.map(([field, to]) => [field, { from: old[field] ?? null, to }]));
}
