import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../platform/access/actor.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';
import { InvalidFieldError, NotFoundError } from '../platform/errors/domain-error.js';
import type { CellGroupDto, SaveCellGroupDto } from './cell-group.dto.js';
import { CellGroup, CellGroupCell } from './cell-group.entity.js';
import { UnitService } from './unit.service.js';

@Injectable()
export class CellGroupService {
  constructor(
    private readonly database: Database,
    private readonly units: UnitService,
    private readonly audit: AuditTrail,
  ) {}

  list(actor: Actor): Promise<CellGroupDto[]> {
    return this.database.rows<CellGroupDto>(
      `SELECT g.id, g.name, array_agg(c.cell_id ORDER BY c.position) AS "cellIds"
         FROM cell_group g JOIN cell_group_cell c ON (c.committee_id, c.group_id) = (g.committee_id, g.id)
        WHERE g.committee_id = $1
        GROUP BY g.id, g.name ORDER BY g.name COLLATE vi_natural`,
      [actor.committeeId],
    );
  }

  create(actor: Actor, dto: SaveCellGroupDto): Promise<CellGroupDto> {
    return this.database.transaction(async () => {
      const id = uuidv7();
      await this.database.manager.insert(CellGroup, { committeeId: actor.committeeId, id, name: dto.name });
      this.audit.record(actor, { action: 'cell-group.created', subject: subjectOf(id), values: { ...dto } });
      return this.fill(actor, id, dto);
    });
  }

  replace(actor: Actor, id: string, dto: SaveCellGroupDto): Promise<CellGroupDto> {
    return this.database.transaction(async () => {
      const before = await this.one(actor, id);
      const key = { committeeId: actor.committeeId, id };
      await this.database.manager.update(CellGroup, key, { name: dto.name });
      this.audit.recordChange(actor, {
        action: 'cell-group.changed',
        subject: subjectOf(id),
        before,
        after: { ...dto },
      });
      await this.database.manager.delete(CellGroupCell, { committeeId: actor.committeeId, groupId: id });
      return this.fill(actor, id, dto);
    });
  }

  async remove(actor: Actor, id: string): Promise<void> {
    const { name, cellIds } = await this.one(actor, id);
    await this.database.manager.delete(CellGroup, { committeeId: actor.committeeId, id });
    this.audit.record(actor, { action: 'cell-group.removed', subject: subjectOf(id), values: { name, cellIds } });
  }

  private async one(actor: Actor, id: string): Promise<CellGroupDto> {
    const group = (await this.list(actor)).find((one) => one.id === id);
    if (!group) throw new NotFoundError('khối');
    return group;
  }

  private async fill(actor: Actor, id: string, dto: SaveCellGroupDto): Promise<CellGroupDto> {
    await this.units.requireCells(
      actor,
      dto.cellIds,
      (index) => new InvalidFieldError(`cellIds[${index}]`, 'Không có chi bộ này.'),
    );
    const cells = dto.cellIds.map((cellId, position) => ({
      committeeId: actor.committeeId,
      groupId: id,
      cellId,
      position,
    }));
    await this.database.manager.insert(CellGroupCell, cells);
    return { id, name: dto.name, cellIds: dto.cellIds };
  }
}

const subjectOf = (id: string) => ({ kind: 'cell-group', id });
