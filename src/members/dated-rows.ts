import type { Database } from '../platform/database/database.js';

/** What holds of a member from one day to another. */
export const datedTables = ['membership', 'exemption', 'away', 'member_office'] as const;

const rowsOf = (table: string): string => `
  '${table}', (SELECT coalesce(jsonb_agg(to_jsonb(d) ORDER BY to_jsonb(d)::text), '[]') FROM ${table} d
                WHERE (d.committee_id, d.member_id) = (m.committee_id, m.id))`;

/** All dated rows of a member `m`, table by table, as the arguments of `jsonb_build_object`; the same rows give the same text. */
export const datedRows = datedTables.map(rowsOf).join(', ');

/** Puts the dated rows of members back as they were. @param rows by table, as `datedRows` gave them */
export async function replaceDatedRows(
  database: Database,
  committeeId: string,
  memberIds: readonly string[],
  rows: (table: (typeof datedTables)[number]) => unknown,
): Promise<void> {
  for (const table of datedTables) {
    await database.rows(`DELETE FROM ${table} WHERE committee_id = $1 AND member_id = ANY ($2)`, [
      committeeId,
      memberIds,
    ]);
    await database.rows(
      `INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $2) r
        WHERE r.committee_id = $1 AND r.member_id = ANY ($3)`,
      [committeeId, JSON.stringify(rows(table)), memberIds],
    );
  }
}
