import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { AuditTrail, changesBetween } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';
import { InvalidFieldError } from '../platform/errors/domain-error.js';
import { defaultRules, type Rules } from './data-rules.js';
import { DataRules } from './data-rules.entity.js';
import type { DataRulesDto } from './data-rules.dto.js';

/** The committee's periods, holidays and times of keeping. A change holds for requests that come in after it. */
@Injectable()
export class DataRulesService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  async get({ committeeId }: Pick<Actor, 'committeeId'>): Promise<Rules> {
    const own = await this.database.manager.findOneBy(DataRules, { committeeId });
    if (!own) return defaultRules;
    const { acknowledgeWorkingDays, days, yearlyHolidays, datedHolidays, retention } = own;
    // A kind that came later than the committee's own rules has its default.
    const allKinds = { ...defaultRules.retention, ...retention };
    return { acknowledgeWorkingDays, days, yearlyHolidays, datedHolidays, retention: allKinds };
  }

  async change(actor: Actor, dto: DataRulesDto): Promise<Rules> {
    const wrong = dto.datedHolidays.findIndex(({ from, to }) => to < from);
    if (wrong >= 0) throw new InvalidFieldError(`datedHolidays[${wrong}].to`, 'Ngày cuối không được trước ngày đầu.');
    const { committeeId, accountId } = actor;
    const before = await this.get(actor);
    // A plain copy: what the rules of the request made of classes is stored as JSON.
    const after = JSON.parse(JSON.stringify(dto)) as Rules;
    const row = { ...after, committeeId, changedAt: new Date(), changedBy: accountId };
    await this.database.manager.upsert(DataRules, row, ['committeeId']);
    const subject = { kind: 'committee', id: committeeId };
    this.audit.record(actor, { action: 'data-rules.changed', subject, values: changesBetween(before, after) });
    return this.get(actor);
  }
}
