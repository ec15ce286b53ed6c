import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Member } from '../members/member.entity.js';
import { MemberService } from '../members/member.service.js';
import type { Actor } from '../platform/access/actor.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';
import { today } from '../platform/database/today.js';
import { InvalidFieldError, NotFoundError } from '../platform/errors/domain-error.js';
import type {
  CompleteDataRequestDto,
  CreateDataRequestDto,
  DataRequestDto,
  DataRequestQuery,
  ExtendDataRequestDto,
  RefuseDataRequestDto,
} from './data-request.dto.js';
import { DataRequest } from './data-request.entity.js';
import { DataRulesService } from './data-rules.service.js';
import { MemberEraser } from './member-eraser.js';
import {
  AlreadyAcknowledgedError,
  AlreadyExtendedError,
  RequestClosedError,
  SubjectErasedError,
  TooLateToExtendError,
  WrongCompletionError,
} from './personal-data.errors.js';
import { isClosed, mayOf, waitsOf } from './request-state.js';
import { addDays, addWorkingDays } from './working-days.js';

type Row = Omit<DataRequestDto, 'may' | 'daysLeft' | 'daysToAcknowledge'>;

const columns = `
  r.id, r.member_id AS "memberId", m.full_name AS "memberName", r.kind, r.state, r.detail, r.received_on AS "receivedOn",
  a.display_name AS "receivedBy", r.acknowledge_by AS "acknowledgeBy", r.acknowledged_at AS "acknowledgedAt",
  b.display_name AS "acknowledgedBy", coalesce(r.extended_to, r.due_on) AS "dueOn", r.due_on AS "firstDueOn",
  r.extended_at AS "extendedAt", c.display_name AS "extendedBy", r.extension_reason AS "extensionReason",
  r.closed_at AS "closedAt", d.display_name AS "closedBy", r.outcome, r.refusal_ground AS "refusalGround"`;

/** Requests about personal data, from the day on which they come in to their end; every step stands in the audit trail. */
@Injectable()
export class DataRequestService {
  constructor(
    private readonly database: Database,
    private readonly members: MemberService,
    private readonly rules: DataRulesService,
    private readonly eraser: MemberEraser,
    private readonly audit: AuditTrail,
  ) {}

  /** What is due first stands first; what is over follows, the latest first. */
  async list(actor: Actor, { state, memberId }: DataRequestQuery, id: string | null = null): Promise<DataRequestDto[]> {
    const rows = await this.database.rows<Row>(
      `SELECT ${columns} FROM data_request r
         JOIN member m ON (m.committee_id, m.id) = (r.committee_id, r.member_id)
         JOIN account a ON a.id = r.received_by LEFT JOIN account b ON b.id = r.acknowledged_by
         LEFT JOIN account c ON c.id = r.extended_by LEFT JOIN account d ON d.id = r.closed_by
        WHERE r.committee_id = $1 AND ($2::text IS NULL OR (r.closed_at IS NULL) = ($2 = 'open'))
          AND ($3::uuid IS NULL OR r.member_id = $3) AND ($4::uuid IS NULL OR r.id = $4)
        ORDER BY r.closed_at DESC NULLS FIRST,
                 CASE WHEN r.acknowledged_at IS NULL THEN r.acknowledge_by ELSE coalesce(r.extended_to, r.due_on) END, r.id`,
      [actor.committeeId, state ?? null, memberId ?? null, id],
    );
    const now = today();
    return rows.map((row) => ({ ...row, ...waitsOf(row, now), may: mayOf(row, now) }));
  }

  async get(actor: Actor, id: string): Promise<DataRequestDto> {
    const [found] = await this.list(actor, {}, id);
    if (!found) throw new NotFoundError('yêu cầu này');
    return found;
  }

  /** Who asks under an entry that was made one with another asks under the one that goes on. */
  async receive(actor: Actor, { kind, receivedOn, detail, ...asked }: CreateDataRequestDto): Promise<DataRequestDto> {
    const { committeeId, accountId } = actor;
    const memberId = await this.members.goesOnAs(actor, asked.memberId);
    const member = await this.database.manager.findOneBy(Member, { committeeId, id: memberId });
    if (!member) throw new InvalidFieldError('memberId', 'Không có đảng viên này.');
    if (member.erasedAt) throw new SubjectErasedError();
    if (receivedOn > today()) throw new InvalidFieldError('receivedOn', 'Ngày nhận không được sau hôm nay.');
    const rules = await this.rules.get(actor);
    const [id, receivedAt] = [uuidv7(), new Date()];
    const acknowledgeBy = addWorkingDays(receivedOn, rules.acknowledgeWorkingDays, rules);
    const dueOn = addDays(receivedOn, rules.days[kind]);
    await this.database.manager.insert(DataRequest, {
      ...{ committeeId, id, memberId, kind, state: 'received', detail: detail ?? null, receivedOn, receivedAt },
      ...{ receivedBy: accountId, acknowledgeBy, dueOn },
    });
    this.tell(actor, 'received', id, { memberId, kind, receivedOn, acknowledgeBy, dueOn });
    return this.get(actor, id);
  }

