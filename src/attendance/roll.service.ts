import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { AccessPolicy } from '../platform/access/access-policy.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';
import { ClassService } from '../sessions/class.service.js';
import type { SessionDto } from '../sessions/session.dto.js';
import type { SessionClassDto } from '../sessions/session-class.dto.js';
import { SessionService } from '../sessions/session.service.js';
import type { ClassFiguresDto, RollDto, SessionFiguresDto, SessionTallyDto } from './attendance.dto.js';
import { ClosureEntry } from './attendance.entity.js';
import { type MarkFact, personResults, type SessionRules } from './mark.js';
import type { PersonOnRoll } from './roll.types.js';
import { tally } from './tally.js';
import type { Duty, Standing } from './tally.types.js';

type Entry = Omit<PersonOnRoll, 'attendance' | 'through' | 'leftEarly'> & { standing: Standing; duty: Duty };

/** A class with its people, frozen where it is closed. */
export interface ClassRoll {
  class: SessionClassDto;
  /** 0 while the class is open. */
  revision: number;
  people: PersonOnRoll[];
}

/** The state of rolls. All figures of the product come from here, through the one tally. */
@Injectable()
export class RollService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionService,
    private readonly classes: ClassService,
    private readonly policy: AccessPolicy,
    private readonly audit: AuditTrail,
  ) {}

  /** Every class of a session with those of its people whom the actor may see, in the order of the plan. */
  async ofSession(actor: Actor, session: SessionDto): Promise<ClassRoll[]> {
    const live = await this.live(actor, session);
    const rolls: ClassRoll[] = [];
    for (const one of session.classes) {
      const frozen = one.closedAt ? await this.frozen(actor, one.id) : null;
      const { revision, people } = frozen ?? { revision: 0, people: live.filter(({ classId }) => classId === one.id) };
      rolls.push({ class: one, revision, people });
    }
    return rolls;
  }

  async figures(actor: Actor, sessionId: string): Promise<SessionFiguresDto> {
    const rolls = await this.ofSession(actor, await this.sessions.get(actor, sessionId));
    return { tally: tally(rolls.flatMap(({ people }) => people)), classes: rolls.map(classFigures) };
  }

  /** The latest sessions that have a roll, the latest first. */
  async latest(actor: Actor, count: number): Promise<SessionTallyDto[]> {
    const summoned = await this.database.rows<{ id: string }>(
      'SELECT DISTINCT session_id AS id FROM session_class WHERE committee_id = $1 AND summoned_at IS NOT NULL',
      [actor.committeeId],
    );
    const withRoll = new Set(summoned.map(({ id }) => id));
    const sessions = (await this.sessions.list(actor)).filter(({ id }) => withRoll.has(id)).slice(0, count);
    const tallies: SessionTallyDto[] = [];
    for (const { id: sessionId, title, firstDay } of sessions) {
      const { tally: ofSession, classes } = await this.figures(actor, sessionId);
      tallies.push({
        ...{ sessionId, title, firstDay, tally: ofSession },
        classes: classes.map(({ classId, name, closedAt, tally: ofClass }) => ({
          ...{ classId, name, closedAt, tally: ofClass },
        })),
      });
    }
    return tallies;
  }

  async ofClass(actor: Actor, classId: string): Promise<RollDto> {
    const roll = await this.classRoll(actor, classId);
    const { closedAt } = roll.class;
    const values = { count: roll.people.length };
    await this.audit.recordReading(actor, { action: 'roll.read', subject: { kind: 'class', id: classId }, values });
    return { classId, revision: roll.revision, closedAt, tally: tally(roll.people), people: roll.people };
  }

  async classRoll(actor: Actor, classId: string): Promise<ClassRoll> {
    const { sessionId } = await this.classes.get(actor, classId);
    const rolls = await this.ofSession(actor, await this.sessions.get(actor, sessionId));
    const roll = rolls.find((one) => one.class.id === classId);
    if (!roll) throw new Error(`class ${classId} is not among the classes of its session`);
    return roll;
  }

  private async live(actor: Actor, session: SessionDto): Promise<PersonOnRoll[]> {
    const key = [actor.committeeId, session.id];
    const entries = await this.database.rows<Entry>(
      `SELECT ${personColumns('r')} FROM roll_entry r
        WHERE r.committee_id = $1 AND r.session_id = $2 AND ${within('r', 3, 4)}
        ORDER BY r.class_id, r.cell_position, r.position`,
      [...key, this.policy.cellsOf(actor), this.policy.classesOf(actor)],
    );
    const marks = await this.database.rows<Omit<MarkFact, 'takenAt'> & { takenAt: Date }>(
      `SELECT id, sitting_id AS "sittingId", member_id AS "memberId", kind, reason, withdraws, taken_at AS "takenAt"
         FROM mark WHERE committee_id = $1 AND session_id = $2`,
      key,
    );
    const facts = marks.map((mark) => ({ ...mark, takenAt: mark.takenAt.getTime() }));
    const results = personResults(entries, facts, rulesOf(session));
    return entries.map((entry, index) => {
      const result = results[index];
      if (!result) throw new Error('a roll gave fewer results than it has entries');
      return { ...entry, ...result };
    });
  }

  /** A closed class as its last closing froze it. */
  private async frozen(actor: Actor, classId: string): Promise<{ revision: number; people: PersonOnRoll[] }> {
    const entries = await this.database.rows<ClosureEntry>(
      `SELECT e.revision, ${personColumns('e')}, e.attendance, e.through, e.left_early AS "leftEarly"
         FROM closure_entry e
        WHERE e.committee_id = $1 AND e.class_id = $2 AND ${within('e', 3, 4)} AND e.revision = (
          SELECT max(revision) FROM closure_entry WHERE committee_id = $1 AND class_id = $2)
        ORDER BY e.place`,
      [actor.committeeId, classId, this.policy.cellsOf(actor), this.policy.classesOf(actor)],
    );
    const people = entries.map(({ revision: _revision, ...person }) => person);
    return { revision: entries[0]?.revision ?? 1, people };
  }
}

