import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';
import { NotFoundError } from '../platform/errors/domain-error.js';
import { SessionService } from '../sessions/session.service.js';
import type { MarkConflictDto } from './attendance.dto.js';
import type { MarkConflict } from './attendance.entity.js';

/** Marks that came with an id already taken: shown side by side with the mark that stands, until a person has looked. */
@Injectable()
export class ConflictService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly sessions: SessionService,
  ) {}

  /** Those of a session that nobody has settled, oldest first. */
  async open(actor: Actor, sessionId: string): Promise<MarkConflictDto[]> {
    await this.sessions.requireThere(actor, sessionId);
    return this.database.rows<MarkConflictDto>(
      `SELECT c.id, c.sitting_id AS "sittingId", c.mark_id AS "markId", c.offered, c.received_at AS "receivedAt",
              jsonb_build_object('memberId', m.member_id, 'kind', m.kind, 'reason', m.reason, 'takenAt', m.taken_at) AS standing
         FROM mark_conflict c
         JOIN mark m ON (m.committee_id, m.sitting_id, m.id) = (c.committee_id, c.sitting_id, c.mark_id)
        WHERE c.committee_id = $1 AND m.session_id = $2 AND c.settled_at IS NULL ORDER BY c.received_at, c.id`,
      [actor.committeeId, sessionId],
    );
  }

  /** The person has seen it, and made a mark of his own where one was due. */
  async settle(actor: Actor, id: string): Promise<void> {
    const { committeeId, accountId } = actor;
    const [settled] = await this.database.rows<Pick<MarkConflict, 'sittingId' | 'markId' | 'offered'>>(
      `UPDATE mark_conflict SET settled_at = now(), settled_by = $3
        WHERE committee_id = $1 AND id = $2 AND settled_at IS NULL
        RETURNING sitting_id AS "sittingId", mark_id AS "markId", offered`,
      [committeeId, id, accountId],
    );
    if (!settled) throw new NotFoundError('mục cần xem xét');
    const subject = { kind: 'mark-conflict', id };
    this.audit.record(actor, { action: 'mark-conflict.settled', subject, values: { ...settled } });
  }
}
