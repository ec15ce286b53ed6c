import { ask } from '../migrations/support/catalog.js';

/** An entry as the table holds it, its values read back. */
export interface Kept {
  [column: string]: unknown;
  seq: number;
  action: string;
  accountId: string | null;
  subjectKind: string;
  subjectId: string | null;
  requestId: string;
  told: Record<string, unknown>;
}

/** The trail of a database with one committee, oldest first, from after `seq` on. */
export function trailOf(url: string, after = 0): Promise<Kept[]> {
  return ask<Kept>(
    url,
    `SELECT e.seq, e.action, e.account_id AS "accountId", e.subject_kind AS "subjectKind", e.subject_id AS "subjectId",
            e.request_id AS "requestId",
            (SELECT coalesce(jsonb_object_agg(v.field, v.value::jsonb), '{}') FROM audit_value v
              WHERE (v.committee_id, v.seq) = (e.committee_id, e.seq)) AS told
       FROM audit_entry e WHERE e.seq > $1 ORDER BY e.seq`,
    [after],
  );
}
