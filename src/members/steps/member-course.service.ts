import { Injectable } from '@nestjs/common';
import type { ObjectLiteral, EntityTarget } from 'typeorm';
import { UnitService } from '../../organisation/unit.service.js';
import type { Actor } from '../../platform/access/actor.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Database } from '../../platform/database/database.js';
import { today } from '../../platform/database/today.js';
import { InvalidFieldError } from '../../platform/errors/domain-error.js';
import { datedTables } from '../dated-rows.js';
import { subjectOf } from '../member-events.js';
import type { MemberHistoryDto } from '../member-record.dto.js';
import { Away, Exemption, Member, MemberOffice, Membership } from '../member.entity.js';
import { MemberService } from '../member.service.js';
import { awayRow, exemptionRow, membershipRow, officeRow } from '../member-rows.js';
import { AlreadyOfficialError, NoAdmissionError, NowhereError } from '../members.errors.js';
import { MemberSteps, type Step } from './member-steps.js';
import type {
  AppointDto,
  DepartDto,
  EndDto,
  ExemptDto,
  PaperDto,
  RecogniseDto,
  SendAwayDto,
  TransferDto,
} from './member-step.dto.js';

/** Table and condition of what ends, by its word. */
const endings: Record<EndDto['of'], [table: string, more: string]> = {
  'temporary-in': ['membership', ` AND kind = 'temporary-in'`],
  residence: ['membership', ` AND kind = 'residence'`],
  exemption: ['exemption', ''],
  away: ['away', ''],
  office: ['member_office', ' AND title = $5'],
};

const told = ({ paper, ...values }: object & { paper?: PaperDto }): Record<string, unknown> => ({
  ...values,
  ...(paper && { paper: paper.number, paperOn: paper.on ?? null }),
});

/** The way of a member through the Party: each step on a day, with its paper, recorded so that the last can be taken back. */
@Injectable()
export class MemberCourseService {
  constructor(
    private readonly database: Database,
    private readonly units: UnitService,
    private readonly members: MemberService,
    private readonly steps: MemberSteps,
    private readonly audit: AuditTrail,
  ) {}

  /** A new membership of its kind; one that is still open ends on the day on which the new one begins. */
  transfer(actor: Actor, id: string, dto: TransferDto): Promise<MemberHistoryDto> {
    return this.step(actor, id, { kind: 'transferred', on: dto.from, paper: dto.paper }, async () => {
      await this.units.requireCells(actor, [dto.cellId], () => new InvalidFieldError('cellId', 'Không có chi bộ này.'));
      const [left] = await this.database.rows<{ cellId: string }>(
        `UPDATE membership SET valid = daterange(lower(valid), $4)
          WHERE committee_id = $1 AND member_id = $2 AND kind = $3 AND upper_inf(valid) AND lower(valid) < $4
          RETURNING cell_id AS "cellId"`,
        [actor.committeeId, id, dto.kind, dto.from],
      );
      if (left?.cellId === dto.cellId) throw new InvalidFieldError('cellId', 'Đồng chí đang sinh hoạt ở chi bộ này.');
      const values = { ...told(dto), cellId: { from: left?.cellId ?? null, to: dto.cellId } };
      this.audit.record(actor, { action: 'member.transferred', subject: subjectOf(id), values });
      await this.add(Membership, membershipRow(this.place(actor, id), dto, ''));
    });
  }

  exempt(actor: Actor, id: string, dto: ExemptDto): Promise<MemberHistoryDto> {
    return this.step(actor, id, { kind: 'exempted', on: dto.from, paper: dto.paper }, async () => {
      await this.add(Exemption, exemptionRow(this.place(actor, id), dto, ''));
      this.audit.record(actor, { action: 'member.exempted', subject: subjectOf(id), values: told(dto) });
    });
  }

  sendAway(actor: Actor, id: string, dto: SendAwayDto): Promise<MemberHistoryDto> {
    return this.step(actor, id, { kind: 'sent-away', on: dto.from, paper: dto.paper }, async () => {
      await this.add(Away, awayRow(this.place(actor, id), dto, ''));
      this.audit.record(actor, { action: 'member.sent-away', subject: subjectOf(id), values: told(dto) });
    });
  }

