import { Injectable } from '@nestjs/common';
import { AccessPolicy } from '../../platform/access/access-policy.js';
import type { Actor } from '../../platform/access/actor.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Database } from '../../platform/database/database.js';
import { subjectOf } from '../member-events.js';
import { MemberService } from '../member.service.js';
import type { MemberStoryDto, StoryEventDto } from './member-step.dto.js';
import { MemberSteps } from './member-steps.js';

type Row = Omit<StoryEventDto, 'paper'> & { paperNumber: string | null; paperOn: string | null };

/** The name of the cell of a membership `p` as it was called on a day. */
const cellName = (day: string): string =>
  `(SELECT u.name FROM unit_version u WHERE u.unit_id = p.cell_id AND u.valid @> ${day})`;

/** What begins and ends in a table of the member's: day, which end of the row it is, what is told of it. */
const stretch = (table: string, word: string, column: string, names = 'NULL::text'): string => {
  const [from, until] = [names.replaceAll('$day', 'lower(p.valid)'), names.replaceAll('$day', '(upper(p.valid) - 1)')];
  const of = `FROM ${table} p WHERE (p.committee_id, p.member_id) = ($1, $2)`;
  const isSame = ['membership', 'member_office'].includes(table) ? ` AND n.${column} = p.${column}` : '';
  const goesOn = `EXISTS (SELECT FROM ${table} n WHERE (n.committee_id, n.member_id) = ($1, $2)
      AND lower(n.valid) = upper(p.valid)${isSame})`;
  const where = `'${table}', '${column}'`;
  return `
    SELECT lower(p.valid) AS "on", '${word}-began' AS kind, ${where}, 'lower', ${from} AS cell_name, p.${column} AS detail ${of}
    UNION ALL
    SELECT upper(p.valid), '${word}-ended', ${where}, 'upper', ${until}, p.${column} ${of}
       AND NOT upper_inf(p.valid) AND NOT ${goesOn}`;
};

const events = `
  SELECT m.admitted_on AS "on", 'admitted' AS kind, NULL AS row_table, NULL AS row_column, NULL AS row_end,
         NULL AS cell_name, NULL AS detail
    FROM member m WHERE (m.committee_id, m.id) = ($1, $2) AND m.admitted_on IS NOT NULL
  UNION ALL
  SELECT m.official_on, 'official', NULL, NULL, NULL, NULL, NULL
    FROM member m WHERE (m.committee_id, m.id) = ($1, $2) AND m.official_on IS NOT NULL
  UNION ALL ${stretch('membership', 'membership', 'kind', cellName('$day'))}
  UNION ALL ${stretch('exemption', 'exemption', 'kind')}
  UNION ALL ${stretch('away', 'away', 'place')}
  UNION ALL ${stretch('member_office', 'office', 'title')}
  UNION ALL
  SELECT s.effective_on, 'left', NULL, NULL, NULL, NULL, s.reason
    FROM member_step s WHERE (s.committee_id, s.member_id) = ($1, $2) AND s.kind = 'left'`;

/** Whether what was dated of the member has a row that begins or ends as the event `e` tells. */
const holds = (rows: string): string => `EXISTS (
      SELECT FROM jsonb_array_elements(${rows} -> e.row_table) r
       WHERE r ->> e.row_column IS NOT DISTINCT FROM e.detail
         AND CASE e.row_end WHEN 'lower' THEN lower((r ->> 'valid')::daterange) ELSE upper((r ->> 'valid')::daterange) END = e."on")`;

/** Several things may happen on a day, each with its paper: the step is the one that wrote the very row. */
const isOfEvent = `CASE e.kind WHEN 'official' THEN s.kind = 'recognised' WHEN 'left' THEN s.kind = 'left'
      ELSE ${holds('s.after')} AND NOT ${holds('s.before')} END`;

/** The paper of the step that it comes of; of a cell that was merged or split, the decision on it. */
const statement = `
  SELECT e."on", e.kind, e.cell_name AS "cellName",
         CASE WHEN e.kind LIKE 'membership-%' THEN e.detail END AS membership,
         CASE WHEN e.kind LIKE 'exemption-%' AND $3 THEN e.detail END AS exemption,
         CASE WHEN e.kind = 'left' THEN e.detail END AS reason,
         CASE WHEN e.kind LIKE 'away-%' OR e.kind LIKE 'office-%' THEN e.detail END AS text,
         coalesce(s.paper_number, c.decision_number) AS "paperNumber",
         CASE WHEN s.paper_number IS NULL THEN c.decided_on ELSE s.paper_on END AS "paperOn"
    FROM (${events}) e
    LEFT JOIN LATERAL (
      SELECT s.paper_number, s.paper_on FROM member_step s
       WHERE (s.committee_id, s.member_id, s.effective_on) = ($1, $2, e."on") AND ${isOfEvent} ORDER BY s.id DESC LIMIT 1) s ON true
    LEFT JOIN LATERAL (
      SELECT u.decision_number, u.decided_on FROM membership_move v JOIN unit_change u ON u.id = v.change_id
       WHERE (v.committee_id, v.member_id) = ($1, $2) AND e.kind = 'membership-began' AND u.effective_on = e."on" LIMIT 1) c ON true
   WHERE NOT (e.kind LIKE '%-ended' AND EXISTS (
      SELECT FROM member_step l WHERE (l.committee_id, l.member_id, l.kind, l.effective_on) = ($1, $2, 'left', e."on")))
   ORDER BY e."on" DESC, array_position(ARRAY['left', 'official', 'membership-began', 'admitted'], e.kind) NULLS FIRST, e.kind, e.detail`;

/** What is known of a member, as one story. */
@Injectable()
export class MemberStoryService {
  constructor(
    private readonly database: Database,
    private readonly members: MemberService,
    private readonly steps: MemberSteps,
    private readonly policy: AccessPolicy,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws NotFoundError */
  async read(actor: Actor, id: string): Promise<MemberStoryDto> {
    const { committeeId } = actor;
    await this.members.one(actor, id);
    const rows = await this.database.rows<Row>(statement, [committeeId, id, this.policy.isOfTheHouse(actor)]);
    const last = await this.steps.last(committeeId, id);
    await this.audit.recordReading(actor, { action: 'member.read', subject: subjectOf(id) });
    return {
      events: rows.map(({ paperNumber, paperOn, ...event }) => ({
        ...event,
        paper: paperNumber === null ? null : { number: paperNumber, on: paperOn },
      })),
      lastStep: last && { id: last.id, kind: last.kind, on: last.effectiveOn, recordedAt: last.recordedAt },
    };
  }
}
