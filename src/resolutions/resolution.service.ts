import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../platform/access/actor.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';
import { constraintsMean } from '../platform/errors/constraint-violation.js';
import { NotFoundError } from '../platform/errors/domain-error.js';
import type { CreateResolutionDto, ResolutionQuery, UpdateResolutionDto } from './resolution.dto.js';
import { ResolutionFileService } from './resolution-file.service.js';
import { Resolution } from './resolution.entity.js';

constraintsMean({
  resolution_committee_id_number_issuer_issued_on_key: ['resolution.exists', 'Văn bản này đã có trong danh sách.'],
  session_resolution_committee_id_resolution_id_fkey: ['resolution.in-use', 'Văn bản đang được một hội nghị sử dụng.'],
});

@Injectable()
export class ResolutionService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly files: ResolutionFileService,
  ) {}

  /** Newest first. */
  list(actor: Actor, query: ResolutionQuery): Promise<Resolution[]> {
    const found = this.database.manager
      .createQueryBuilder(Resolution, 'resolution')
      .where('resolution.committeeId = :committeeId', actor)
      .orderBy('resolution.issuedOn', 'DESC')
      .addOrderBy('resolution.id');
    if (query.search) {
      const text = `concat_ws(' ', resolution.number, resolution.title, resolution.issuer)`;
      found.andWhere(`position(search_key(:search) IN search_key(${text})) > 0`, { search: query.search });
    }
    return found.getMany();
  }

  async get(actor: Actor, id: string): Promise<Resolution> {
    const resolution = await this.database.manager.findOneBy(Resolution, { committeeId: actor.committeeId, id });
    if (!resolution) throw new NotFoundError('văn bản');
    return resolution;
  }

  async create(actor: Actor, dto: CreateResolutionDto): Promise<Resolution> {
    const id = uuidv7();
    const { committeeId } = actor;
    await this.database.manager.insert(Resolution, {
      ...dto,
      number: dto.number ?? null,
      committeeId,
      id,
      createdAt: new Date(),
    });
    this.audit.record(actor, { action: 'resolution.created', subject: subjectOf(id), values: { ...dto } });
    return this.get(actor, id);
  }

  async update(actor: Actor, id: string, dto: UpdateResolutionDto): Promise<Resolution> {
    const before = await this.get(actor, id);
    if (Object.keys(dto).length > 0)
      await this.database.manager.update(Resolution, { committeeId: actor.committeeId, id }, dto);
    const after = await this.get(actor, id);
    this.audit.recordChange(actor, { action: 'resolution.changed', subject: subjectOf(id), before, after });
    return after;
  }

  /** With its files. Refused by the database while a session studies it. */
  async remove(actor: Actor, id: string): Promise<void> {
    const { number, title, issuer, issuedOn, level } = await this.get(actor, id);
    await this.files.removeAll(actor, id);
    await this.database.manager.delete(Resolution, { committeeId: actor.committeeId, id });
    const values = { number, title, issuer, issuedOn, level };
    this.audit.record(actor, { action: 'resolution.removed', subject: subjectOf(id), values });
  }
}

const subjectOf = (id: string) => ({ kind: 'resolution', id });
