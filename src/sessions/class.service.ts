import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { UnitService } from '../organisation/unit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { AccessPolicy } from '../platform/access/access-policy.js';
import { Database } from '../platform/database/database.js';
import { InvalidFieldError, NotFoundError } from '../platform/errors/domain-error.js';
import type { CreateClassDto, SaveSittingDto, SessionClassDto, UpdateClassDto } from './session-class.dto.js';
import { ClassCell, SessionClass, Sitting } from './session-class.entity.js';
import { ClassClosedError } from './session.errors.js';

const hour = (time: string): string => time.slice(0, 5);

/** The classes of a session: their place, their cells in the plan's order, their sittings. */
@Injectable()
export class ClassService {
  constructor(
    private readonly database: Database,
    private readonly units: UnitService,
    private readonly audit: AuditTrail,
    private readonly policy: AccessPolicy,
  ) {}

  /** Those that the actor may know of, in the order of the plan. */
  async ofSession(actor: Actor, sessionId: string): Promise<SessionClassDto[]> {
    const { committeeId } = actor;
    const classes = await this.database.manager.find(SessionClass, {
      where: { committeeId, sessionId },
      order: { number: 'ASC' },
    });
    const doors = this.policy.doorsOf(actor);
    return this.complete(committeeId, doors ? classes.filter(({ id }) => doors.includes(id)) : classes);
  }

  async get(actor: Actor, id: string): Promise<SessionClassDto> {
    const isBeyond = this.policy.doorsOf(actor)?.includes(id) === false;
    const found = await this.database.manager.findOneBy(SessionClass, { committeeId: actor.committeeId, id });
    const [complete] = await this.complete(actor.committeeId, found && !isBeyond ? [found] : []);
    if (!complete) throw new NotFoundError('lớp học');
    return complete;
  }

  create(actor: Actor, sessionId: string, dto: CreateClassDto): Promise<SessionClassDto> {
    return this.database.transaction(async () => {
      const { committeeId } = actor;
      const number = await this.nextNumber(committeeId, sessionId);
      const id = uuidv7();
      const { mode, venue } = dto;
      await this.database.manager.insert(SessionClass, {
        ...{ committeeId, id, sessionId, number, mode, venue },
        name: dto.name ?? `Lớp ${number}`,
        capacity: dto.capacity ?? null,
      });
      await this.saveParts(actor, { id, sessionId }, dto);
      const made = await this.get(actor, id);
      this.audit.record(actor, { action: 'class.added', subject: subjectOf(id), values: planOf(made) });
      return made;
    });
  }

  update(actor: Actor, id: string, dto: UpdateClassDto): Promise<SessionClassDto> {
    return this.database.transaction(async () => {
      const { sessionId } = await this.requireOpen(actor, id);
      const before = planOf(await this.get(actor, id));
      const { cellIds: _cells, sittings: _sittings, ...fields } = dto;
      if (Object.keys(fields).length > 0) {
        await this.database.manager.update(SessionClass, { committeeId: actor.committeeId, id }, fields);
      }
      await this.saveParts(actor, { id, sessionId }, dto);
      const changed = await this.get(actor, id);
      const event = { action: 'class.changed', subject: subjectOf(id), before, after: planOf(changed) };
      this.audit.recordChange(actor, event);
      return changed;
    });
  }

  /** Refused by the database once the class has a roll. */
  remove(actor: Actor, id: string): Promise<void> {
    return this.database.transaction(async () => {
      await this.requireOpen(actor, id);
      const values = planOf(await this.get(actor, id));
      await this.database.manager.delete(SessionClass, { committeeId: actor.committeeId, id });
      this.audit.record(actor, { action: 'class.removed', subject: subjectOf(id), values });
    });
  }

  /** @throws ClassClosedError naming who closed it and when. Locks the class, so that it stays open till the commit. */
  async requireOpen(actor: Actor, id: string): Promise<SessionClass> {
    const found = await this.database.manager.findOne(SessionClass, {
      where: { committeeId: actor.committeeId, id },
      lock: { mode: 'for_no_key_update' },
    });
    if (!found) throw new NotFoundError('lớp học');
    if (found.closedAt) throw new ClassClosedError(found.name, found.closedAt, await this.closedBy(actor, id));
    return found;
  }

