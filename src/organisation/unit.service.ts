import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../platform/access/actor.js';
import { AccessPolicy } from '../platform/access/access-policy.js';
import { AuditTrail, changesBetween } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';
import { dateRange } from '../platform/database/date-range.js';
import { InvalidFieldError, NotFoundError } from '../platform/errors/domain-error.js';
import { today } from '../platform/database/today.js';
import { BorderService } from './border.service.js';
import { UnitChangeTooEarlyError } from './organisation.errors.js';
import type { ChangeUnitDto, CreateUnitDto, DissolveUnitDto } from './unit.dto.js';
import { Unit } from './unit.entity.js';
import { UnitVersion } from './unit-version.entity.js';

/** Whatever stands below the committee, wherever the committee itself stood at the time. */
const below = ({ committeeId }: Actor): string => `*.${committeeId}.*`;

/** The dated tree: every change opens a new version on a day, and no version is ever rewritten backwards. */
@Injectable()
export class UnitService {
  constructor(
    private readonly database: Database,
    private readonly policy: AccessPolicy,
    private readonly borders: BorderService,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Units of the actor's committee as of a day, the committee first, names in natural order (2 < 10 < 10B). Of a base
   * committee below it stands the committee alone; what it holds is its own.
   */
  async tree(actor: Actor, asOf: string = today()): Promise<UnitVersion[]> {
    const borders = await this.borders.below(asOf);
    return this.database.manager
      .createQueryBuilder(UnitVersion, 'unit')
      .where('unit.valid @> :asOf::date', { asOf })
      .andWhere('unit.path ~ :within::lquery', { within: below(actor) })
      .andWhere('NOT subpath(unit.path, 0, -1) <@ :borders::ltree[]', { borders })
      .orderBy('nlevel(unit.path)')
      .addOrderBy('unit.name COLLATE vi_natural')
      .getMany();
  }

  /** All versions of one unit, oldest first. */
  async history(actor: Actor, id: string): Promise<UnitVersion[]> {
    const versions = await this.versions(actor, id);
    if (versions.length === 0) throw new NotFoundError('tổ chức đảng');
    return versions;
  }

  private versions(actor: Actor, id: string): Promise<UnitVersion[]> {
    return this.database.manager
      .createQueryBuilder(UnitVersion, 'unit')
      .where('unit.unitId = :id AND unit.path ~ :within::lquery', { id, within: below(actor) })
      .orderBy('unit.valid')
      .getMany();
  }

  found(actor: Actor, dto: CreateUnitDto): Promise<UnitVersion> {
    return this.database.transaction(async () => {
      const parent = await this.withinReach(actor, dto.parentId ?? actor.committeeId, dto.foundedOn);
      const id = uuidv7();
      await this.database.manager.insert(Unit, { id, createdAt: new Date() });
      const values = { ...dto, parentId: parent.unitId };
      this.audit.record(actor, { action: 'unit.founded', subject: { kind: 'unit', id }, values });
      return this.open({
        unitId: id,
        valid: { from: dto.foundedOn, to: null },
        name: dto.name,
        kind: dto.kind,
        category: dto.category ?? null,
        code: dto.code ?? null,
        parentId: parent.unitId,
        path: `${parent.path}.${id}`,
        decision: dto.decision ?? null,
      });
    });
  }

  /** A committee, at the root of a tree where nothing is above it. */
  async foundCommittee(id: string, name: string, foundedOn: string, above: UnitVersion | null): Promise<void> {
    await this.database.manager.insert(Unit, { id, createdAt: new Date() });
    await this.open({
      ...{ unitId: id, valid: { from: foundedOn, to: null }, name, kind: 'committee', category: null, code: null },
      ...{ parentId: above?.unitId ?? null, path: above ? `${above.path}.${id}` : id, decision: null },
    });
  }

  /** The actor's committee as another one can be put below it from that day on. @throws InvalidFieldError */
  async toFoundBelow(actor: Actor, day: string): Promise<UnitVersion> {
    const then = await this.find(actor, actor.committeeId, day);
    const now = await this.find(actor, actor.committeeId, today());
    if (day <= today() && then && then.path === now?.path) return then;
    throw new InvalidFieldError(
      'foundedOn',
      'Ngày thành lập không được sau hôm nay, cũng không trước khi có cấp trên.',
    );
  }

  change(actor: Actor, id: string, dto: ChangeUnitDto): Promise<UnitVersion> {
    return this.database.transaction(async () => {
      const last = await this.standing(actor, id, dto.from);
      const parent = dto.parentId ? await this.withinReach(actor, dto.parentId, dto.from) : null;
      if (parent?.path.split('.').includes(id)) {
        throw new InvalidFieldError('parentId', 'Không thể đặt một tổ chức đảng dưới chính nó.');
      }
      await this.end(last, dto.from);
      const next = await this.open({
        ...last,
        valid: { from: dto.from, to: null },
        name: dto.name ?? last.name,
        category: dto.category === undefined ? last.category : dto.category,
        code: dto.code === undefined ? last.code : dto.code,
        decision: dto.decision ?? null,
        ...(parent && { parentId: parent.unitId, path: `${parent.path}.${id}` }),
      });
      await this.closeGap();
      const values = { from: dto.from, ...changesBetween(told(last), told(next)) };
      this.audit.record(actor, { action: 'unit.changed', subject: { kind: 'unit', id }, values });
      return next;
    });
  }

  /** Ends a unit. Refused by the database while members or lower units still stand in it after that day. */
  dissolve(actor: Actor, id: string, dto: DissolveUnitDto): Promise<void> {
    return this.database.transaction(async () => {
      const last = await this.standing(actor, id, dto.on);
      await this.end(last, dto.on);
      await this.closeGap();
      const values = { name: last.name, on: dto.on, decision: dto.decision };
      this.audit.record(actor, { action: 'unit.dissolved', subject: { kind: 'unit', id }, values });
    });
  }

  /** @throws NotFoundError where the unit is not of this committee or does not stand on that day */
  async asOf(actor: Actor, id: string, day: string): Promise<UnitVersion> {
    const version = await this.find(actor, id, day);
    if (!version) throw new NotFoundError('tổ chức đảng vào ngày đó');
    return version;
  }

  /** A unit below the actor's committee, or the committee itself, as it stands on that day. */
  find(actor: Actor, id: string, day: string): Promise<UnitVersion | null> {
    return this.database.manager
      .createQueryBuilder(UnitVersion, 'unit')
      .where('unit.unitId = :id AND unit.valid @> :day::date', { id, day })
      .andWhere('unit.path ~ :within::lquery', { within: below(actor) })
      .getOne();
  }

  /** Every id must be a cell of the actor's committee within reach, at whatever time; otherwise `refuse` says so of its index. */
  async requireCells(actor: Actor, ids: string[], refuse: (index: number) => Error): Promise<void> {
    const found = await this.database.rows<{ id: string; path: string }>(
      `SELECT unit_id AS id, path::text FROM unit_version
        WHERE unit_id = ANY ($1) AND kind = 'cell' AND base_committee_of(path) = $2 ORDER BY valid`,
      [ids, actor.committeeId],
    );
    const lastPaths = new Map(found.map(({ id, path }) => [id, path]));
    const missing = ids.findIndex((id) => {
      const path = lastPaths.get(id);
      return path === undefined || !this.policy.isWithinReach(actor, path);
    });
    if (missing >= 0) throw refuse(missing);
  }

  /** A unit that the actor may put something under, or change. */
  private async withinReach(actor: Actor, id: string, day: string): Promise<UnitVersion> {
    const unit = await this.asOf(actor, id, day);
    const isWithin = this.policy.isWithinReach(actor, unit.path) && (await this.isOwn(actor, unit.path));
    if (!isWithin) throw new NotFoundError('tổ chức đảng vào ngày đó');
    return unit;
  }

  /** A unit below that belongs to another base committee is read, and changed by nobody but that committee. */
  private async isOwn({ committeeId }: Actor, path: string): Promise<boolean> {
    const [found] = await this.database.rows<{ id: string }>('SELECT base_committee_of($1) AS id', [path]);
    return found?.id === committeeId;
  }

  /** The version that still holds, if a change on `day` may follow it. */
  private async standing(actor: Actor, id: string, day: string): Promise<UnitVersion> {
    const last = (await this.versions(actor, id)).at(-1);
    const isWithin = last && this.policy.isBelowReach(actor, last.path) && (await this.isOwn(actor, last.path));
    if (!isWithin || last.valid.to !== null) throw new NotFoundError('tổ chức đảng đang hoạt động');
    if (day <= last.valid.from) throw new UnitChangeTooEarlyError(last.valid.from);
    return last;
  }

  /** Between the two halves of a change the tree has a gap; foreign keys look at it when the transaction commits. */
  private async end(version: UnitVersion, on: string): Promise<void> {
    await this.database.rows('SET CONSTRAINTS ALL DEFERRED');
    await this.database.rows(
      'UPDATE unit_version SET valid = daterange(lower(valid), $3) WHERE unit_id = $1 AND valid = $2',
      [version.unitId, dateRange.to(version.valid), on],
    );
  }

  /** Now, and not at the commit: what the foreign keys wait for must not be waited for while the audit chain is held. */
  private async closeGap(): Promise<void> {
    await this.database.rows('SET CONSTRAINTS ALL IMMEDIATE');
  }

  private async open(version: UnitVersion): Promise<UnitVersion> {
    await this.database.manager.insert(UnitVersion, version);
    return version;
  }
}

const told = ({ name, category, code, parentId, decision }: UnitVersion) => ({
  name,
  category,
  code,
  parentId,
  decision,
});
