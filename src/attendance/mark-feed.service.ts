import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { Database } from '../platform/database/database.js';
import { NotFoundError } from '../platform/errors/domain-error.js';
import type { MarkFeedDto, SeenMarkDto } from './attendance.dto.js';

/** Marks carry the moment of their writing, not of their commit: what was written this long before is given once more. */
const OVERLAP_SECONDS = 30;

/** What several people who take one roll need of each other. */
@Injectable()
export class MarkFeedService {
  constructor(private readonly database: Database) {}

  /** @param since `until` of the answer before; marks that it gave may come again, none is ever left out */
  async of({ committeeId }: Actor, sittingId: string, since?: Date): Promise<MarkFeedDto> {
    const [sitting] = await this.database.rows<{ until: Date }>(
      'SELECT clock_timestamp() AS until FROM sitting WHERE committee_id = $1 AND id = $2',
      [committeeId, sittingId],
    );
    if (!sitting) throw new NotFoundError('buổi học');
    const marks = await this.database.rows<SeenMarkDto>(
      `SELECT m.id, m.member_id AS "memberId", m.kind, m.reason, m.withdraws, m.note, m.method, m.device,
              m.taken_at AS "takenAt", a.display_name AS "takenBy"
         FROM mark m JOIN account a ON a.id = m.taken_by
        WHERE m.committee_id = $1 AND m.sitting_id = $2
          AND ($3::timestamptz IS NULL OR m.received_at >= $3::timestamptz - make_interval(secs => ${OVERLAP_SECONDS}))
        ORDER BY m.received_at, m.id`,
      [committeeId, sittingId, since?.toISOString() ?? null],
    );
    return { until: sitting.until, marks };
  }
}
