import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../platform/access/actor.js';
import { AccessPolicy } from '../platform/access/access-policy.js';
import { Database } from '../platform/database/database.js';
import { dateRange } from '../platform/database/date-range.js';
import { InvalidFieldError, NotFoundError } from '../platform/errors/domain-error.js';
import { today } from '../platform/database/today.js';
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
  ) {}

  /** Units of the actor's committee as of a day, the committee first, names in natural order (2 < 10 < 10B). */
  tree(actor: Actor, asOf: string = today()): Promise<UnitVersion[]> {
    return this.database.manager
      .createQueryBuilder(UnitVersion, 'unit')
      .where('unit.valid @> :asOf::date', { asOf })
      .andWhere('unit.path ~ :within::lquery', { within: below(actor) })
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

  /** The root of a tree; for the first run. */
  async foundCommittee(id: string, name: string, foundedOn: string): Promise<void> {
    await this.database.manager.insert(Unit, { id, createdAt: new Date() });
    const valid = { from: foundedOn, to: null };
    await this.open({
      unitId: id,
      valid,
      name,
      kind: 'committee',
      category: null,
      code: null,
      parentId: null,
      path: id,
      decision: null,
    });
  }

  change(actor: Actor, id: string, dto: ChangeUnitDto): Promise<UnitVersion> {
    return this.database.transaction(async () => {
      const last = await this.standing(actor, id, dto.from);
      const parent = dto.parentId ? await this.withinReach(actor, dto.parentId, dto.from) : null;
      if (parent?.path.split('.').includes(id)) {
        throw new InvalidFieldError('parentId', 'Không thể đặt một tổ chức đảng dưới chính nó.');
      }
      await this.end(last, dto.from);
      return this.open({
        ...last,
        valid: { from: dto.from, to: null },
        name: dto.name ?? last.name,
        category: dto.category === undefined ? last.category : dto.category,
        code: dto.code === undefined ? last.code : dto.code,
        decision: dto.decision ?? null,
        ...(parent && { parentId: parent.unitId, path: `${parent.path}.${id}` }),
      });
    });
  }

  /** Ends a unit. Refused by the database while members or lower units still stand in it after that day. */
  dissolve(actor: Actor, id: string, dto: DissolveUnitDto): Promise<void> {
    return this.database.transaction(async () => {
      const last = await this.standing(actor, id, dto.on);
      await this.end(last, dto.on);
    });
  }

  /** @throws NotFoundError where the unit is not of this committee or does not stand on that day */
  async asOf(actor: Actor, id: string, day: string): Promise<UnitVersion> {
    const version = (await this.versions(actor, id)).find(
      ({ valid }) => valid.from <= day && (valid.to === null || day < valid.to),
    );
    if (!version) throw new NotFoundError('tổ chức đảng vào ngày đó');
    return version;
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

  private async open(version: UnitVersion): Promise<UnitVersion> {
    await this.database.manager.insert(UnitVersion, version);
    return version;
  }
}
