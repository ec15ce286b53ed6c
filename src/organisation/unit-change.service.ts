import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { AuditTrail, changesBetween } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';
import { InvalidFieldError } from '../platform/errors/domain-error.js';
import { NothingChangesError } from './organisation.errors.js';
import type { ChangeUnitDto, CreateUnitDto, DissolveUnitDto } from './unit.dto.js';
import { UnitLedger, type UnitStep } from './unit-ledger.js';
import { UnitService } from './unit.service.js';
import type { UnitVersion } from './unit-version.entity.js';

/** Units are founded, renamed, renumbered, moved and dissolved: each on a day, today, earlier or later, by a document. */
@Injectable()
export class UnitChangeService {
  constructor(
    private readonly database: Database,
    private readonly units: UnitService,
    private readonly ledger: UnitLedger,
    private readonly audit: AuditTrail,
  ) {}

  found(actor: Actor, dto: CreateUnitDto): Promise<UnitVersion> {
    const head = { kind: 'founded', on: dto.foundedOn, document: dto.document } as const;
    return this.ledger.write(actor, head, async (step) => {
      const parent = await this.units.parent(actor, dto.parentId ?? actor.committeeId, dto.foundedOn);
      const id = await step.plant('subject');
      const values = { ...dto, parentId: parent.unitId };
      this.audit.record(actor, { action: 'unit.founded', subject: { kind: 'unit', id }, values });
      return step.open({
        ...{ unitId: id, name: dto.name, kind: dto.kind, category: dto.category ?? null, code: dto.code ?? null },
        ...{ parentId: parent.unitId, path: `${parent.path}.${id}` },
      });
    });
  }

  change(actor: Actor, id: string, dto: ChangeUnitDto): Promise<UnitVersion> {
    const head = { kind: 'changed', on: dto.from, document: dto.document } as const;
    return this.ledger.write(actor, head, async (step) => {
      const last = await this.units.standing(actor, id, dto.from);
      const next = { ...last, ...(await this.changed(actor, last, dto)) };
      const changes = changesBetween(told(last), told(next));
      if (Object.keys(changes).length === 0) throw new NothingChangesError(last.name);
      await step.take([id], 'subject');
      if (next.path !== last.path) await this.moveBelow(step, last, next.path);
      await step.end(last, true);
      const opened = await step.open(next);
      const values = { from: dto.from, ...changes, document: dto.document };
      this.audit.record(actor, { action: 'unit.changed', subject: { kind: 'unit', id }, values });
      return opened;
    });
  }

  /** Ends a unit. Refused by the database while members or lower units still stand in it after that day. */
  dissolve(actor: Actor, id: string, dto: DissolveUnitDto): Promise<void> {
    const head = { kind: 'dissolved', on: dto.on, document: dto.document } as const;
    return this.ledger.write(actor, head, async (step) => {
      const last = await this.units.standing(actor, id, dto.on);
      await step.take([id], 'subject');
      await step.end(last);
      const values = { name: last.name, on: dto.on, document: dto.document };
      this.audit.record(actor, { action: 'unit.dissolved', subject: { kind: 'unit', id }, values });
    });
  }

  private async changed(actor: Actor, last: UnitVersion, dto: ChangeUnitDto): Promise<Partial<UnitVersion>> {
    const { name = last.name, category = last.category, code = last.code } = dto;
    const fields = { name, category, code };
    if (!dto.parentId || dto.parentId === last.parentId) return fields;
    const parent = await this.units.parent(actor, dto.parentId, dto.from);
    if (parent.path === last.path || parent.path.startsWith(`${last.path}.`)) {
      throw new InvalidFieldError('parentId', 'Một tổ chức đảng không đứng dưới chính nó.');
    }
    return { ...fields, parentId: parent.unitId, path: `${parent.path}.${last.unitId}` };
  }

  /** Whatever lies below goes along from that day on; until then it stays where it was. */
  private async moveBelow({ id, on }: UnitStep, { unitId, path }: UnitVersion, to: string): Promise<void> {
    const key = [path, unitId, on];
    const lower = 'path <@ $1::ltree AND unit_id <> $2 AND (upper_inf(valid) OR upper(valid) > $3::date)';
    await this.database.rows(
      `INSERT INTO unit_change_part (change_id, unit_id, part, before, after)
       SELECT $4, unit_id, 'below', jsonb_agg(to_jsonb(v) ORDER BY valid), '[]' FROM unit_version v
        WHERE path <@ $1::ltree AND unit_id <> $2 AND (upper_inf(valid) OR upper(valid) >= $3::date) GROUP BY unit_id`,
      [...key, id],
    );
    const moved = '$4::ltree || subpath(path, nlevel($1::ltree))';
    await this.database.rows(`UPDATE unit_version SET path = ${moved} WHERE ${lower} AND lower(valid) >= $3::date`, [
      ...key,
      to,
    ]);
    await this.database.rows(
      `WITH cut AS (
         UPDATE unit_version SET valid = daterange(lower(valid), $3) WHERE ${lower} RETURNING new.*, upper(old.valid) AS until)
       INSERT INTO unit_version (unit_id, valid, name, kind, category, code, parent_id, path)
       SELECT unit_id, daterange($3, until), name, kind, category, code, parent_id, ${moved} FROM cut`,
      [...key, to],
    );
  }
}

const told = ({ name, category, code, parentId }: UnitVersion) => ({ name, category, code, parentId });
