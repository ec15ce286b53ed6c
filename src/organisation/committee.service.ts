import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';
import { today } from '../platform/database/today.js';
import { NotFoundError } from '../platform/errors/domain-error.js';
import { CommitteeDto, type UpdateCommitteeDto } from './committee.dto.js';
import { Committee } from './committee.entity.js';
import { UnitService } from './unit.service.js';
import type { UnitVersion } from './unit-version.entity.js';

/** What a committee decides for itself later. */
export const initialSettings = { undoSeconds: 300, showsNamesAbove: false, demandsSecondFactor: false } as const;

@Injectable()
export class CommitteeService {
  constructor(
    private readonly database: Database,
    private readonly units: UnitService,
    private readonly audit: AuditTrail,
  ) {}

  /** The actor's committee, named as it stood in the tree on `day`. */
  async get(actor: Actor, day: string = today()): Promise<CommitteeDto> {
    const committee = await this.database.manager.findOneBy(Committee, { id: actor.committeeId });
    if (!committee) throw new NotFoundError('đảng bộ');
    return CommitteeDto.from(committee, (await this.units.asOf(actor, committee.id, day)).name);
  }

  async update(actor: Actor, dto: UpdateCommitteeDto): Promise<CommitteeDto> {
    const before = await this.get(actor);
    if (Object.keys(dto).length > 0) await this.database.manager.update(Committee, { id: actor.committeeId }, dto);
    const after = await this.get(actor);
    const subject = { kind: 'committee', id: actor.committeeId };
    this.audit.recordChange(actor, { action: 'committee.changed', subject, before, after });
    return after;
  }

  /** How many committees are here, and the body's name for the door: null where there is none, or more than one. */
  async atDoor(): Promise<{ committees: number; bodyName: string | null }> {
    const [found] = await this.database.rows<{ committees: number; bodyName: string | null }>(
      'SELECT committees::int, body_name AS "bodyName" FROM committees_at_door()',
    );
    return found ?? { committees: 0, bodyName: null };
  }

  /** A committee with its place in the tree, at the root where nothing is above it, within the caller's transaction. */
  async create(committee: Committee, name: string, foundedOn: string, above: UnitVersion | null = null): Promise<void> {
    await this.units.foundCommittee(committee.id, name, foundedOn, above);
    await this.database.manager.insert(Committee, committee);
  }
}
