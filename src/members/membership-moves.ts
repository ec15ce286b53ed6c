import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { Database } from '../platform/database/database.js';
import { MovedSinceError } from './members.errors.js';
import { MembershipMove } from './membership-move.entity.js';
import type { MembershipClashDto, MovedMembersDto } from './unit-merger.dto.js';

export interface Move {
  changeId: string;
  on: string;
  from: readonly string[];
  to: string;
  /** Null: everybody of those cells. */
  memberIds: readonly string[] | null;
}

const from = 'upper_inf(p.valid) OR upper(p.valid) > $4::date';

/** Everybody of $3 whose membership reaches into the time from $4 on, and of $5 where it names members. */
const leaving = `p.committee_id = $1 AND p.cell_id = ANY ($3::uuid[]) AND (${from}) AND ($5::uuid[] IS NULL OR p.member_id = ANY ($5))`;

/** Moves memberships of whole cells from a day on, and back. */
@Injectable()
export class MembershipMoves {
  constructor(private readonly database: Database) {}

  /** Memberships of every kind, those too that begin later. What was before the day stays in the old cell. */
  async move({ committeeId }: Actor, { changeId, on, from: cells, to, memberIds }: Move): Promise<void> {
    const key = [committeeId, changeId, cells, on, memberIds];
    await this.database.rows(
      `INSERT INTO membership_move (committee_id, change_id, member_id, kind, valid, from_cell_id, to_cell_id)
       SELECT p.committee_id, $2, p.member_id, p.kind, p.valid, p.cell_id, $6 FROM membership p WHERE ${leaving}`,
      [...key, to],
    );
    const ofChange = `v.committee_id = $1 AND v.change_id = $2 AND v.to_cell_id = $4 AND p.committee_id = $1
      AND (p.member_id, p.kind, p.valid, p.cell_id) = (v.member_id, v.kind, v.valid, v.from_cell_id)`;
    const moved = [committeeId, changeId, on, to];
    await this.database.rows(
      `UPDATE membership p SET cell_id = $4 FROM membership_move v WHERE ${ofChange} AND lower(v.valid) >= $3::date`,
      moved,
    );
    await this.database.rows(
      `UPDATE membership p SET valid = daterange(lower(p.valid), $3) FROM membership_move v
        WHERE ${ofChange} AND lower(v.valid) < $3::date`,
      moved,
    );
    await this.database.rows(
      `INSERT INTO membership (committee_id, member_id, kind, valid, cell_id)
       SELECT v.committee_id, v.member_id, v.kind, daterange($3, upper(v.valid)), v.to_cell_id FROM membership_move v
        WHERE v.committee_id = $1 AND v.change_id = $2 AND v.to_cell_id = $4 AND lower(v.valid) < $3::date`,
      moved,
    );
  }

  /** @throws MovedSinceError where somebody's memberships are not as `move` left them */
  async restore({ committeeId }: Actor, changeId: string, on: string): Promise<void> {
    const key = [committeeId, changeId, on];
    const ofMember = `v.committee_id = $1 AND v.change_id = $2 AND p.committee_id = $1
      AND p.member_id = v.member_id AND p.kind = v.kind`;
    const count = async (statement: string): Promise<number> => {
      const rows = await this.database.rows(statement, key);
      return rows.length;
    };
    const { manager } = this.database;
    const moves = await manager.countBy(MembershipMove, { committeeId, changeId });
    const later = await count(
      `UPDATE membership p SET cell_id = v.from_cell_id FROM membership_move v
        WHERE ${ofMember} AND lower(v.valid) >= $3::date AND p.valid = v.valid AND p.cell_id = v.to_cell_id RETURNING p.member_id`,
    );
    const removed = await count(
      `DELETE FROM membership p USING membership_move v
        WHERE ${ofMember} AND lower(v.valid) < $3::date AND p.valid = daterange($3::date, upper(v.valid)) AND p.cell_id = v.to_cell_id RETURNING p.member_id`,
    );
    if (later + removed !== moves) throw new MovedSinceError();
    const lengthened = await count(
      `UPDATE membership p SET valid = v.valid FROM membership_move v
        WHERE ${ofMember} AND lower(v.valid) < $3::date AND p.valid = daterange(lower(v.valid), $3::date) AND p.cell_id = v.from_cell_id RETURNING p.member_id`,
    );
    if (lengthened !== removed) throw new MovedSinceError();
    await manager.delete(MembershipMove, { committeeId, changeId });
  }