  /** Who closed a class that is closed. */
  async closedBy(actor: Actor, id: string): Promise<string> {
    const [row] = await this.database.rows<{ name: string }>(
      `SELECT a.display_name AS name FROM class_closure c JOIN account a ON a.id = c.closed_by
        WHERE c.committee_id = $1 AND c.class_id = $2 AND c.reopened_at IS NULL`,
      [actor.committeeId, id],
    );
    return row?.name ?? '';
  }

  private async saveParts(
    actor: Actor,
    place: { id: string; sessionId: string },
    dto: CreateClassDto | UpdateClassDto,
  ): Promise<void> {
    if (dto.cellIds) await this.replaceCells(actor, place.id, dto.cellIds);
    if (dto.sittings) await this.replaceSittings(actor, place, dto.sittings);
  }

  private async replaceCells(actor: Actor, classId: string, cellIds: string[]): Promise<void> {
    await this.units.requireCells(
      actor,
      cellIds,
      (index) => new InvalidFieldError(`cellIds[${index}]`, 'Không có chi bộ này.'),
    );
    const { committeeId } = actor;
    await this.database.manager.delete(ClassCell, { committeeId, classId });
    const rows = cellIds.map((cellId, position) => ({ committeeId, classId, cellId, position }));
    if (rows.length > 0) await this.database.manager.insert(ClassCell, rows);
  }

  /** A sitting that keeps its id keeps its marks; one that is left out goes, unless marks hang on it. */
  private async replaceSittings(
    actor: Actor,
    place: { id: string; sessionId: string },
    sittings: SaveSittingDto[],
  ): Promise<void> {
    const { committeeId } = actor;
    const standing = await this.database.manager.findBy(Sitting, { committeeId, classId: place.id });
    const known = new Set(standing.map(({ id }) => id));
    const foreign = sittings.findIndex(({ id }) => id !== undefined && !known.has(id));
    if (foreign >= 0) throw new InvalidFieldError(`sittings[${foreign}].id`, 'Không có buổi này trong lớp.');
    const kept = new Set(sittings.flatMap(({ id }) => id ?? []));
    for (const { id } of standing) {
      if (!kept.has(id)) await this.database.manager.delete(Sitting, { committeeId, id });
    }
    for (const { id = uuidv7(), heldOn, startsAt, endsAt = null, topic = null } of sittings) {
      const times = { heldOn, startsAt, endsAt, topic };
      if (known.has(id)) await this.database.manager.update(Sitting, { committeeId, id }, times);
      else
        await this.database.manager.insert(Sitting, {
          committeeId,
          id,
          sessionId: place.sessionId,
          classId: place.id,
          ...times,
        });
    }
  }

  private async nextNumber(committeeId: string, sessionId: string): Promise<number> {
    const [row] = await this.database.rows<{ next: number }>(
      `SELECT coalesce(max(number), 0) + 1 AS next FROM session_class WHERE committee_id = $1 AND session_id = $2`,
      [committeeId, sessionId],
    );
    return row?.next ?? 1;
  }

  private async complete(committeeId: string, classes: SessionClass[]): Promise<SessionClassDto[]> {
    const completed: SessionClassDto[] = [];
    for (const { committeeId: _committee, ...fields } of classes) {
      const of = { committeeId, classId: fields.id };
      const cells = await this.database.manager.find(ClassCell, { where: of, order: { position: 'ASC' } });
      const sittings = await this.database.manager.find(Sitting, {
        where: of,
        order: { heldOn: 'ASC', startsAt: 'ASC' },
      });
      completed.push({
        ...fields,
        cellIds: cells.map(({ cellId }) => cellId),
        sittings: sittings.map(({ id, heldOn, startsAt, endsAt, topic }) => ({
          ...{ id, heldOn, topic },
          startsAt: hour(startsAt),
          endsAt: endsAt === null ? null : hour(endsAt),
        })),
      });
    }
    return completed;
  }
}

const subjectOf = (id: string) => ({ kind: 'class', id });

/** What the audit trail tells of a class; summons and closing have entries of their own. */
function planOf({ id: _id, summonedAt: _summoned, closedAt: _closed, sittings, ...fields }: SessionClassDto) {
  return { ...fields, sittings: sittings.map(({ id: _sitting, ...sitting }) => sitting) };
}
