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
   WHERE m.committee_id = $1 AND m.sitting_id = $2`;

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
      'SELECT clock_timestamp() AS until FROM sitting WHERE committee_id = $1 AND id = $2',
      [committeeId, sittingId],
    );
    if (!sitting) throw new NotFoundError('buổi học');
    const marks = await this.database.rows<SeenMarkDto>(
      `${seen} AND ($3::timestamptz IS NULL OR m.received_at >= $3::timestamptz - make_interval(secs => ${OVERLAP_SECONDS}))
          AND ($4::uuid[] IS NULL OR m.member_id = ANY ($4) OR m.sitting_id = ANY ($5::uuid[]))
        ORDER BY m.received_at, m.id`,
      [
        ...[committeeId, sittingId, since?.toISOString() ?? null],
        this.policy.membersOf(actor),
        this.policy.sittingsOf(actor),
      ],
    );
    return { until: sitting.until, marks: this.forReader(actor, marks) };
  }

  /** Every mark of a person at a sitting, in the order in which they were taken: nothing is ever lost from view. */
  async ofMember(actor: Actor, sittingId: string, memberId: string): Promise<SeenMarkDto[]> {
    const key = [actor.committeeId, sittingId, memberId];
    const marks = await this.database.rows<SeenMarkDto>(`${seen} AND m.member_id = $3 ORDER BY m.taken_at, m.id`, key);
    if (marks.length === 0) await this.requireOnRoll(key);
    const subject = { kind: 'member', id: memberId };
    await this.audit.recordReading(actor, { action: 'marks.read', subject, values: { sittingId } });
    return this.forReader(actor, marks);
  }

  /** Why somebody is absent never leaves the unit: who looks in from above reads that he is excused, and no more. */
  private forReader(actor: Actor, marks: SeenMarkDto[]): SeenMarkDto[] {
    if (this.policy.isOfTheHouse(actor)) return marks;
    return marks.map((mark) => ({ ...mark, reason: null, note: null }));
  }

  private async requireOnRoll(key: string[]): Promise<void> {
    const [entry] = await this.database.rows(
      `SELECT 1 FROM sitting s JOIN roll_entry r ON (r.committee_id, r.session_id) = (s.committee_id, s.session_id)
        WHERE s.committee_id = $1 AND s.id = $2 AND r.member_id = $3`,
      key,
    );
    if (!entry) throw new NotOnRollError();
  }
}
