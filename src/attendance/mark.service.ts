import { Injectable } from '@nestjs/common';
import { v5 as uuidv5 } from 'uuid';
import type { Actor } from '../platform/access/actor.js';
import { AccessPolicy } from '../platform/access/access-policy.js';
import { Database } from '../platform/database/database.js';
import { InvalidFieldError, NotFoundError } from '../platform/errors/domain-error.js';
import { ClassService } from '../sessions/class.service.js';
import { ClassClosedError } from '../sessions/session.errors.js';
import type { BatchMarkDto, MarkDto, MarkResultDto, RollCallDto } from './attendance.dto.js';
import { MarkConflictError, NotOnRollError, WithdrawalNeedsReasonError } from './attendance.errors.js';
import { type MarkOutcome, MarkWriter, type OfferedMark } from './mark-writer.js';

interface CellPerson {
  memberId: string;
  duty: 'summoned' | 'exempt' | 'away';
}

/** Takes marks from devices and from the desk, one by one, in batches, and by cell. */
@Injectable()
export class MarkService {
  constructor(
    private readonly database: Database,
    private readonly writer: MarkWriter,
    private readonly classes: ClassService,
    private readonly policy: AccessPolicy,
  ) {}

  /** @returns once the mark is committed, whether it was new. Refusals are thrown. */
  async mark(actor: Actor, sittingId: string, id: string, dto: MarkDto): Promise<'saved' | 'repeated'> {
    const outcome = await this.offer(actor, sittingId, { ...dto, id });
    if (outcome.status === 'saved' || outcome.status === 'repeated') return outcome.status;
    throw await this.refusal(actor, outcome);
  }

  /** Each mark has its own answer: one that is refused does not hold up the others. */
  async markMany(actor: Actor, sittingId: string, marks: BatchMarkDto[]): Promise<MarkResultDto[]> {
    const outcomes = await Promise.all(marks.map((mark) => this.offer(actor, sittingId, mark)));
    const failed = outcomes.find((outcome) => outcome.status === 'failed');
    if (failed) throw failed.reason;
    return marks.map(({ id }, index) => ({ id, status: outcomes[index]?.status ?? 'not-on-roll' }));
  }

  /** "All present except these": a mark for everybody of the cell who is summoned, and for exempt members who came. */
  async callRoll(actor: Actor, sittingId: string, cellId: string, dto: RollCallDto): Promise<MarkResultDto[]> {
    const people = await this.peopleOfCell(actor, sittingId, cellId);
    const duties = new Map(people.map(({ memberId, duty }) => [memberId, duty]));
    const absent = new Map(dto.absent.map((exception) => [exception.memberId, exception]));
    const came = new Set(dto.exemptPresent ?? []);
    const foreign = dto.absent.findIndex(({ memberId }) => !duties.has(memberId));
    if (foreign >= 0)
      throw new InvalidFieldError(`absent[${foreign}].memberId`, 'Đồng chí này không có trong danh sách của chi bộ.');
    const stranger = (dto.exemptPresent ?? []).findIndex((memberId) => duties.get(memberId) !== 'exempt');
    if (stranger >= 0)
      throw new InvalidFieldError(`exemptPresent[${stranger}]`, 'Đồng chí này không thuộc diện miễn của chi bộ.');
    const marks = people
      .filter(({ memberId, duty }) => duty === 'summoned' || came.has(memberId) || absent.has(memberId))
      .map(({ memberId }): BatchMarkDto => {
        const exception = absent.get(memberId);
        const id = uuidv5(`${sittingId} ${memberId}`, dto.id);
        const { kind = 'present', reason = null } = exception ?? {};
        return { id, memberId, kind, reason, method: 'cell', takenAt: dto.takenAt };
      });
    const results = await this.markMany(actor, sittingId, marks);
    if (results.some(({ status }) => status === 'closed')) throw await this.closedOf(actor, sittingId);
    return results;
  }

  private async offer(actor: Actor, sittingId: string, dto: BatchMarkDto): Promise<MarkOutcome> {
    if ((dto.kind === 'withdrawn') !== Boolean(dto.withdraws)) {
      throw new InvalidFieldError('withdraws', 'Chỉ ghi, và phải ghi, khi bỏ một điểm danh.');
    }
    const { id, memberId, kind, method, takenAt } = dto;
    const mark: OfferedMark = {
      ...{ committeeId: actor.committeeId, takenBy: actor.accountId, sittingId, id, memberId, kind, method, takenAt },
      reason: dto.reason ?? null,
      withdraws: dto.withdraws ?? null,
      note: dto.note ?? null,
      device: dto.device ?? null,
    };
    if (kind === 'withdrawn' && !mark.note) await this.requireWithinUndoTime(mark);
    return this.writer.offer(mark, actor.scope);
  }

  /** Without a reason a mark is taken back only by who made it, and soon. A mark that is still under way is soon enough. */
  private async requireWithinUndoTime({
    committeeId,
    sittingId,
    withdraws,
    takenBy,
    takenAt,
  }: OfferedMark): Promise<void> {
    const [late] = await this.database.rows(
      `SELECT 1 FROM mark m JOIN committee c ON c.id = m.committee_id
        WHERE m.committee_id = $1 AND m.sitting_id = $2 AND m.id = $3
          AND (m.taken_by <> $4 OR m.taken_at + make_interval(secs => c.undo_seconds) < $5::timestamptz)`,
      [committeeId, sittingId, withdraws, takenBy, takenAt.toISOString()],
    );
    if (late) throw new WithdrawalNeedsReasonError();
  }

  private async peopleOfCell(actor: Actor, sittingId: string, cellId: string): Promise<CellPerson[]> {
    const people = await this.database.rows<CellPerson>(
      `SELECT r.member_id AS "memberId", r.duty FROM sitting s
         JOIN roll_entry r ON (r.committee_id, r.session_id, r.class_id) = (s.committee_id, s.session_id, s.class_id)
        WHERE s.committee_id = $1 AND s.id = $2 AND r.cell_id = $3
          AND ($4::uuid[] IS NULL OR r.cell_id = ANY ($4) OR r.class_id = ANY ($5::uuid[])) ORDER BY r.position`,
      [actor.committeeId, sittingId, cellId, this.policy.cellsOf(actor), this.policy.classesOf(actor)],
    );
    if (people.length === 0) throw new NotFoundError('chi bộ này trong danh sách của lớp');
    return people;
  }

  private async closedOf(actor: Actor, sittingId: string): Promise<Error> {
    const [row] = await this.database.rows<{ classId: string }>(
      'SELECT class_id AS "classId" FROM sitting WHERE committee_id = $1 AND id = $2',
      [actor.committeeId, sittingId],
    );
    return this.refusal(actor, { status: 'closed', classId: row?.classId ?? '' });
  }

  private async refusal(actor: Actor, outcome: MarkOutcome): Promise<Error> {
    if (outcome.status === 'conflict') return new MarkConflictError();
    if (outcome.status === 'failed') throw outcome.reason;
    if (outcome.status !== 'closed') return new NotOnRollError();
    const { classId } = outcome;
    return this.database.transaction(async () => {
      const { name, closedAt } = await this.classes.get(actor, classId);
      return new ClassClosedError(name, closedAt ?? new Date(), await this.classes.closedBy(actor, classId));
    });
  }
}
