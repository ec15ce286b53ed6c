import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';
import { NotFoundError } from '../platform/errors/domain-error.js';
import { ClassService } from '../sessions/class.service.js';
import { SessionClass } from '../sessions/session-class.entity.js';
import type { ClosureDto } from './attendance.dto.js';
import { ClassClosure, ClosureEntry } from './attendance.entity.js';
import { NotClosedError, NotSummonedError, UnmarkedError } from './attendance.errors.js';
import { digestOfRoll, type NameSeal, sealName } from './roll-digest.js';
import type { PersonOnRoll } from './roll.types.js';
import { RollService } from './roll.service.js';
import { tally } from './tally.js';

const rowsAtOnce = 1000;

/** Freezes the roll of a class, and opens it again with a reason. Revisions stay as they were. */
@Injectable()
export class ClosingService {
  constructor(
    private readonly database: Database,
    private readonly classes: ClassService,
    private readonly rolls: RollService,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws ClassClosedError to whoever comes second, UnmarkedError naming the cells where somebody is not settled */
  close(actor: Actor, classId: string): Promise<ClosureDto[]> {
    return this.database.transaction(async () => {
      const { sessionId, summonedAt } = await this.classes.requireOpen(actor, classId);
      if (!summonedAt) throw new NotSummonedError();
      const { people } = await this.rolls.classRoll(actor, classId);
      refuseUnmarked(people);
      const { committeeId, accountId } = actor;
      const closedAt = new Date();
      const key = { committeeId, classId };
      const revision = 1 + (await this.database.manager.countBy(ClassClosure, key));
      await this.database.manager.insert(ClassClosure, {
        ...{ ...key, revision, sessionId, closedAt, closedBy: accountId, tally: tally(people) },
      });
      const sealed = people.map((person) => ({ ...person, ...sealName(person) }));
      await this.freeze(key, revision, sealed);
      await this.database.manager.update(SessionClass, { committeeId, id: classId }, { closedAt });
      // With the digest of the frozen roll in the chain (roll-digest.ts), nobody can change a closed report unseen, in the database either.
      const values = { revision, tally: tally(people), roll: digestOfRoll(sealed) };
      this.audit.record(actor, { action: 'class.closed', subject: { kind: 'class', id: classId }, values });
      return this.closures(actor, classId);
    });
  }

  reopen(actor: Actor, classId: string, reason: string): Promise<ClosureDto[]> {
    return this.database.transaction(async () => {
      const { committeeId, accountId } = actor;
      const found = await this.database.manager.findOne(SessionClass, {
        where: { committeeId, id: classId },
        lock: { mode: 'for_no_key_update' },
      });
      if (!found) throw new NotFoundError('lớp học');
      if (!found.closedAt) throw new NotClosedError();
      await this.database.rows(
        `UPDATE class_closure SET reopened_at = now(), reopened_by = $3, reopen_reason = $4
          WHERE committee_id = $1 AND class_id = $2 AND reopened_at IS NULL`,
        [committeeId, classId, accountId, reason],
      );
      await this.database.manager.update(SessionClass, { committeeId, id: classId }, { closedAt: null });
      this.audit.record(actor, { action: 'class.reopened', subject: { kind: 'class', id: classId }, reason });
      return this.closures(actor, classId);
    });
  }

  private async freeze(
    key: { committeeId: string; classId: string },
    revision: number,
    people: (PersonOnRoll & NameSeal)[],
  ) {
    for (let at = 0; at < people.length; at += rowsAtOnce) {
      const rows = people.slice(at, at + rowsAtOnce).map((person, index) => ({
        ...{ ...person, ...key, revision, place: at + index + 1 },
      }));
      await this.database.manager.insert(ClosureEntry, rows);
    }
  }

  /** Every closing of a class, oldest first, with its figures as they were. */
  async closures(actor: Actor, classId: string): Promise<ClosureDto[]> {
    await this.classes.get(actor, classId);
    return this.database.rows<ClosureDto>(
      `SELECT c.revision, c.closed_at AS "closedAt", a.display_name AS "closedBy", c.reopened_at AS "reopenedAt",
              b.display_name AS "reopenedBy", c.reopen_reason AS "reopenReason", c.tally
         FROM class_closure c JOIN account a ON a.id = c.closed_by LEFT JOIN account b ON b.id = c.reopened_by
        WHERE c.committee_id = $1 AND c.class_id = $2 ORDER BY c.revision`,
      [actor.committeeId, classId],
    );
  }
}

function refuseUnmarked(people: PersonOnRoll[]): void {
  const cells = [...Map.groupBy(people, ({ cellName }) => cellName)]
    .map(([name, ofCell]) => ({ name, unmarked: tally(ofCell).unmarked }))
    .filter(({ unmarked }) => unmarked > 0);
  if (cells.length > 0) throw new UnmarkedError(cells);
}
