import type { Database } from '../../platform/database/database.js';
import { datedTables } from '../dated-rows.js';
import { GoneMemberError, OfficialAfterLeavingError } from '../members.errors.js';

const beyond = datedTables.map(
  (table) => `EXISTS (
    SELECT FROM ${table} d WHERE (d.committee_id, d.member_id) = (s.committee_id, s.member_id)
       AND d.valid && daterange(s.effective_on, NULL) AND (lower(d.valid) < s.effective_on OR s.reason = 'deceased'))`,
);

/**
 * After something dated of members was written: nothing of it reaches over the day on which one of them went. A rule between
 * tables, which on a distributed database no constraint keeps; whoever writes periods of members asks here before he is done.
 * @throws GoneMemberError, OfficialAfterLeavingError
 */
export async function requireStay(
  database: Database,
  committeeId: string,
  memberIds: readonly string[],
): Promise<void> {
  const gone = await database.rows(
    `SELECT FROM member_step s WHERE s.committee_id = $1 AND s.member_id = ANY ($2) AND s.kind = 'left' AND (${beyond.join(' OR ')})
      LIMIT 1`,
    [committeeId, memberIds],
  );
  if (gone.length > 0) throw new GoneMemberError();
  await requireOfficialBefore(database, committeeId, memberIds);
}

/**
 * Nobody becomes a full member on or after the day on which he went; who came back may have been recognised elsewhere meanwhile.
 * @throws OfficialAfterLeavingError
 */
export async function requireOfficialBefore(
  database: Database,
  committeeId: string,
  memberIds: readonly string[],
): Promise<void> {
  const gone = await database.rows(
    `SELECT FROM member_step s JOIN member m ON (m.committee_id, m.id) = (s.committee_id, s.member_id)
      WHERE s.committee_id = $1 AND s.member_id = ANY ($2) AND s.kind = 'left' AND m.official_on >= s.effective_on
        AND NOT EXISTS (SELECT FROM membership p WHERE (p.committee_id, p.member_id) = (s.committee_id, s.member_id)
                           AND lower(p.valid) >= s.effective_on)
      LIMIT 1`,
    [committeeId, memberIds],
  );
  if (gone.length > 0) throw new OfficialAfterLeavingError();
}
