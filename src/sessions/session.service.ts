import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../platform/access/actor.js';
import { AccessPolicy } from '../platform/access/access-policy.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';
import { today } from '../platform/database/today.js';
import { InvalidFieldError, NotFoundError } from '../platform/errors/domain-error.js';
import { ResolutionDto } from '../resolutions/resolution.dto.js';
import { Resolution } from '../resolutions/resolution.entity.js';
import { ClassService } from './class.service.js';
import { dateWarnings } from './date-warnings.js';
import type {
  BasisDto,
  CellPlaceDto,
  CoverageDto,
  CreateSessionDto,
  SessionDto,
  SessionSummaryDto,
  UpdateSessionDto,
} from './session.dto.js';
import { Session } from './session.entity.js';
import { Delegate, Guest, Presenter, SessionResolution } from './session-part.entity.js';

@Injectable()
export class SessionService {
  constructor(
    private readonly database: Database,
    private readonly classes: ClassService,
    private readonly policy: AccessPolicy,
    private readonly audit: AuditTrail,
  ) {}

  /** The latest first; those without a day before all. */
  list(actor: Actor): Promise<SessionSummaryDto[]> {
    return this.database.rows<SessionSummaryDto>(
      `SELECT s.id, s.kind, s.title, s.mode,
              (SELECT min(held_on) FROM sitting t WHERE (t.committee_id, t.session_id) = (s.committee_id, s.id)) AS "firstDay",
              count(c.id)::int AS "classCount", count(c.closed_at)::int AS "closedClassCount"
         FROM session s LEFT JOIN session_class c ON (c.committee_id, c.session_id) = (s.committee_id, s.id)
        WHERE s.committee_id = $1 AND ($2::uuid[] IS NULL OR s.id = ANY ($2))
        GROUP BY s.committee_id, s.id ORDER BY "firstDay" DESC NULLS FIRST, s.id DESC`,
      [actor.committeeId, this.policy.sessionsOf(actor)],
    );
  }

  async get(actor: Actor, id: string): Promise<SessionDto> {
    const session = await this.one(actor, id);
    const classes = await this.classes.ofSession(actor, id);
    const resolutions = await this.resolutions(actor, id);
    const of = { where: { committeeId: actor.committeeId, sessionId: id }, order: { position: 'ASC' } } as const;
    const people = ({ name, office }: { name: string; office: string }) => ({ name, office });
    const basis = basisOf(session);
    const heldOn = classes.flatMap(({ sittings }) => sittings.map((sitting) => sitting.heldOn)).sort()[0] ?? null;
    const { kind, title, mode, attendanceRule, isLeftEarlyPresent, areDatesConfirmed } = session;
    // What the office writes for its report is no business of a door.
    const narrative = this.policy.doorsOf(actor) ? {} : session.narrative;
    return {
      ...{
        id,
        kind,
        title,
        mode,
        basis,
        attendanceRule,
        isLeftEarlyPresent,
        areDatesConfirmed,
        narrative,
        resolutions,
        classes,
      },
      presenters: (await this.database.manager.find(Presenter, of)).map(people),
      delegates: (await this.database.manager.find(Delegate, of)).map(people),
      guests: (await this.database.manager.find(Guest, of)).map(({ category, count }) => ({ category, count })),
      warnings: areDatesConfirmed ? [] : dateWarnings({ heldOn, basis, resolutions }),
    };
  }

  create(actor: Actor, dto: CreateSessionDto): Promise<SessionDto> {
    return this.database.transaction(async () => {
      const id = uuidv7();
      const { committeeId } = actor;
      await this.database.manager.insert(Session, {
        ...{ committeeId, id, kind: dto.kind, title: dto.title, mode: dto.mode },
        ...basisColumns(dto.basis ?? null),
        attendanceRule: dto.attendanceRule ?? 'any-sitting',
        isLeftEarlyPresent: dto.isLeftEarlyPresent ?? true,
        areDatesConfirmed: dto.areDatesConfirmed ?? false,
        narrative: { ...dto.narrative },
        createdAt: new Date(),
        createdBy: actor.accountId,
      });
      await this.replaceLists(actor, id, dto);
      this.audit.record(actor, { action: 'session.created', subject: subjectOf(id), values: { ...dto } });
      return this.get(actor, id);
    });
  }

  update(actor: Actor, id: string, dto: UpdateSessionDto): Promise<SessionDto> {
    return this.database.transaction(async () => {
      const session = await this.one(actor, id);
      const before = planOf(await this.get(actor, id));
      const { title, mode, attendanceRule, isLeftEarlyPresent, areDatesConfirmed } = dto;
      await this.database.manager.save(Session, {
        ...session,
        ...definedOnly({ title, mode, attendanceRule, isLeftEarlyPresent, areDatesConfirmed }),
        ...(dto.basis !== undefined && basisColumns(dto.basis)),
        narrative: { ...session.narrative, ...definedOnly({ ...dto.narrative }) },
      });
      await this.replaceLists(actor, id, dto);
      const changed = await this.get(actor, id);
      const event = { action: 'session.changed', subject: subjectOf(id), before, after: planOf(changed) };
      this.audit.recordChange(actor, event);
      return changed;
    });
  }

  /** With its classes and all of its plan; refused by the database once a class has a roll. */
  async remove(actor: Actor, id: string): Promise<void> {
    const values = planOf(await this.get(actor, id));
    await this.database.manager.delete(Session, { committeeId: actor.committeeId, id });
    this.audit.record(actor, { action: 'session.removed', subject: subjectOf(id), values });
  }

