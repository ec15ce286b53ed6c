import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { AccessPolicy } from '../platform/access/access-policy.js';
import { Database } from '../platform/database/database.js';
import { NotFoundError } from '../platform/errors/domain-error.js';
import { CellListsService } from './cell-lists.service.js';
import { ChangedSinceError } from './organisation.errors.js';
import type { UnitChangeDto } from './unit-change.dto.js';
import { versionsFrom, UnitLedger } from './unit-ledger.js';
import { UnitStoryService } from './unit-story.service.js';

/** Takes the last change of units back, as if it had not been recorded. */
@Injectable()
export class UnitTakeBackService {
  constructor(
    private readonly database: Database,
    private readonly policy: AccessPolicy,
    private readonly ledger: UnitLedger,
    private readonly story: UnitStoryService,
    private readonly lists: CellListsService,
  ) {}

  /**
   * @param bringBack brings back what else the change moved, told the day of the change
   * @throws ChangedSinceError naming the units that were changed since
   */
  takeBack(actor: Actor, id: string, bringBack: (on: string) => Promise<void>): Promise<UnitChangeDto> {
    return this.database.transaction(async () => {
      await this.ledger.oneAtATime(actor);
      const change = await this.story.one(actor, id);
      await this.requireReach(actor, id);
      // Cells that ended are not among those of today.
      await this.database.reachCells(change.parts.map(({ unitId }) => unitId));
      const changed = await this.changedSince(id);
      if (changed.length > 0) throw new ChangedSinceError(changed);
      await this.database.rows('SET CONSTRAINTS ALL DEFERRED');
      await this.lists.restore(actor, id);
      await bringBack(change.on);
      await this.bringVersionsBack(id);
      await this.database.rows('SET CONSTRAINTS ALL IMMEDIATE');
      await this.forget(id);
      return change;
    });
  }

  private async requireReach(actor: Actor, id: string): Promise<void> {
    const paths = await this.database.rows<{ path: string }>(
      `SELECT row ->> 'path' AS path FROM unit_change_part p CROSS JOIN LATERAL jsonb_array_elements(p.before || p.after) AS row
        WHERE p.change_id = $1 AND p.part <> 'below'`,
      [id],
    );
    if (!paths.every(({ path }) => this.policy.isBelowReach(actor, path))) throw new NotFoundError('thay đổi này');
  }

  /** Names of units that stand otherwise than the change left them, and of those that came to stand below since. */
  private async changedSince(id: string): Promise<string[]> {
    const rows = await this.database.rows<{ name: string }>(
      `SELECT DISTINCT coalesce(v.name, p.after -> -1 ->> 'name', p.before -> -1 ->> 'name') AS name
         FROM unit_change_part p JOIN unit_change c ON c.id = p.change_id
         LEFT JOIN LATERAL (SELECT name FROM unit_version WHERE unit_id = p.unit_id ORDER BY valid DESC LIMIT 1) v ON true
        WHERE c.id = $1 AND p.after <> ${versionsFrom('p.unit_id', 'c.effective_on')}
       UNION
       SELECT v.name
         FROM unit_change_part p JOIN unit_change c ON c.id = p.change_id
         JOIN unit_version v ON v.path <@ (p.after -> -1 ->> 'path')::ltree AND v.unit_id <> p.unit_id
          AND (upper_inf(v.valid) OR upper(v.valid) > c.effective_on)
        WHERE c.id = $1 AND p.part <> 'below'
          AND NOT EXISTS (SELECT FROM unit_change_part q WHERE q.change_id = c.id AND q.unit_id = v.unit_id)
          AND p.before -> -1 ->> 'path' IS DISTINCT FROM p.after -> -1 ->> 'path'`,
      [id],
    );
    return rows.map(({ name }) => name);
  }

  private async bringVersionsBack(id: string): Promise<void> {
    const removed = await this.database.rows(
      `DELETE FROM unit_version v USING unit_change c, unit_change_part p
        WHERE c.id = $1 AND p.change_id = c.id AND v.unit_id = p.unit_id
          AND (upper_inf(v.valid) OR upper(v.valid) >= c.effective_on) RETURNING v.unit_id`,
      [id],
    );
    const [left] = await this.database.rows<{ versions: number }>(
      'SELECT sum(jsonb_array_length(after))::int AS versions FROM unit_change_part WHERE change_id = $1',
      [id],
    );
    // Less where row-level security keeps some of them from the change.
    if (removed.length !== left?.versions) throw new NotFoundError('thay đổi này');
    await this.database.rows(
      `INSERT INTO unit_version
       SELECT v.* FROM unit_change_part p CROSS JOIN LATERAL jsonb_populate_recordset(NULL::unit_version, p.before) AS v
        WHERE p.change_id = $1`,
      [id],
    );
  }

  /** The change, and units that it had founded. */
  private async forget(id: string): Promise<void> {
    const founded = await this.database.rows<{ id: string }>(
      `SELECT unit_id AS id FROM unit_change_part p WHERE change_id = $1 AND before = '[]'
          AND NOT EXISTS (SELECT FROM unit_version v WHERE v.unit_id = p.unit_id)`,
      [id],
    );
    await this.database.rows('DELETE FROM unit_change WHERE id = $1', [id]);
    await this.database.rows('DELETE FROM unit WHERE id = ANY ($1)', [founded.map((unit) => unit.id)]);
  }
}
