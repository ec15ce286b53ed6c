import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { Database } from '../platform/database/database.js';

export interface Named {
  id: string;
  name: string;
  /** Where it stands among others of its kind: a class without its session. */
  short: string;
  /** Of a class. */
  sessionId: string | null;
}

const named = `
  SELECT id, full_name AS name, full_name AS short, NULL::uuid AS "sessionId" FROM member WHERE committee_id = $1 AND id = ANY ($2)
  UNION ALL SELECT id, title, title, NULL FROM session WHERE committee_id = $1 AND id = ANY ($2)
  UNION ALL SELECT c.id, concat(c.name, ', ', s.title), c.name, s.id FROM session_class c
              JOIN session s ON (s.committee_id, s.id) = (c.committee_id, c.session_id)
             WHERE c.committee_id = $1 AND c.id = ANY ($2)
  UNION ALL SELECT t.id, concat(c.name, ', ', to_char(t.held_on, 'DD/MM/YYYY')), to_char(t.held_on, 'DD/MM/YYYY'), t.session_id FROM sitting t
              JOIN session_class c ON (c.committee_id, c.id) = (t.committee_id, t.class_id)
             WHERE t.committee_id = $1 AND t.id = ANY ($2)
  UNION ALL SELECT id, concat_ws(' ', number, title), concat_ws(' ', number, title), NULL FROM resolution WHERE committee_id = $1 AND id = ANY ($2)
  UNION ALL SELECT id, file_name, file_name, NULL FROM register_import WHERE committee_id = $1 AND id = ANY ($2)
  UNION ALL SELECT id, name, name, NULL FROM cell_group WHERE committee_id = $1 AND id = ANY ($2)
  UNION ALL (SELECT DISTINCT ON (u.unit_id) u.unit_id, u.name, u.name, NULL::uuid FROM unit_version u
              WHERE u.unit_id = ANY ($2) AND EXISTS (
                SELECT FROM unit_version own WHERE own.unit_id = $1 AND (u.path <@ own.path OR own.path <@ u.path))
              ORDER BY u.unit_id, u.valid DESC)
  UNION ALL SELECT id, display_name, display_name, NULL FROM account WHERE id = ANY ($2)
  UNION ALL SELECT id, display_name, display_name, NULL FROM accounts_in_trail($1, $2)`;

/**
 * What the ids in the trail stand for, as it is called now. Of the tree, what lies above and below the committee: an id that
 * somebody only asked for stands in the trail too, and must not be named for it.
 */
@Injectable()
export class SubjectNames {
  constructor(private readonly database: Database) {}

  async of(actor: Actor, ids: readonly string[]): Promise<Map<string, Named>> {
    const found = await this.database.rows<Named>(named, [actor.committeeId, [...new Set(ids)]]);
    return new Map(found.map((one) => [one.id, one]));
  }
}
