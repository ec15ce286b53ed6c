import { Injectable } from '@nestjs/common';
import { MemberService } from '../members/member.service.js';
import type { Actor } from '../platform/access/actor.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';
import { today } from '../platform/database/today.js';
import { NotFoundError } from '../platform/errors/domain-error.js';
import { CommitteeService } from '../organisation/committee.service.js';
import { oneOf, render, type ReportFile } from '../reports/report-file.js';
import { DataRequestService } from './data-request.service.js';
import type {
  HeldCellDto,
  HeldMarkDto,
  HeldRequestDto,
  HeldRollDto,
  HeldStepDto,
  HeldUseDto,
  PersonDataDto,
} from './person-data.dto.js';
import { personDocument } from './person-document.js';

/** Gathers what is held about one person, for himself: only ever for a request of his that is under way. */
@Injectable()
export class PersonDataService {
  constructor(
    private readonly database: Database,
    private readonly members: MemberService,
    private readonly committees: CommitteeService,
    private readonly requests: DataRequestService,
    private readonly audit: AuditTrail,
  ) {}

  async ofRequest(actor: Actor, requestId: string): Promise<PersonDataDto> {
    const { memberId: asked, kind } = await this.requests.get(actor, requestId);
    if (kind !== 'view') throw new NotFoundError('yêu cầu xem dữ liệu này');
    const memberId = await this.members.goesOnAs(actor, asked);
    const data = await this.of(actor, memberId);
    const subject = { kind: 'member', id: memberId };
    this.audit.record(actor, { action: 'member.data-gathered', subject, values: { requestId } });
    return data;
  }

  async fileOf(actor: Actor, requestId: string, format: string): Promise<ReportFile> {
    const chosen = oneOf(format, ['pdf', 'docx']);
    const data = await this.ofRequest(actor, requestId);
    const { bodyName } = await this.committees.get(actor);
    return render(personDocument(data, bodyName), chosen, data.takenOn, 'du-lieu-ca-nhan');
  }

  private async of(actor: Actor, memberId: string): Promise<PersonDataDto> {
    const key = [actor.committeeId, memberId];
    return {
      takenOn: today(),
      member: await this.members.history(actor, memberId),
      cells: await this.database.rows<HeldCellDto>(cellsOf, key),
      steps: await this.database.rows<HeldStepDto>(stepsOf, key),
      rolls: await this.rolls(key),
      requests: await this.database.rows<HeldRequestDto>(requestsOf, key),
      uses: (await this.database.rows<HeldUseDto>(usesOf, key)).reverse(),
    };
  }

  private async rolls(key: string[]): Promise<HeldRollDto[]> {
    const rolls = await this.database.rows<HeldRollDto & { sessionId: string }>(rollsOf, key);
    const marks = await this.database.rows<HeldMarkDto & { sessionId: string }>(marksOf, key);
    const bySession = Map.groupBy(marks, ({ sessionId }) => sessionId);
    return rolls.map(({ sessionId, ...roll }) => ({
      ...roll,
      marks: (bySession.get(sessionId) ?? []).map(({ sessionId: _session, ...mark }) => mark),
    }));
  }
}

const cellsOf = `
  SELECT u.name, p.kind, lower(p.valid) AS from, upper(p.valid) AS to FROM membership p
    JOIN LATERAL (SELECT v.name FROM unit_version v WHERE v.unit_id = p.cell_id AND v.valid && p.valid
                   ORDER BY v.valid DESC LIMIT 1) u ON true
   WHERE p.committee_id = $1 AND p.member_id = $2 ORDER BY p.valid`;

/** He himself, and entries that were made one with his, or with one of those. */
const hisEntries = `
  WITH RECURSIVE his AS (
    SELECT $2::uuid AS id
    UNION SELECT g.dropped_id FROM member_merge g JOIN his ON his.id = g.kept_id WHERE g.committee_id = $1)
  SELECT id FROM his`;

const stepsOf = `
  SELECT effective_on AS "on", kind, reason, paper_number AS "paperNumber", paper_on AS "paperOn" FROM member_step
   WHERE committee_id = $1 AND member_id IN (${hisEntries}) ORDER BY effective_on, id`;

const rollsOf = `
  SELECT r.session_id AS "sessionId", s.title AS "sessionTitle", c.name AS "className", r.cell_name AS "cellName", r.office,
         r.standing, r.duty, f.attendance,
         (SELECT min(t.held_on) FROM sitting t WHERE (t.committee_id, t.class_id) = (r.committee_id, r.class_id)) AS "heldOn"
    FROM roll_entry r
    JOIN session s ON (s.committee_id, s.id) = (r.committee_id, r.session_id)
    JOIN session_class c ON (c.committee_id, c.id) = (r.committee_id, r.class_id)
    LEFT JOIN LATERAL (
      SELECT e.attendance FROM closure_entry e WHERE c.closed_at IS NOT NULL
         AND (e.committee_id, e.class_id, e.member_id) = (r.committee_id, r.class_id, r.member_id)
       ORDER BY e.revision DESC LIMIT 1) f ON true
   WHERE r.committee_id = $1 AND r.member_id IN (${hisEntries}) ORDER BY "heldOn", s.id`;

const marksOf = `
  SELECT session_id AS "sessionId", taken_at AS "takenAt", kind, reason, note FROM mark
   WHERE committee_id = $1 AND member_id IN (${hisEntries}) ORDER BY taken_at, id`;

const requestsOf = `
  SELECT kind, state, received_on AS "receivedOn", detail, outcome FROM data_request
   WHERE committee_id = $1 AND member_id IN (${hisEntries}) ORDER BY received_on, id`;

const usesOf = `
  SELECT e.at, e.action, a.display_name AS by FROM audit_entry e LEFT JOIN account a ON a.id = e.account_id
   WHERE e.committee_id = $1 AND e.subject_kind = 'member' AND e.subject_id IN (${hisEntries}) ORDER BY e.seq DESC LIMIT 1000`;
