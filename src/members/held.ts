import { hash } from 'node:crypto';
import { datedRows, replaceDatedRows } from './dated-rows.js';
import { MemberSecretService } from './member-secret.service.js';
import type { Actor } from '../platform/access/actor.js';
import type { Database } from '../platform/database/database.js';

const columns = [
  ...['full_name', 'family_name', 'middle_name', 'given_name', 'birth_date', 'birth_year', 'sex', 'card_number'],
  ...['admitted_on', 'official_on'],
];

/** All that the register holds of a member: rows as PostgreSQL writes them, numbers whole. */
export interface Held {
  rows: Record<string, unknown>;
  numbers: { citizenNumber: string | null; phone: string | null };
}

/** Within a transaction that reaches the whole committee. @returns by the member's id */
export async function heldOf(
  { database, secrets }: { database: Database; secrets: MemberSecretService },
  actor: Actor,
  memberIds: readonly string[],
): Promise<Map<string, Held>> {
  const found = await database.rows<{ id: string; rows: Record<string, unknown> }>(
    `SELECT m.id, jsonb_build_object('member', to_jsonb(m), ${datedRows}) AS rows
       FROM member m WHERE m.committee_id = $1 AND m.id = ANY ($2)`,
    [actor.committeeId, memberIds],
  );
  const numbers = await secrets.wholeOf(actor, memberIds);
  const none = { citizenNumber: null, phone: null };
  return new Map(found.map(({ id, rows }) => [id, { rows, numbers: numbers.get(id) ?? none }]));
}

/** Two that hold the same are alike in it. */
export const printOf = (held: Held): string => hash('sha256', JSON.stringify(held), 'base64');

/** Puts everything that is held of members back as it was. */
export async function putBack(database: Database, committeeId: string, all: readonly Held[]): Promise<void> {
  const members = JSON.stringify(all.map(({ rows }) => rows['member']));
  await database.rows(
    `UPDATE member m SET (${columns.join(', ')}) = (SELECT ${columns.map((column) => `r.${column}`).join(', ')})
       FROM jsonb_populate_recordset(NULL::member, $2) r WHERE m.committee_id = $1 AND m.id = r.id`,
    [committeeId, members],
  );
  const ids = all.map(({ rows }) => (rows['member'] as { id: string }).id);
  await replaceDatedRows(database, committeeId, ids, (table) => all.flatMap(({ rows }) => rows[table]));
}