  /** Cells of the committee that stand in no class, or in more than one, on the first day of the session. */
  async coverage(actor: Actor, id: string): Promise<CoverageDto> {
    await this.one(actor, id);
    const cells = await this.database.rows<CellPlaceDto & { classes: number }>(
      `WITH place AS (
         SELECT cc.cell_id, count(*)::int AS classes
           FROM class_cell cc JOIN session_class c ON (c.committee_id, c.id) = (cc.committee_id, cc.class_id)
          WHERE c.committee_id = $1 AND c.session_id = $2 AND c.mode <> 'make-up' GROUP BY cc.cell_id),
       day AS (SELECT coalesce(min(held_on), $3::date) AS day FROM sitting WHERE committee_id = $1 AND session_id = $2)
       SELECT u.unit_id AS "cellId", u.name, coalesce(place.classes, 0) AS classes
         FROM unit_version u CROSS JOIN day LEFT JOIN place ON place.cell_id = u.unit_id
        WHERE u.kind = 'cell' AND u.valid @> day.day AND base_committee_of(u.path) = $1 AND coalesce(place.classes, 0) <> 1
        ORDER BY u.name COLLATE vi_natural`,
      [actor.committeeId, id, today()],
    );
    const place = ({ cellId, name }: CellPlaceDto): CellPlaceDto => ({ cellId, name });
    return {
      inNoClass: cells.filter(({ classes }) => classes === 0).map(place),
      inSeveralClasses: cells.filter(({ classes }) => classes > 1).map(place),
    };
  }

  /** @throws NotFoundError where the actor knows of no such session */
  async requireThere(actor: Actor, id: string): Promise<void> {
    await this.one(actor, id);
  }

  private async one(actor: Actor, id: string): Promise<Session> {
    const session = await this.database.manager.findOneBy(Session, { committeeId: actor.committeeId, id });
    const isBeyond = this.policy.sessionsOf(actor)?.includes(id) === false;
    if (!session || isBeyond) throw new NotFoundError('hội nghị');
    return session;
  }

  private async resolutions(actor: Actor, sessionId: string): Promise<ResolutionDto[]> {
    const found = await this.database.manager
      .createQueryBuilder(Resolution, 'resolution')
      .innerJoin(
        SessionResolution,
        'link',
        'link.committeeId = resolution.committeeId AND link.resolutionId = resolution.id',
      )
      .where('link.committeeId = :committeeId AND link.sessionId = :sessionId', {
        committeeId: actor.committeeId,
        sessionId,
      })
      .orderBy('link.position')
      .getMany();
    return found.map(ResolutionDto.from);
  }

  private async replaceLists(actor: Actor, sessionId: string, dto: UpdateSessionDto): Promise<void> {
    const { committeeId } = actor;
    const { manager } = this.database;
    const of = { committeeId, sessionId };
    if (dto.resolutionIds) await this.replaceResolutions(actor, sessionId, dto.resolutionIds);
    for (const [entity, list] of [[Presenter, dto.presenters] as const, [Delegate, dto.delegates] as const]) {
      if (!list) continue;
      await manager.delete(entity, of);
      if (list.length > 0)
        await manager.insert(
          entity,
          list.map(({ name, office }, position) => ({ ...of, position, name, office })),
        );
    }
    if (dto.guests) {
      await manager.delete(Guest, of);
      const rows = dto.guests.map(({ category, count }, position) => ({
        ...of,
        position,
        category,
        count: count ?? null,
      }));
      if (rows.length > 0) await manager.insert(Guest, rows);
    }
  }

  private async replaceResolutions(actor: Actor, sessionId: string, ids: string[]): Promise<void> {
    const { committeeId } = actor;
    const known = await this.database.rows<{ id: string }>(
      'SELECT id FROM resolution WHERE committee_id = $1 AND id = ANY ($2)',
      [committeeId, ids],
    );
    const missing = ids.findIndex((id) => !known.some((resolution) => resolution.id === id));
    if (missing >= 0) throw new InvalidFieldError(`resolutionIds[${missing}]`, 'Không có văn bản này.');
    await this.database.manager.delete(SessionResolution, { committeeId, sessionId });
    const rows = ids.map((resolutionId, position) => ({ committeeId, sessionId, resolutionId, position }));
    if (rows.length > 0) await this.database.manager.insert(SessionResolution, rows);
  }
}

function basisOf({ basisNumber, basisIssuer, basisIssuedOn, basisName }: Session): BasisDto | null {
  if (basisNumber === null || basisIssuer === null || basisIssuedOn === null || basisName === null) return null;
  return { number: basisNumber, issuer: basisIssuer, issuedOn: basisIssuedOn, name: basisName };
}

function basisColumns(
  basis: BasisDto | null,
): Pick<Session, 'basisNumber' | 'basisIssuer' | 'basisIssuedOn' | 'basisName'> {
  return {
    basisNumber: basis?.number ?? null,
    basisIssuer: basis?.issuer ?? null,
    basisIssuedOn: basis?.issuedOn ?? null,
    basisName: basis?.name ?? null,
  };
}

/** Without the fields that are undefined: they would overwrite what stands. */
function definedOnly<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}

const subjectOf = (id: string) => ({ kind: 'session', id });

/** What the audit trail tells of a plan: its fields, its parts by name; classes have entries of their own. */
function planOf({ classes: _classes, warnings: _warnings, id: _id, resolutions, narrative, ...fields }: SessionDto) {
  return { ...fields, ...narrative, resolutionIds: resolutions.map(({ id }) => id) };
}
