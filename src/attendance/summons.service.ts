import { Injectable } from '@nestjs/common';
import { byName, roster } from '../members/roster.js';
import type { Actor } from '../platform/access/actor.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';
import type { SessionClassDto } from '../sessions/session-class.dto.js';
import { SessionService } from '../sessions/session.service.js';
import { ClassService } from '../sessions/class.service.js';
import { CellInSeveralClassesError, ClassNotReadyError, NothingToSummonError } from './attendance.errors.js';

/**
 * Everybody of a class's cells, as the register stands on the class's first day ($2). Someone who is on the roll of
 * a closed class of the session already stays there.
 */
const enrol = `
  WITH roster AS (${roster}),
  expected AS (
    SELECT r.*, cc.position AS cell_position, g.name AS group_name,
           row_number() OVER (PARTITION BY r.cell_id ORDER BY ${byName('r')}) AS place
      FROM roster r
      JOIN class_cell cc ON cc.committee_id = $1 AND cc.class_id = $4 AND cc.cell_id = r.cell_id
      LEFT JOIN cell_group_cell gc ON gc.committee_id = $1 AND gc.cell_id = r.cell_id
      LEFT JOIN cell_group g ON (g.committee_id, g.id) = (gc.committee_id, gc.group_id))
  INSERT INTO roll_entry (committee_id, session_id, member_id, class_id, cell_id, cell_name, group_name, cell_position,
                          position, full_name, given_name, birth_year, office, standing, duty)
  SELECT $1, $3, id, $4, cell_id, cell_name, group_name, cell_position, place, full_name, given_name, birth_year, office,
         standing, duty FROM expected
  ON CONFLICT (committee_id, session_id, member_id) DO UPDATE SET
    class_id = excluded.class_id, cell_id = excluded.cell_id, cell_name = excluded.cell_name, group_name = excluded.group_name,
    cell_position = excluded.cell_position, position = excluded.position, full_name = excluded.full_name,
    given_name = excluded.given_name, birth_year = excluded.birth_year, office = excluded.office,
    standing = excluded.standing, duty = excluded.duty
  WHERE EXISTS (SELECT FROM session_class c WHERE (c.committee_id, c.id) = (roll_entry.committee_id, roll_entry.class_id)
                   AND c.closed_at IS NULL)
  RETURNING member_id AS "memberId"`;

/** Makes the rolls of a session from the register. Done again, it brings the rolls of open classes up to date. */
@Injectable()
export class SummonsService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionService,
    private readonly classes: ClassService,
    private readonly audit: AuditTrail,
  ) {}

  /** @returns how many are on the rolls of the open classes now */
  summon(actor: Actor, sessionId: string): Promise<number> {
    return this.database.transaction(async () => {
      const { classes } = await this.sessions.get(actor, sessionId);
      const open = classes.filter(({ closedAt, mode }) => closedAt === null && mode !== 'make-up');
      if (open.length === 0) throw new NothingToSummonError();
      const unready = open.filter(({ sittings, cellIds }) => sittings.length === 0 || cellIds.length === 0);
      if (unready.length > 0) throw new ClassNotReadyError(unready.map(({ name }) => name));
      const { inSeveralClasses } = await this.sessions.coverage(actor, sessionId);
      if (inSeveralClasses.length > 0) throw new CellInSeveralClassesError(inSeveralClasses.map(({ name }) => name));
      for (const { id } of open) await this.classes.requireOpen(actor, id);
      const enrolled: string[] = [];
      for (const one of open) enrolled.push(...(await this.enrol(actor, one)));
      const struckOff = await this.strikeOff(actor, open, enrolled);
      // Each mark is looked for in these: a roll that nobody has counted is read from its beginning.
      await this.database.count('roll_entry', 'sitting', 'session_class');
      const values = { enrolled: enrolled.length, struckOff, classIds: open.map(({ id }) => id) };
      this.audit.record(actor, { action: 'session.summoned', subject: { kind: 'session', id: sessionId }, values });
      return enrolled.length;
    });
  }

  private async enrol(actor: Actor, { id, sessionId, sittings }: SessionClassDto): Promise<string[]> {
    const { committeeId } = actor;
    const day = sittings[0]?.heldOn;
    const rows = await this.database.rows<{ memberId: string }>(enrol, [committeeId, day, sessionId, id]);
    await this.database.rows('UPDATE session_class SET summoned_at = now() WHERE committee_id = $1 AND id = $2', [
      committeeId,
      id,
    ]);
    return rows.map(({ memberId }) => memberId);
  }

  /** Who is expected no longer leaves the roll, unless marks say that he was there. */
  private async strikeOff(actor: Actor, open: SessionClassDto[], enrolled: string[]): Promise<number> {
    const gone = await this.database.rows(
      `DELETE FROM roll_entry r WHERE r.committee_id = $1 AND r.class_id = ANY ($2) AND NOT r.member_id = ANY ($3)
          AND NOT EXISTS (SELECT FROM mark m
                           WHERE (m.committee_id, m.session_id, m.member_id) = (r.committee_id, r.session_id, r.member_id))
        RETURNING r.member_id`,
      [actor.committeeId, open.map(({ id }) => id), enrolled],
    );
    return gone.length;
  }
}
