import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { type AuditActor, AuditTrail } from './audit-trail.js';

/** The entry that tells which values were erased, and where. */
const ERASED = { action: 'audit.values-erased', field: 'erased' };
/** Of these the trail lives: what was frozen, and what was erased. They name nobody. */
const KEPT = ['class.closed', ERASED.action];

interface ErasedValue {
  seq: number;
  field: string;
}

/** Takes personal values out of the trail where the law asks for it. What happened, when and by whom stays in the chain. */
@Injectable()
export class AuditEraser {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Within an open transaction: erases the values of all entries about the subject.
   * @param names under which people may have searched for the subject, whole
   * @returns how many values are gone
   */
  async eraseValuesOf(
    actor: AuditActor,
    subject: { kind: string; id: string | null },
    names: readonly string[] = [],
  ): Promise<number> {
    const erased = await this.database.rows<ErasedValue>(
      `DELETE FROM audit_value v USING audit_entry e
        WHERE e.committee_id = $1 AND v.committee_id = $1 AND v.seq = e.seq AND e.action <> $2
          AND ((e.subject_kind = $3 AND e.subject_id = $4) OR (v.field = 'search' AND EXISTS (
                 SELECT FROM unnest($5::text[]) AS n(name) WHERE position(search_key(n.name) IN search_key(v.value)) > 0)))
        RETURNING v.seq, v.field`,
      [actor.committeeId, ERASED.action, subject.kind, subject.id, names.filter((name) => name.trim() !== '')],
    );
    this.tell(actor, subject, erased);
    return erased.length;
  }

  /**
   * Within an open transaction: erases values that have had their time, the oldest first.
   * @param before moment before which an entry was written
   * @param most values in one go
   * @returns how many values are gone
   */
  async eraseValuesBefore(actor: AuditActor, before: Date, most = 5000): Promise<number> {
    const erased = await this.database.rows<ErasedValue>(
      `DELETE FROM audit_value v USING (
         SELECT v.seq, v.field FROM audit_entry e JOIN audit_value v ON (v.committee_id, v.seq) = (e.committee_id, e.seq)
          WHERE e.committee_id = $1 AND e.at < $2 AND NOT e.action = ANY ($3) ORDER BY e.seq LIMIT $4) old
        WHERE v.committee_id = $1 AND (v.seq, v.field) = (old.seq, old.field) RETURNING v.seq, v.field`,
      [actor.committeeId, before.toISOString(), KEPT, most],
    );
    if (erased.length > 0) this.tell(actor, { kind: 'committee', id: actor.committeeId }, erased);
    return erased.length;
  }

  /** Values that `eraseValuesBefore` would erase. */
  async countValuesBefore(committeeId: string, before: Date): Promise<{ count: number; oldest: Date | null }> {
    const [found] = await this.database.rows<{ count: number; oldest: Date | null }>(
      `SELECT count(*)::int AS count, min(e.at) AS oldest FROM audit_entry e
         JOIN audit_value v ON (v.committee_id, v.seq) = (e.committee_id, e.seq)
        WHERE e.committee_id = $1 AND e.at < $2 AND NOT e.action = ANY ($3)`,
      [committeeId, before.toISOString(), KEPT],
    );
    return found ?? { count: 0, oldest: null };
  }

  private tell(actor: AuditActor, subject: { kind: string; id: string | null }, erased: ErasedValue[]): void {
    const fields = [...Map.groupBy(erased, ({ seq }) => seq)].map(
      ([seq, ofEntry]) => [seq, ofEntry.map(({ field }) => field).sort()] as const,
    );
    this.audit.record(actor, {
      ...{ action: ERASED.action, subject, values: { [ERASED.field]: Object.fromEntries(fields) } },
    });
  }
}