  async acknowledge(actor: Actor, id: string): Promise<DataRequestDto> {
    const { acknowledgedAt } = await this.open(actor, id);
    if (acknowledgedAt) throw new AlreadyAcknowledgedError();
    await this.change(actor, id, { ...this.acknowledgedNow(actor), state: 'acknowledged' });
    this.tell(actor, 'acknowledged', id);
    return this.get(actor, id);
  }

  /** By as much again as the law gave at first, once. */
  async extend(actor: Actor, id: string, { reason }: ExtendDataRequestDto): Promise<DataRequestDto> {
    const { kind, dueOn, extendedTo } = await this.open(actor, id);
    if (extendedTo) throw new AlreadyExtendedError();
    if (today() > dueOn) throw new TooLateToExtendError();
    const rules = await this.rules.get(actor);
    const to = addDays(dueOn, rules.days[kind]);
    const by = { extendedAt: new Date(), extendedBy: actor.accountId, extendedTo: to, extensionReason: reason };
    await this.change(actor, id, by);
    this.tell(actor, 'extended', id, { dueOn: { from: dueOn, to } }, reason);
    return this.get(actor, id);
  }

  async complete(actor: Actor, id: string, { outcome }: CompleteDataRequestDto): Promise<DataRequestDto> {
    const request = await this.open(actor, id);
    if (request.kind === 'delete') throw new WrongCompletionError(true);
    await this.close(actor, request, { state: 'done', outcome });
    this.tell(actor, 'done', id);
    return this.get(actor, id);
  }

  /** Erases who it was, under every entry of his. What is counted stays. */
  async erase(actor: Actor, id: string): Promise<DataRequestDto> {
    const request = await this.open(actor, id);
    if (request.kind !== 'delete') throw new WrongCompletionError(false);
    const memberId = await this.members.goesOnAs(actor, request.memberId);
    await this.eraser.erase(actor, memberId, { requestId: id });
    await this.close(actor, request, { state: 'done', outcome: null });
    this.tell(actor, 'done', id);
    return this.get(actor, id);
  }

  async refuse(actor: Actor, id: string, { ground, explanation }: RefuseDataRequestDto): Promise<DataRequestDto> {
    const request = await this.open(actor, id);
    await this.close(actor, request, { state: 'refused', refusalGround: ground, outcome: explanation });
    this.tell(actor, 'refused', id, { ground }, explanation);
    return this.get(actor, id);
  }

  private async open({ committeeId }: Actor, id: string): Promise<DataRequest> {
    const request = await this.database.manager.findOne(DataRequest, {
      where: { committeeId, id },
      lock: { mode: 'for_no_key_update' },
    });
    if (!request) throw new NotFoundError('yêu cầu này');
    if (isClosed(request)) throw new RequestClosedError();
    return request;
  }

  private acknowledgedNow = ({ accountId }: Actor): Partial<DataRequest> => ({
    ...{ acknowledgedAt: new Date(), acknowledgedBy: accountId },
  });

  /** What is answered at once was acknowledged with the answer. */
  private close(actor: Actor, { id, acknowledgedAt }: DataRequest, end: Partial<DataRequest>): Promise<void> {
    const first = acknowledgedAt ? {} : this.acknowledgedNow(actor);
    return this.change(actor, id, { ...first, ...end, closedAt: new Date(), closedBy: actor.accountId });
  }

  private async change({ committeeId }: Actor, id: string, change: Partial<DataRequest>): Promise<void> {
    await this.database.manager.update(DataRequest, { committeeId, id }, change);
  }

  private tell(actor: Actor, step: string, id: string, values: Record<string, unknown> = {}, reason?: string): void {
    const subject = { kind: 'data-request', id };
    this.audit.record(actor, { action: `data-request.${step}`, subject, values, ...(reason && { reason }) });
  }
}