  /** Who moved with a change, by the cells that they left and came to; standing and duty as of the day. */
  async moved({ committeeId }: Actor, changeId: string, on: string): Promise<MovedMembersDto[]> {
    return this.database.rows<MovedMembersDto>(
      `WITH person AS (
         SELECT v.from_cell_id, v.to_cell_id, v.member_id, bool_and(lower(v.valid) > $3::date) AS is_later,
                CASE WHEN bool_or(v.kind = 'official') THEN 'official' WHEN bool_or(v.kind = 'temporary-in') THEN 'temporary-in'
                     ELSE 'residence' END AS kind
           FROM membership_move v WHERE v.committee_id = $1 AND v.change_id = $2
          GROUP BY v.from_cell_id, v.to_cell_id, v.member_id),
       told AS (
         SELECT p.*, m.admitted_on IS NOT NULL AND (m.official_on IS NULL OR m.official_on > $3::date) AS is_probationary,
                EXISTS (SELECT FROM away a WHERE a.committee_id = $1 AND a.member_id = p.member_id AND a.valid @> $3::date) AS is_away,
                EXISTS (SELECT FROM exemption e WHERE e.committee_id = $1 AND e.member_id = p.member_id AND e.valid @> $3::date) AS is_exempt
           FROM person p LEFT JOIN member m ON m.committee_id = $1 AND m.id = p.member_id)
       SELECT from_cell_id AS "fromCellId", to_cell_id AS "toCellId", count(*)::int AS members,
              (count(*) FILTER (WHERE kind = 'official' AND NOT is_probationary))::int AS official,
              (count(*) FILTER (WHERE kind = 'official' AND is_probationary))::int AS probationary,
              (count(*) FILTER (WHERE kind = 'temporary-in'))::int AS "temporaryIn",
              (count(*) FILTER (WHERE kind = 'residence'))::int AS residence,
              (count(*) FILTER (WHERE kind <> 'residence' AND is_exempt AND NOT is_away))::int AS exempt,
              (count(*) FILTER (WHERE kind <> 'residence' AND is_away))::int AS away,
              (count(*) FILTER (WHERE is_later))::int AS later
         FROM told GROUP BY from_cell_id, to_cell_id ORDER BY from_cell_id, to_cell_id`,
      [committeeId, changeId, on],
    );
  }

  /** Who belongs to one of these cells in two ways at a time from that day on. */
  async clashes({ committeeId }: Actor, cellIds: readonly string[], on: string): Promise<MembershipClashDto[]> {
    return this.database.rows<MembershipClashDto>(
      `SELECT DISTINCT p.member_id AS "memberId", m.full_name AS "fullName", p.cell_id AS "cellId"
         FROM membership p JOIN membership q ON q.committee_id = $1 AND q.member_id = p.member_id AND q.cell_id = p.cell_id
          AND q.kind > p.kind AND q.valid && p.valid * daterange($3::date, NULL)
         JOIN member m ON m.committee_id = $1 AND m.id = p.member_id
        WHERE p.committee_id = $1 AND p.cell_id = ANY ($2::uuid[]) ORDER BY 2, 1`,
      [committeeId, cellIds, on],
    );
  }

  /** Members of a cell from that day on, in any way. */
  async membersOf({ committeeId }: Actor, cellId: string, on: string): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      `SELECT DISTINCT p.member_id AS id FROM membership p
        WHERE p.committee_id = $1 AND p.cell_id = $2 AND (upper_inf(p.valid) OR upper(p.valid) > $3::date)`,
      [committeeId, cellId, on],
    );
    return rows.map(({ id }) => id);
  }
}
