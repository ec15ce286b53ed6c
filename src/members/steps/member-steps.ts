import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../platform/access/actor.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Database } from '../../platform/database/database.js';
import { NotFoundError } from '../../platform/errors/domain-error.js';
import { datedRows, replaceDatedRows } from '../dated-rows.js';
import { subjectOf } from '../member-events.js';
import { ChangedSinceStepError, NotLastStepError } from '../members.errors.js';
import { MemberStep } from './member-step.entity.js';
import { requireStay } from './stay.js';
import type { PaperDto } from './member-step.dto.js';

type Dated = Record<string, unknown> & { official_on: string | null };

export interface Step extends Pick<MemberStep, 'kind'> {
  on: string;
  reason?: MemberStep['reason'];
  paper?: PaperDto | undefined;
}

/** All that is dated of a member `m`. */
const datedOf = `jsonb_build_object('official_on', m.official_on, ${datedRows})`;

/** What happens to members, kept with what stood before, so that the last of it can be taken back. */
@Injectable()
export class MemberSteps {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  /** Within the request's transaction. `act` changes what is dated of the member, and tells the trail. */
  async take({ committeeId }: Actor, memberId: string, step: Step, act: () => Promise<void>): Promise<void> {
    const before = await this.dated(committeeId, memberId);
    await act();
    const { kind, on, reason = null, paper } = step;
    const row: MemberStep = {
      ...{ committeeId, id: uuidv7(), memberId, kind, reason, effectiveOn: on, recordedAt: new Date() },
      ...{ paperNumber: paper?.number ?? null, paperOn: paper?.on ?? null },
      ...{ before, after: await this.dated(committeeId, memberId) },
    };
    await this.database.manager.insert(MemberStep, row);
    await requireStay(this.database, committeeId, [memberId]);
  }

  /** @throws NotFoundError, NotLastStepError, ChangedSinceStepError */
  async takeBack({ committeeId, ...actor }: Actor, memberId: string, id: string): Promise<void> {
    const now = await this.dated(committeeId, memberId);
    const step = await this.database.manager.findOneBy(MemberStep, { committeeId, memberId, id });
    if (!step) throw new NotFoundError('bước này');
    if ((await this.last(committeeId, memberId))?.id !== id) throw new NotLastStepError();
    if (!(await this.isAlike(now, step.after))) throw new ChangedSinceStepError();
    await this.database.manager.delete(MemberStep, { committeeId, id });
    const { official_on: officialOn, ...rows } = step.before as Dated;
    await this.database.rows('UPDATE member SET official_on = $3 WHERE committee_id = $1 AND id = $2', [
      ...[committeeId, memberId, officialOn],
    ]);
    await replaceDatedRows(this.database, committeeId, [memberId], (table) => rows[table]);
    const values = { step: step.kind, reason: step.reason, on: step.effectiveOn };
    this.audit.record(
      { committeeId, ...actor },
      { action: 'member.step-taken-back', subject: subjectOf(memberId), values },
    );
  }

  /** What was recorded last. */
  async last(committeeId: string, memberId: string): Promise<MemberStep | null> {
    return this.database.manager.findOne(MemberStep, { where: { committeeId, memberId }, order: { id: 'DESC' } });
  }

  /** Nobody else changes the member before this transaction is over. */
  private async dated(committeeId: string, memberId: string): Promise<Dated> {
    const [found] = await this.database.rows<{ dated: Dated }>(
      `SELECT ${datedOf} AS dated FROM member m WHERE m.committee_id = $1 AND m.id = $2 FOR UPDATE`,
      [committeeId, memberId],
    );
    if (!found) throw new NotFoundError('đảng viên');
    return found.dated;
  }

  private async isAlike(one: object, other: object): Promise<boolean> {
    const [answer] = await this.database.rows<{ same: boolean }>('SELECT $1::jsonb = $2::jsonb AS same', [
      ...[JSON.stringify(one), JSON.stringify(other)],
    ]);
    return answer?.same === true;
  }
}
