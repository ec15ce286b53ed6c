import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { AccessPolicy } from '../platform/access/access-policy.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';
import { NotFoundError } from '../platform/errors/domain-error.js';
import { NotOnRollError } from './attendance.errors.js';
import type { MarkFeedDto, SeenMarkDto } from './attendance.dto.js';

/** Marks carry the moment of their writing, not of their commit: what was written this long before is given once more. */
const OVERLAP_SECONDS = 30;

const seen = `
  SELECT m.id, m.member_id AS "memberId", m.kind, m.reason, m.withdraws, m.note, m.method, m.device,
         m.taken_at AS "takenAt", a.display_name AS "takenBy"
    FROM mark m JOIN account a ON a.id = m.taken_by
   WHERE m.committee_id = $1 AND m.sitting_id = $2
     AND ($3::uuid[] IS NULL OR m.member_id = ANY ($3) OR m.sitting_id = ANY ($4::uuid[]))`;

/** What several people who take one roll need of each other. */
@Injectable()
export class MarkFeedService {
  constructor(
    private readonly database: Database,
    private readonly policy: AccessPolicy,
    private readonly audit: AuditTrail,
  ) {}

  /** @param since `until` of the answer before; marks that it gave may come again, none is ever left out */
  async of(actor: Actor, sittingId: string, since?: Date): Promise<MarkFeedDto> {
    const { committeeId } = actor;
    const [sitting] = await this.database.rows<{ until: Date }>(
      `SELECT clock_timestamp() AS until FROM sitting
        WHERE committee_id = $1 AND id = $2 AND ($3::uuid[] IS NULL OR class_id = ANY ($3))`,
      [committeeId, sittingId, this.policy.doorsOf(actor)],
    );
    if (!sitting) throw new NotFoundError('buổi học');
    const marks = await this.database.rows<SeenMarkDto>(
      `${seen} AND ($5::timestamptz IS NULL OR m.received_at >= $5::timestamptz - make_interval(secs => ${OVERLAP_SECONDS}))
        ORDER BY m.received_at, m.id`,
      [...this.within(actor, sittingId), since?.toISOString() ?? null],
    );
    return { until: sitting.until, marks: this.forReader(actor, marks) };
  }

  /** Every mark of a person at a sitting, in the order in which they were taken: nothing is ever lost from view. */
  async ofMember(actor: Actor, sittingId: string, memberId: string): Promise<SeenMarkDto[]> {
    const marks = await this.database.rows<SeenMarkDto>(`${seen} AND m.member_id = $5 ORDER BY m.taken_at, m.id`, [
      ...this.within(actor, sittingId),
      memberId,
    ]);
    if (marks.length === 0) await this.requireOnRoll(actor, sittingId, memberId);
    const subject = { kind: 'member', id: memberId };
    await this.audit.recordReading(actor, { action: 'marks.read', subject, values: { sittingId } });
    return this.forReader(actor, marks);
  }

  /** Why somebody is absent never leaves the unit: who looks in from above reads that he is excused, and no more. */
  private forReader(actor: Actor, marks: SeenMarkDto[]): SeenMarkDto[] {
    if (this.policy.isOfTheHouse(actor)) return marks;
    return marks.map((mark) => ({ ...mark, reason: null, note: null }));
  }

  private within(actor: Actor, sittingId: string): unknown[] {
    return [actor.committeeId, sittingId, this.policy.membersOf(actor), this.policy.sittingsOf(actor)];
  }

  private async requireOnRoll(actor: Actor, sittingId: string, memberId: string): Promise<void> {
    const [entry] = await this.database.rows(
      `SELECT 1 FROM sitting s JOIN roll_entry r ON (r.committee_id, r.session_id) = (s.committee_id, s.session_id)
        WHERE s.committee_id = $1 AND s.id = $2 AND r.member_id = $3 AND ($4::uuid[] IS NULL OR s.class_id = ANY ($4))
          AND ($5::uuid[] IS NULL OR r.cell_id = ANY ($5) OR r.class_id = ANY ($6::uuid[]))`,
      [
        ...[actor.committeeId, sittingId, memberId, this.policy.doorsOf(actor)],
        ...[this.policy.cellsOf(actor), this.policy.classesOf(actor)],
      ],
    );
    if (!entry) throw new NotOnRollError();
  }
}