const personColumns = (row: string): string =>
  `${row}.member_id AS "memberId", ${row}.class_id AS "classId", ${row}.cell_id AS "cellId", ${row}.standing, ${row}.duty,
   ${row}.cell_name AS "cellName", ${row}.group_name AS "groupName", ${row}.full_name AS "fullName",
   ${row}.given_name AS "givenName", ${row}.birth_year AS "birthYear", ${row}.office`;

/** Those of the actor's cells and classes; null as a parameter: all. */
const within = (row: string, cells: number, classes: number): string =>
  `($${cells}::uuid[] IS NULL OR ${row}.cell_id = ANY ($${cells}) OR ${row}.class_id = ANY ($${classes}::uuid[]))`;

function rulesOf(session: SessionDto): SessionRules {
  return {
    classOfSitting: new Map(session.classes.flatMap(({ id, sittings }) => sittings.map((sitting) => [sitting.id, id]))),
    sittingsOfClass: new Map(session.classes.map(({ id, sittings }) => [id, sittings.map((sitting) => sitting.id)])),
    attendanceRule: session.attendanceRule,
    isLeftEarlyPresent: session.isLeftEarlyPresent,
  };
}

function classFigures({ class: one, revision, people }: ClassRoll): ClassFiguresDto {
  const cells = [...Map.groupBy(people, ({ cellId }) => cellId).values()].flatMap((ofCell) => {
    const [first] = ofCell;
    return first ? [{ cellId: first.cellId, name: first.cellName, group: first.groupName, tally: tally(ofCell) }] : [];
  });
  return { classId: one.id, name: one.name, revision, closedAt: one.closedAt, tally: tally(people), cells };
}
