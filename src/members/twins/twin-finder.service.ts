import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Database } from '../../platform/database/database.js';
import { today } from '../../platform/database/today.js';
import { InvalidFieldError, NotFoundError } from '../../platform/errors/domain-error.js';
import { subjectOf } from '../member-events.js';
import { Member } from '../member.entity.js';
import { MemberDistinction } from './member-merge.entity.js';
import type { DistinctionDto, PairDto, TwinDto, TwinPageDto, TwinPairDto, TwinsQuery } from './twins.dto.js';

type Row = { one: TwinDto; other: TwinDto; reason: TwinPairDto['reason']; total: number };

const card = `nullif(regexp_replace(m.card_number, '\\D', '', 'g'), '')`;
const cell = `
  (SELECT u.name FROM membership p JOIN unit_version u ON u.unit_id = p.cell_id AND u.valid @> $2::date
    WHERE (p.committee_id, p.member_id) = (m.committee_id, m.id) AND p.valid @> $2::date AND p.kind <> 'residence'
    ORDER BY p.kind = 'temporary-in' DESC LIMIT 1)`;

/**
 * Pairs by what they share, the strongest sign first. Numbers of citizens are not among the signs: no two entries of a committee can
 * have the same one. Names are compared without accents; near ones are those of which most groups of three letters are the same.
 */
const statement = `
  WITH person AS (
    SELECT m.committee_id, m.id, m.name_search, m.birth_date, m.birth_year, ${card} AS card FROM member m
     WHERE m.committee_id = $1 AND m.erased_at IS NULL
       AND NOT EXISTS (SELECT FROM member_merge g WHERE (g.committee_id, g.dropped_id) = (m.committee_id, m.id))),
  pair AS (
    SELECT a.id AS one, b.id AS other, 1 AS sign FROM person a JOIN person b ON a.card = b.card AND a.id < b.id
    UNION ALL
    SELECT a.id, b.id, CASE WHEN a.name_search = b.name_search THEN 2 ELSE 4 END
      FROM person a JOIN person b ON a.birth_date = b.birth_date AND a.id < b.id
     WHERE a.name_search = b.name_search OR similarity(a.name_search, b.name_search) >= 0.6
    UNION ALL
    SELECT a.id, b.id, 3 FROM person a JOIN person b ON a.name_search = b.name_search AND a.birth_year = b.birth_year AND a.id < b.id
     WHERE a.birth_date IS NULL OR b.birth_date IS NULL),
  best AS (SELECT one, other, min(sign) AS sign FROM pair GROUP BY one, other),
  told AS (
    SELECT m.id, jsonb_build_object('id', m.id, 'fullName', m.full_name, 'birthDate', m.birth_date, 'birthYear', m.birth_year,
           'cardNumber', m.card_number, 'cellName', ${cell}) AS twin, m.name_search
      FROM member m WHERE m.committee_id = $1)
  SELECT x.twin AS one, y.twin AS other, (ARRAY['card', 'name-birth', 'name-year', 'near-name'])[b.sign] AS reason,
         (count(*) OVER ())::int AS total
    FROM best b JOIN told x ON x.id = b.one JOIN told y ON y.id = b.other
   WHERE NOT EXISTS (SELECT FROM member_distinction d WHERE (d.committee_id, d.one_id, d.other_id) = ($1, b.one, b.other))
   ORDER BY b.sign, x.name_search, b.one, b.other LIMIT $3 OFFSET $4`;

/** Members who look as if they were one. */
@Injectable()
export class TwinFinder {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  async page(actor: Actor, { page, pageSize }: TwinsQuery): Promise<TwinPageDto> {
    const { committeeId } = actor;
    const rows = await this.database.rows<Row>(statement, [committeeId, today(), pageSize, (page - 1) * pageSize]);
    const total = rows[0]?.total ?? 0;
    const subject = { kind: 'committee', id: committeeId };
    await this.audit.recordReading(actor, { action: 'members.twins-read', subject, values: { count: total } });
    return { total, page, pageSize, items: rows.map(({ one, other, reason }) => ({ one, other, reason })) };
  }

  /** Newest first. */
  async distinctions(actor: Actor): Promise<DistinctionDto[]> {
    const { committeeId } = actor;
    const said = await this.database.rows<DistinctionDto>(
      `SELECT d.one_id AS "oneId", x.full_name AS "oneName", d.other_id AS "otherId", y.full_name AS "otherName",
              d.said_at AS "saidAt", coalesce(a.display_name, '–') AS "saidBy"
         FROM member_distinction d
         JOIN member x ON (x.committee_id, x.id) = (d.committee_id, d.one_id)
         JOIN member y ON (y.committee_id, y.id) = (d.committee_id, d.other_id)
         LEFT JOIN account a ON a.id = d.said_by
        WHERE d.committee_id = $1 ORDER BY d.said_at DESC, d.one_id, d.other_id LIMIT 200`,
      [committeeId],
    );
    const subject = { kind: 'committee', id: committeeId };
    await this.audit.recordReading(actor, {
      ...{ action: 'members.distinctions-read', subject, values: { count: said.length } },
    });
    return said;
  }

  /** They are two people: they are not shown again. */
  async distinguish(actor: Actor, pair: PairDto): Promise<void> {
    const { committeeId, accountId } = actor;
    const [oneId, otherId] = await this.inOrder(committeeId, pair);
    const row = { committeeId, oneId, otherId, saidAt: new Date(), saidBy: accountId };
    await this.database.manager
      .createQueryBuilder()
      .insert()
      .into(MemberDistinction)
      .values(row)
      .orIgnore()
      .updateEntity(false)
      .execute();
    this.audit.record(actor, {
      action: 'members.distinguished',
      subject: subjectOf(oneId),
      values: { memberId: otherId },
    });
  }

  /** What was said of two is taken back. */
  async undistinguish(actor: Actor, pair: PairDto): Promise<void> {
    const { committeeId } = actor;
    const [oneId, otherId] = await this.inOrder(committeeId, pair);
    const { affected } = await this.database.manager.delete(MemberDistinction, { committeeId, oneId, otherId });
    if (!affected) throw new NotFoundError('điều đã ghi về hai đồng chí này');
    this.audit.record(actor, {
      ...{ action: 'members.undistinguished', subject: subjectOf(oneId), values: { memberId: otherId } },
    });
  }

  private async inOrder(committeeId: string, { oneId, otherId }: PairDto): Promise<[string, string]> {
    if (oneId === otherId) throw new InvalidFieldError('otherId', 'Phải là hai đồng chí.');
    const [one = '', other = ''] = [oneId, otherId].map((id) => id.toLowerCase()).toSorted();
    for (const id of [one, other]) {
      if (!(await this.database.manager.existsBy(Member, { committeeId, id }))) throw new NotFoundError('đảng viên');
    }
    return [one, other];
  }
}
