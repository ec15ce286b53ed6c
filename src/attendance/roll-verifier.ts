import type { Ask } from '../platform/audit/audit-verifier.js';
import type { ClosureEntry } from './attendance.entity.js';
import { digestOfRoll, isOfThisForm, isSameName } from './roll-digest.js';

export interface RollVerdict {
  /** Closings whose digest stands in the chain, and that could be tried. */
  tried: number;
  /** English sentences for whoever operates the machine; empty where every closing is as it was frozen. */
  breaks: string[];
  /** Names that were erased by law, as entries of the chain say. */
  erased: number;
}

interface Closing {
  committeeId: string;
  classId: string;
  seq: number;
  revision: number;
  digest: string;
}

type Row = ClosureEntry & { isErased: boolean };

/**
 * Holds every closed roll against the digest that its closing left in the audit chain. A name without its salt must have been
 * erased: the member's, by an entry `member.erased`, or the whole session's by `session.rolls-erased`. Whoever erases without
 * an entry, or writes another name, is told of; so is every changed figure.
 * @param ask as the schema's owner; the chain itself is verified by `verifyChains`
 */
export async function verifyRolls(ask: Ask): Promise<RollVerdict> {
  const verdict: RollVerdict = { tried: 0, breaks: [], erased: 0 };
  const closings = await ask<Closing>(
    `SELECT e.committee_id AS "committeeId", e.subject_id AS "classId", e.seq, r.value::integer AS revision,
            d.value::jsonb #>> '{}' AS digest
       FROM audit_entry e
       JOIN audit_value r ON (r.committee_id, r.seq) = (e.committee_id, e.seq) AND r.field = 'revision'
       JOIN audit_value d ON (d.committee_id, d.seq) = (e.committee_id, e.seq) AND d.field = 'roll'
      WHERE e.action = 'class.closed' ORDER BY e.committee_id, e.seq`,
  );
  for (const closing of closings) if (isOfThisForm(closing.digest)) await tryClosing(ask, closing, verdict);
  return verdict;
}

async function tryClosing(ask: Ask, closing: Closing, verdict: RollVerdict): Promise<void> {
  const rows = await ask<Row>(
    `SELECT c.member_id AS "memberId", c.place, c.cell_id AS "cellId", c.cell_name AS "cellName",
            c.group_name AS "groupName", c.full_name AS "fullName", c.given_name AS "givenName",
            c.birth_year AS "birthYear", c.office, c.standing, c.duty, c.attendance, c.through,
            c.left_early AS "leftEarly", c.name_salt AS "nameSalt", c.name_digest AS "nameDigest",
            EXISTS (SELECT FROM audit_entry e JOIN class_closure k
                       ON (k.committee_id, k.class_id, k.revision) = (c.committee_id, c.class_id, c.revision)
                     WHERE e.committee_id = c.committee_id AND (e.action, e.subject_id) IN (
                       ('member.erased', c.member_id), ('session.rolls-erased', k.session_id))) AS "isErased"
       FROM closure_entry c
      WHERE c.committee_id = $1 AND c.class_id = $2 AND c.revision = $3 ORDER BY c.place`,
    [closing.committeeId, closing.classId, closing.revision],
  );
  const where = `revision ${closing.revision} of class ${closing.classId}`;
  verdict.tried += 1;
  const sealed = rows.flatMap((row) => (row.nameDigest ? [{ ...row, nameDigest: row.nameDigest }] : []));
  if (sealed.length < rows.length || digestOfRoll(sealed) !== closing.digest) {
    verdict.breaks.push(`${where}: the roll is not the one that entry ${closing.seq} tells of`);
  }
  for (const row of sealed) {
    const { nameSalt, nameDigest, place } = row;
    if (nameSalt === null && row.isErased) verdict.erased += 1;
    else if (nameSalt === null)
      verdict.breaks.push(`${where}: the name in place ${place} is gone, and no entry says why`);
    else if (!isSameName({ nameSalt, nameDigest }, row))
      verdict.breaks.push(`${where}: the name in place ${place} was changed`);
  }
}
