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

/** What happened. `action` is `thing.done`: `member.updated`; it never changes once published. */
export interface AuditEvent {
  action: string;
  subject: { kind: string; id: string | null };
  /** Fields that changed, as `{ from, to }` (see `changesBetween`), and whatever else tells what happened. They can be erased. */
  values?: Record<string, unknown>;
  reason?: string | null;
}

interface Recorded {
  actor: AuditActor;
  event: AuditEvent;
  at: Date;
}

const ofTransaction = new WeakMap<object, Recorded[]>();

/** Writes the audit trail in the transaction of what it tells of: both are there, or neither is. */
@Injectable()
export class AuditTrail {
  constructor(private readonly database: Database) {}

  /** Within an open transaction; the entry is chained just before its commit, so that the chain is held for a moment only. */
  record({ accountId, committeeId, signInId, origin }: AuditActor, event: AuditEvent): void {
    const { manager } = this.database;
    const recorded = ofTransaction.get(manager) ?? [];
    if (recorded.length === 0) {
      ofTransaction.set(manager, recorded);
      this.database.beforeCommit(() => this.write(recorded));
    }
    recorded.push({ actor: { accountId, committeeId, signInId, origin }, event, at: new Date() });
  }

  private async write(recorded: Recorded[]): Promise<void> {
    for (const [committeeId, ofCommittee] of Map.groupBy(recorded, ({ actor }) => actor.committeeId)) {
      await this.append(committeeId, ofCommittee);
    }
  }

  private async append(committeeId: string, recorded: Recorded[]): Promise<void> {
    // Takes the head's lock, also where there is no head yet: who comes second waits here and goes on from the new head.
    const [head] = await this.database.rows<{ seq: number; hash: Buffer }>(
      `INSERT INTO audit_head (committee_id, seq, hash) VALUES ($1, 0, $2)
       ON CONFLICT (committee_id) DO UPDATE SET seq = audit_head.seq RETURNING seq, hash`,
      [committeeId, genesis],
    );
    let previous = head ?? { seq: 0, hash: genesis };
    for (const each of recorded) {
      previous = await this.appendOne(entryOf(committeeId, each, previous), each.event);
    }
    await this.database.rows('UPDATE audit_head SET seq = $2, hash = $3 WHERE committee_id = $1', [
      committeeId,
      previous.seq,
      previous.hash,
    ]);
  }

  private async appendOne(
    link: Omit<ChainedEntry, 'digests'>,
    event: AuditEvent,
  ): Promise<{ seq: number; hash: Buffer }> {
    const values = valuesOf(event);
    const digests = Object.fromEntries(values.map(({ field, salt, value }) => [field, digestOf(salt, value)]));
    const hash = hashOf({ ...link, digests });
    await this.database.rows(
      `WITH entry AS (
         INSERT INTO audit_entry (committee_id, seq, at, account_id, sign_in_id, address, request_id, action, subject_kind,
                                  subject_id, digests, previous_hash, hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13))
       INSERT INTO audit_value (committee_id, seq, field, salt, value)
       SELECT $1, $2, v.field, v.salt, v.value FROM unnest($14::text[], $15::bytea[], $16::text[]) AS v(field, salt, value)`,
      [
        ...[link.committeeId, link.seq, link.at.toISOString(), link.accountId, link.signInId, link.address],
        ...[link.requestId, link.action, link.subjectKind, link.subjectId, JSON.stringify(digests), link.previousHash],
        ...[hash, values.map(({ field }) => field), values.map(({ salt }) => salt), values.map(({ value }) => value)],
      ],
    );
    return { seq: link.seq, hash };
  }
}

function entryOf(
  committeeId: string,
  { actor, event, at }: Recorded,
  previous: { seq: number; hash: Buffer },
): Omit<ChainedEntry, 'digests'> {
  const { accountId, signInId, origin } = actor;
  return {
    ...{ committeeId, seq: previous.seq + 1, at, accountId, signInId, address: origin.address },
    ...{ requestId: origin.requestId, action: event.action, subjectKind: event.subject.kind },
    ...{ subjectId: event.subject.id, previousHash: previous.hash },
  };
}

function valuesOf({ values = {}, reason }: AuditEvent): { field: string; salt: Buffer; value: string }[] {
  const told = Object.entries(reason ? { ...values, reason } : values).filter(([, value]) => value !== undefined);
  return told.map(([field, value]) => ({ field, salt: randomBytes(16), value: JSON.stringify(value) }));
}

/** The fields of `after` that were something else before, as `{ from, to }` each. */
export function changesBetween<T extends object>(before: T, after: Partial<T>): Record<string, unknown> {
  const old = before as Record<string, unknown>;
  const changed = Object.entries(after).filter(
    ([field, to]) => to !== undefined && JSON.stringify(to) !== JSON.stringify(old[field]),
  );
  return Object.fromEntries(changed.map(([field, to]) => [field, { from: old[field] ?? null, to }]));
}
