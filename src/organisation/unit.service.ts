import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { AccessPolicy } from '../platform/access/access-policy.js';
import { Database } from '../platform/database/database.js';
import { InvalidFieldError, NotFoundError } from '../platform/errors/domain-error.js';
import { today } from '../platform/database/today.js';
import { BorderService } from './border.service.js';
import {
  ParentMovesLaterError,
  TooManyUnitsError,
  UnitChangeTooEarlyError,
  UnitEndedError,
} from './organisation.errors.js';
import type { UnitQuery } from './unit.dto.js';
import { Unit } from './unit.entity.js';
import { UnitVersion } from './unit-version.entity.js';

/** Whatever stands below the committee, wherever the committee itself stood at the time. */
const below = ({ committeeId }: Actor): string => `*.${committeeId}.*`;

/** As many as are answered at once; a base committee has a few hundred. */
const mostUnits = 5000;

interface PartOfTree {
  day: string;
  /** Levels below the first; undefined: all. */
  depth: number | undefined;
  /** Paths of base committees below, which are shown without what they hold. */
  borders: string[];
}

/** The dated tree: every change opens a new version on a day, and no version is ever rewritten backwards. */
@Injectable()
export class UnitService {
  constructor(
    private readonly database: Database,
    private readonly policy: AccessPolicy,
    private readonly borders: BorderService,
  ) {}

  /**
   * Units of the actor's committee as of a day, the committee first, names in natural order (2 < 10 < 10B). Of a base
   * committee below it stands the committee alone; what it holds is its own.
   * @throws TooManyUnitsError where a part of the tree has to be chosen
   */
  async tree(actor: Actor, { asOf = today(), below: top, depth }: UnitQuery = {}): Promise<UnitVersion[]> {
    const first = await this.find(actor, top ?? actor.committeeId, asOf);
    if (!first) return [];
    const part = this.part(first, { day: asOf, depth, borders: await this.borders.below(asOf) });
    // Counted before they are put in order: 130.000 names take a second to sort.
    const some = await part
      .clone()
      .select('unit.unitId')
      .limit(mostUnits + 1)
      .getRawMany();
    if (some.length > mostUnits) throw new TooManyUnitsError(mostUnits);
    return part.orderBy('nlevel(unit.path)').addOrderBy('unit.name COLLATE vi_natural').getMany();
  }

  /** A unit and what stands below it. A few levels of a large tree are found from parent to child, without the rest. */
  private part({ unitId, path }: UnitVersion, { day, depth, borders }: PartOfTree) {
    const all = this.database.manager
      .createQueryBuilder(UnitVersion, 'unit')
      .where('unit.valid @> :day::date', { day })
      .andWhere('unit.path <@ :path::ltree', { path })
      .andWhere('NOT subpath(unit.path, 0, -1) <@ :borders::ltree[]', { borders });
    if (depth === undefined) return all;
    const levels = `WITH RECURSIVE level AS (
        SELECT :unitId::uuid AS id, 0 AS depth UNION ALL
        SELECT v.unit_id, level.depth + 1 FROM level JOIN unit_version v ON v.parent_id = level.id AND v.valid @> :day::date
         WHERE level.depth < :depth) SELECT id FROM level`;
    return all.andWhere(`unit.unitId IN (${levels})`, { unitId, depth });
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

  /** A committee, at the root of a tree where nothing is above it. */
  async foundCommittee(id: string, name: string, foundedOn: string, above: UnitVersion | null): Promise<void> {
    await this.database.manager.insert(Unit, { id, createdAt: new Date() });
    await this.database.manager.insert(UnitVersion, {
      ...{ unitId: id, valid: { from: foundedOn, to: null }, name, kind: 'committee', category: null, code: null },
      ...{ parentId: above?.unitId ?? null, path: above ? `${above.path}.${id}` : id },
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
  async withinReach(actor: Actor, id: string, day: string): Promise<UnitVersion> {
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

  /** A unit under which another one may stand from that day on. @throws ParentMovesLaterError, InvalidFieldError */
  async parent(actor: Actor, id: string, day: string, field = 'parentId'): Promise<UnitVersion> {
    const unit = await this.withinReach(actor, id, day);
    if (unit.kind !== 'committee') throw new InvalidFieldError(field, 'Chi bộ không có tổ chức đảng cấp dưới.');
    const later = (await this.history(actor, id)).filter(({ valid }) => valid.to === null || valid.to > day);
    const moved = later.find(({ path }) => path !== unit.path);
    const end = later.at(-1)?.valid.to;
    if (moved || end) throw new ParentMovesLaterError(unit.name, moved?.valid.from ?? end ?? day);
    return unit;
  }

  /** The version that still holds, if a change on `day` may follow it. */
  async standing(actor: Actor, id: string, day: string): Promise<UnitVersion> {
    const last = (await this.versions(actor, id)).at(-1);
    const isWithin = last && this.policy.isBelowReach(actor, last.path) && (await this.isOwn(actor, last.path));
    if (!isWithin) throw new NotFoundError('tổ chức đảng đang hoạt động');
    if (last.valid.to !== null) throw new UnitEndedError(last.name, last.valid.to);
    if (day < last.valid.from) throw new UnitChangeTooEarlyError(last.name, last.valid.from);
    return last;
  }
}