  appoint(actor: Actor, id: string, dto: AppointDto): Promise<MemberHistoryDto> {
    return this.step(actor, id, { kind: 'appointed', on: dto.from, paper: dto.paper }, async () => {
      await this.add(MemberOffice, officeRow(this.place(actor, id), dto, ''));
      this.audit.record(actor, { action: 'member.appointed', subject: subjectOf(id), values: told(dto) });
    });
  }

  /** A probationary member becomes a full one. */
  recognise(actor: Actor, id: string, dto: RecogniseDto): Promise<MemberHistoryDto> {
    const { committeeId } = actor;
    requirePast(dto.on);
    return this.step(actor, id, { kind: 'recognised', on: dto.on, paper: dto.paper }, async () => {
      const { admittedOn, officialOn } = await this.database.manager.findOneByOrFail(Member, { committeeId, id });
      if (officialOn) throw new AlreadyOfficialError();
      if (!admittedOn) throw new NoAdmissionError();
      await this.database.manager.update(Member, { committeeId, id }, { officialOn: dto.on });
      this.audit.record(actor, { action: 'member.recognised', subject: subjectOf(id), values: told(dto) });
    });
  }

  /** All that holds of the member ends on that day; what was to begin later is not to begin. */
  depart(actor: Actor, id: string, dto: DepartDto): Promise<MemberHistoryDto> {
    const { on, reason, paper } = dto;
    requirePast(on);
    return this.step(actor, id, { kind: 'left', on, reason, paper }, async () => {
      const key = [actor.committeeId, id, on];
      const places = await this.database.rows(
        `SELECT FROM membership WHERE committee_id = $1 AND member_id = $2 AND kind <> 'residence' AND valid @> ($3::date - 1)`,
        key,
      );
      if (places.length === 0) throw new NowhereError();
      for (const table of datedTables) {
        const of = `committee_id = $1 AND member_id = $2`;
        await this.database.rows(`DELETE FROM ${table} WHERE ${of} AND lower(valid) >= $3`, key);
        await this.database.rows(
          `UPDATE ${table} SET valid = daterange(lower(valid), $3) WHERE ${of} AND valid @> $3::date`,
          key,
        );
      }
      this.audit.record(actor, { action: 'member.left', subject: subjectOf(id), values: told(dto) });
    });
  }

  end(actor: Actor, id: string, dto: EndDto): Promise<MemberHistoryDto> {
    const { of, from, on, title, paper } = dto;
    if (on <= from) throw new InvalidFieldError('on', 'Ngày kết thúc phải sau ngày bắt đầu.');
    return this.step(actor, id, { kind: 'ended', on, paper }, async () => {
      const [table, more] = endings[of];
      const ended = await this.database.rows(
        `UPDATE ${table} SET valid = daterange(lower(valid), $4)
          WHERE committee_id = $1 AND member_id = $2 AND lower(valid) = $3 AND (upper_inf(valid) OR upper(valid) > $4)${more}
          RETURNING member_id`,
        [actor.committeeId, id, from, on, ...(of === 'office' ? [title ?? ''] : [])],
      );
      if (ended.length === 0) throw new InvalidFieldError('from', 'Không có gì còn hiệu lực bắt đầu từ ngày này.');
      this.audit.record(actor, { action: 'member.period-ended', subject: subjectOf(id), values: told(dto) });
    });
  }

  async takeBack(actor: Actor, id: string, stepId: string): Promise<MemberHistoryDto> {
    await this.members.standing(actor, id);
    await this.steps.takeBack(actor, id, stepId);
    return this.members.history(actor, id);
  }

  private async step(actor: Actor, id: string, step: Step, act: () => Promise<void>): Promise<MemberHistoryDto> {
    await this.members.standing(actor, id);
    await this.steps.take(actor, id, step, act);
    return this.members.history(actor, id);
  }

  private async add<Row extends ObjectLiteral>(entity: EntityTarget<Row>, row: Row): Promise<void> {
    await this.database.manager.createQueryBuilder().insert().into(entity).values(row).updateEntity(false).execute();
  }

  private place = (actor: Actor, memberId: string) => ({ committeeId: actor.committeeId, memberId });
}

/** What has been decided has happened; a day to come is a plan. */
function requirePast(on: string): void {
  if (on > today()) throw new InvalidFieldError('on', 'Ngày này chưa tới.');
}
