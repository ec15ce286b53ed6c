import { Injectable } from '@nestjs/common';
import { splitName } from '../members/person-name.js';
import { AuditEraser } from '../platform/audit/audit-eraser.js';
import { type AuditActor, AuditTrail } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';
import { today } from '../platform/database/today.js';
import type { RetentionDueDto } from './data-rules.dto.js';
import { type RetentionKind, retentionKinds } from './data-rules.entity.js';
import { DataRulesService } from './data-rules.service.js';
import { ImportEraser } from './import-eraser.js';
import { MemberEraser } from './member-eraser.js';

/** People, sessions and so on that one night erases at most, of each kind; the rest waits for the next one. */
const atOnce = 500;

/** Who stands in the frozen roll of a session whose names have had their time. */
const nobody = 'Đảng viên đã xóa';

/**
 * $1 committee, $2 the day up to which data are kept. Sessions with an open class are never due, whatever their age: their
 * figures still come from marks.
 */
const dueStatements: Record<Exclude<RetentionKind, 'audit-values'>, string> = {
  rolls: `
    SELECT s.session_id::text AS id, max(s.held_on) AS day FROM sitting s
     WHERE s.committee_id = $1
       AND EXISTS (SELECT FROM roll_entry r WHERE (r.committee_id, r.session_id) = (s.committee_id, s.session_id))
       AND NOT EXISTS (SELECT FROM session_class c WHERE (c.committee_id, c.session_id) = (s.committee_id, s.session_id)
                          AND c.summoned_at IS NOT NULL AND c.closed_at IS NULL)
     GROUP BY s.session_id HAVING max(s.held_on) < $2`,
  'former-members': `
    SELECT m.id::text AS id, max(upper(p.valid)) AS day FROM member m
      JOIN membership p ON (p.committee_id, p.member_id) = (m.committee_id, m.id)
     WHERE m.committee_id = $1 AND m.erased_at IS NULL
     GROUP BY m.id HAVING NOT bool_or(upper_inf(p.valid)) AND max(upper(p.valid)) < $2`,
  'sign-ins': `
    SELECT id::text AS id, least(ended_at, expires_at)::date AS day FROM sign_in
     WHERE committee_id = $1 AND least(ended_at, expires_at) < $2::date`,
  'data-requests': `
    SELECT id::text AS id, closed_at::date AS day FROM data_request WHERE committee_id = $1 AND closed_at < $2::date`,
  imports: `
    SELECT id::text AS id, coalesce(undone_at, written_at, beat_at)::date AS day FROM register_import
     WHERE committee_id = $1 AND coalesce(undone_at, written_at, beat_at) < $2::date
       AND (written_at IS NULL OR reading IS NOT NULL)`,
};

/** What has had its time: shown to the office, and erased where the committee has said so. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly database: Database,
    private readonly rules: DataRulesService,
    private readonly members: MemberEraser,
    private readonly imports: ImportEraser,
    private readonly auditValues: AuditEraser,
    private readonly audit: AuditTrail,
  ) {}

  async due({ committeeId }: Pick<AuditActor, 'committeeId'>): Promise<RetentionDueDto[]> {
    const { retention } = await this.rules.get({ committeeId });
    const lines: RetentionDueDto[] = [];
    for (const kind of retentionKinds) {
      const { months, erases } = retention[kind];
      lines.push({ kind, months, erases, ...(await this.count(committeeId, kind, months)) });
    }
    return lines;
  }

  /**
   * Within an open transaction that reaches the whole committee: erases what is due of the kinds for which it was turned on.
   * @returns how much of each kind
   */
  async erase(actor: AuditActor): Promise<Partial<Record<RetentionKind, number>>> {
    const { retention } = await this.rules.get(actor);
    const erased: Partial<Record<RetentionKind, number>> = {};
    for (const kind of retentionKinds) {
      const { months, erases } = retention[kind];
      const count = erases ? await this.eraseKind(actor, kind, dayBefore(months)) : 0;
      if (count > 0) erased[kind] = count;
    }
    const subject = { kind: 'committee', id: actor.committeeId };
    if (Object.keys(erased).length > 0)
      this.audit.record(actor, { action: 'retention.erased', subject, values: erased });
    return erased;
  }

  private async count(
    committeeId: string,
    kind: RetentionKind,
    months: number,
  ): Promise<Pick<RetentionDueDto, 'count' | 'oldest'>> {
    const day = dayBefore(months);
    if (kind === 'audit-values') {
      const { count, oldest } = await this.auditValues.countValuesBefore(committeeId, new Date(day));
      return { count, oldest: oldest && today(oldest) };
    }
    const [found] = await this.database.rows<Pick<RetentionDueDto, 'count' | 'oldest'>>(
      `SELECT count(*)::int AS count, min(day)::date AS oldest FROM (${dueStatements[kind]}) AS due`,
      [committeeId, day],
    );
    return found ?? { count: 0, oldest: null };
  }

  private async eraseKind(actor: AuditActor, kind: RetentionKind, day: string): Promise<number> {
    if (kind === 'audit-values') return this.auditValues.eraseValuesBefore(actor, new Date(day));
    const { committeeId } = actor;
    const due = await this.database.rows<{ id: string }>(
      `SELECT id FROM (${dueStatements[kind]}) AS due ORDER BY day, id LIMIT ${atOnce}`,
      [committeeId, day],
    );
    const ids = due.map(({ id }) => id);
    if (kind === 'rolls') for (const id of ids) await this.eraseRolls(actor, id);
    if (kind === 'former-members') for (const id of ids) await this.members.erase(actor, id, { because: 'retention' });
    if (kind === 'imports') await this.imports.eraseLists(committeeId, ids);
    if (kind === 'sign-ins') await this.remove('sign_in', committeeId, ids);
    if (kind === 'data-requests') await this.remove('data_request', committeeId, ids);
    return ids.length;
  }

  private async remove(table: 'sign_in' | 'data_request', committeeId: string, ids: string[]): Promise<void> {
    await this.database.rows(`DELETE FROM ${table} WHERE committee_id = $1 AND id = ANY ($2::uuid[])`, [
      committeeId,
      ids,
    ]);
  }

  private async eraseRolls(actor: AuditActor, sessionId: string): Promise<void> {
    await this.database.rows('SELECT erase_rolls_of_session($1, $2, $3, $4)', [
      ...[actor.committeeId, sessionId, nobody, splitName(nobody).givenName],
    ]);
    const subject = { kind: 'session', id: sessionId };
    this.audit.record(actor, { action: 'session.rolls-erased', subject });
  }
}

/** The day `months` before today; the last of its month where that has no such day. */
function dayBefore(months: number): string {
  const [year = 0, month = 0, day = 0] = today().split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(day, last))).toISOString().slice(0, 10);
}
