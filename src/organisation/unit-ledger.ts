import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../platform/access/actor.js';
import { Database } from '../platform/database/database.js';
import { dateRange } from '../platform/database/date-range.js';
import { NotFoundError } from '../platform/errors/domain-error.js';
import { UnitChangeTooEarlyError } from './organisation.errors.js';
import type { UnitDocumentDto } from './unit.dto.js';
import { Unit } from './unit.entity.js';
import { UnitChange, type UnitChangeKind, type UnitPart } from './unit-change.entity.js';
import { UnitVersion } from './unit-version.entity.js';

export interface ChangeHead {
  kind: UnitChangeKind;
  on: string;
  document: UnitDocumentDto | null | undefined;
}

/** The versions of a unit `u` that a change on `day` may touch: what holds from then on, and what ends on it. */
export const versionsFrom = (unit: string, day: string): string => `
  coalesce((SELECT jsonb_agg(to_jsonb(v) ORDER BY v.valid) FROM unit_version v
             WHERE v.unit_id = ${unit} AND (upper_inf(v.valid) OR upper(v.valid) >= ${day})), '[]')`;

/** A change to the tree while it is written: whoever takes part is seen before and after. */
export class UnitStep {
  readonly id = uuidv7();

  constructor(
    private readonly database: Database,
    readonly on: string,
  ) {}

  /** Notes how units stand before they are touched. */
  async take(unitIds: readonly string[], part: UnitPart): Promise<void> {
    await this.database.rows(
      `INSERT INTO unit_change_part (change_id, unit_id, part, before, after)
       SELECT $1, u.id, $3, ${versionsFrom('u.id', '$4::date')}, '[]' FROM unnest($2::uuid[]) AS u(id)`,
      [this.id, unitIds, part, this.on],
    );
  }

  /** A unit that is not there yet. @returns its id */
  async plant(part: UnitPart): Promise<string> {
    const id = uuidv7();
    await this.database.manager.insert(Unit, { id, createdAt: new Date() });
    await this.take([id], part);
    return id;
  }

  /** Ends a version on the day of the change; one that begins on it gives way to what stood before. */
  async end({ unitId, valid, name }: UnitVersion, mayVanish = false): Promise<void> {
    const key = [unitId, dateRange.to(valid)];
    if (valid.from < this.on) {
      const ended =
        'UPDATE unit_version SET valid = daterange(lower(valid), $3) WHERE unit_id = $1 AND valid = $2 RETURNING unit_id';
      return this.requireOne(ended, [...key, this.on]);
    }
    const [before] = await this.database.rows('SELECT FROM unit_version WHERE unit_id = $1 AND upper(valid) = $2', [
      unitId,
      this.on,
    ]);
    if (valid.from > this.on || (!before && !mayVanish)) throw new UnitChangeTooEarlyError(name, valid.from);
    await this.requireOne('DELETE FROM unit_version WHERE unit_id = $1 AND valid = $2 RETURNING unit_id', key);
  }

  /** What row-level security keeps from a change is not there; then nothing is told of it either. */
  private async requireOne(statement: string, key: string[]): Promise<void> {
    const touched = await this.database.rows(statement, key);
    if (touched.length !== 1) throw new NotFoundError('tổ chức đảng đang hoạt động');
  }

  async open(version: Omit<UnitVersion, 'valid'>): Promise<UnitVersion> {
    const opened = { ...version, valid: { from: this.on, to: null } };
    await this.database.manager.insert(UnitVersion, opened);
    return opened;
  }
}

/** Writes changes to the tree, one after another in a committee, each with what stood before. */
@Injectable()
export class UnitLedger {
  constructor(private readonly database: Database) {}

  /**
   * Between the halves of a change the tree has gaps; foreign keys look at it when the work is done.
   * @param work takes the units that it touches, then touches them
   */
  write<T>(actor: Actor, { kind, on, document }: ChangeHead, work: (step: UnitStep) => Promise<T>): Promise<T> {
    return this.database.transaction(async () => {
      await this.oneAtATime(actor);
      const step = new UnitStep(this.database, on);
      await this.database.manager.insert(UnitChange, {
        ...{ id: step.id, kind, effectiveOn: on, recordedAt: new Date() },
        decisionNumber: document?.number ?? null,
        decisionIssuer: document?.issuer ?? null,
        decidedOn: document?.issuedOn ?? null,
      });
      await this.database.rows('SET CONSTRAINTS ALL DEFERRED');
      const result = await work(step);
      await this.database.rows('SET CONSTRAINTS ALL IMMEDIATE');
      await this.database.rows(
        `UPDATE unit_change_part p SET after = ${versionsFrom('p.unit_id', '$2::date')} WHERE p.change_id = $1`,
        [step.id, on],
      );
      return result;
    });
  }

  /** Two people who change one tree at once would each see it without the other's change. A base committee below does not move. */
  async oneAtATime({ committeeId }: Actor): Promise<void> {
    await this.database.rows(`SELECT pg_advisory_xact_lock(hashtextextended('tree of ' || $1, 0))`, [committeeId]);
  }
}
