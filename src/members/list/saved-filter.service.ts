import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { ForbiddenError } from '../../platform/access/access.errors.js';
import { AccessPolicy } from '../../platform/access/access-policy.js';
import type { Actor } from '../../platform/access/actor.js';
import { type AuditEvent, AuditTrail, changesBetween } from '../../platform/audit/audit-trail.js';
import { Database } from '../../platform/database/database.js';
import { InvalidFieldError, NotFoundError } from '../../platform/errors/domain-error.js';
import { TooManyFiltersError } from '../members.errors.js';
import { memberFilter } from './member-filter.js';
import type { MemberFilter } from './member-filter.dto.js';
import type { SavedFilterDto, SaveFilterDto, UpdateSavedFilterDto } from './saved-filter.dto.js';
import { SavedFilter } from './saved-filter.entity.js';

/** Of one account. */
const MOST = 50;

/** Filters under a name. One is a question only: whoever asks it is answered what he may see. */
@Injectable()
export class SavedFilterService {
  constructor(
    private readonly database: Database,
    private readonly policy: AccessPolicy,
    private readonly audit: AuditTrail,
  ) {}

  /** One's own and, for those who reach the whole register, what was shared with them; in the order of names. */
  async list(actor: Actor): Promise<SavedFilterDto[]> {
    const filters = await this.database.manager
      .createQueryBuilder(SavedFilter, 'f')
      .where('f.committeeId = :committeeId AND (f.accountId = :accountId OR (f.isShared AND :seesShared))', {
        ...{ committeeId: actor.committeeId, accountId: actor.accountId, seesShared: this.isOffice(actor) },
      })
      .orderBy('f.name COLLATE vi_natural')
      .addOrderBy('f.id')
      .getMany();
    return filters.map((filter) => dtoOf(actor, filter));
  }

  async save(actor: Actor, dto: SaveFilterDto): Promise<SavedFilterDto> {
    this.requireFit(actor, dto);
    const { committeeId, accountId } = actor;
    if ((await this.database.manager.countBy(SavedFilter, { committeeId, accountId })) >= MOST) {
      throw new TooManyFiltersError(MOST);
    }
    const filter = { ...dto, query: said(dto.query), committeeId, accountId, id: uuidv7(), createdAt: new Date() };
    await this.database.manager.insert(SavedFilter, filter);
    const { id, name, query, isShared } = filter;
    this.audit.record(actor, told('created', id, isShared, { name, query, isShared }));
    return dtoOf(actor, filter);
  }

  async change(actor: Actor, id: string, dto: UpdateSavedFilterDto): Promise<SavedFilterDto> {
    const before = await this.own(actor, id);
    this.requireFit(actor, dto);
    const change = { ...dto, ...(dto.query && { query: said(dto.query) }) };
    const changes = changesBetween<Partial<SavedFilter>>(before, change);
    if (Object.keys(changes).length === 0) {
      this.audit.nothingToRecord();
      return dtoOf(actor, before);
    }
    await this.database.manager.update(SavedFilter, { committeeId: actor.committeeId, id }, change);
    const after = { ...before, ...change };
    this.audit.record(actor, told('changed', id, before.isShared || after.isShared, { name: before.name, ...changes }));
    return dtoOf(actor, after);
  }

  async remove(actor: Actor, id: string): Promise<void> {
    const { name, isShared } = await this.own(actor, id);
    await this.database.manager.delete(SavedFilter, { committeeId: actor.committeeId, id });
    this.audit.record(actor, told('removed', id, isShared, { name }));
  }

  /** Somebody else's is not his to change: to him it is not there. */
  private async own(actor: Actor, id: string): Promise<SavedFilter> {
    const { committeeId, accountId } = actor;
    const filter = await this.database.manager.findOneBy(SavedFilter, { committeeId, id, accountId });
    if (!filter) throw new NotFoundError('bộ lọc này trong các bộ lọc của đồng chí');
    return filter;
  }

  private requireFit(actor: Actor, { query, isShared }: UpdateSavedFilterDto): void {
    if (isShared && !this.isOffice(actor)) throw new ForbiddenError();
    if (!query) return;
    if (Object.keys(said(query)).length === 0) throw new InvalidFieldError('query', 'Chưa chọn điều kiện nào để lưu.');
    memberFilter(this.policy, actor, query);
  }

  /** Who works in the committee and reaches its whole register: to others the words of a filter could tell of people beyond. */
  private isOffice(actor: Actor): boolean {
    return this.policy.cellsOf(actor) === null && this.policy.isOfTheHouse(actor);
  }
}

/** What somebody asks for himself alone is nobody's, not even the trail's readers': of it the trail says that it was saved. */
const told = (verb: string, id: string, isShared: boolean, values: Record<string, unknown>): AuditEvent => ({
  action: `saved-filter.${verb}`,
  subject: { kind: 'saved-filter', id },
  values: isShared ? values : {},
});

/** Only what is asked: a field that was left out is none. */
const said = (query: MemberFilter): MemberFilter =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== null));

const dtoOf = (actor: Actor, { id, name, query, isShared, accountId }: SavedFilter): SavedFilterDto => ({
  ...{ id, name, query, isShared },
  isOwn: accountId === actor.accountId,
});
