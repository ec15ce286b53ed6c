import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { type AuditActor, AuditTrail, type AuditSubject } from './audit-trail.js';
import { ERASED } from './chain-walk.js';

/** Takes personal values out of the trail where the law asks for it. What happened, when and by whom stays in the chain. */
@Injectable()
export class AuditEraser {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Within an open transaction: erases the values of all entries about the subject, and the searches that named it. The
   * verifier tells this from values that somebody took away by hand: an entry says which ones they were. Entries of
   * the same transaction are written later and keep their values, so they should hold none of the person.
   * @param names under which people may have searched for the subject, whole
   * @returns how many values are gone
   */
  async eraseValuesOf(actor: AuditActor, subject: AuditSubject, names: readonly string[] = []): Promise<number> {
    const erased = await this.database.rows<{ seq: number; field: string }>(
      `DELETE FROM audit_value v USING audit_entry e
        WHERE e.committee_id = $1 AND v.committee_id = $1 AND v.seq = e.seq AND e.action <> $2
          AND ((e.subject_kind = $3 AND e.subject_id = $4)
               OR (v.field = 'search' AND EXISTS (
                     SELECT FROM unnest($5::text[]) AS n(name) WHERE position(search_key(n.name) IN search_key(v.value)) > 0)))
        RETURNING v.seq, v.field`,
      [actor.committeeId, ERASED.action, subject.kind, subject.id, names.filter((name) => name.trim() !== '')],
    );
    const bySeq = Map.groupBy(erased, ({ seq }) => seq);
    const fields = [...bySeq].map(([seq, ofEntry]) => [seq, ofEntry.map(({ field }) => field).sort()] as const);
    const values = { [ERASED.field]: Object.fromEntries(fields) };
    this.audit.record(actor, { action: 'audit.values-erased', subject, values });
    return erased.length;
  }
}
