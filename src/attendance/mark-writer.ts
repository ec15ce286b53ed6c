import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Database } from '../platform/database/database.js';
import { Gathering } from '../platform/database/gathering.js';
import { type RowScope, settingsOf } from '../platform/database/row-scope.js';
import type { MarkKind, MarkMethod, MarkReason } from './mark.js';

/** A mark as a device offers it; `id` is the device's own. */
export interface OfferedMark {
  committeeId: string;
  sittingId: string;
  id: string;
  memberId: string;
  kind: MarkKind;
  reason: MarkReason | null;
  withdraws: string | null;
  note: string | null;
  method: MarkMethod;
  device: string | null;
  takenAt: Date;
  takenBy: string;
}

/**
 * What became of it. `saved` and `repeated` are answered after the commit; a `conflict` changed nothing and is listed;
 * `failed` carries what the database said of this mark alone.
 */
export type MarkOutcome =
  | { status: 'saved' | 'repeated' | 'conflict' | 'not-on-roll' }
  | { status: 'closed'; classId: string }
  | { status: 'failed'; reason: unknown };

interface Offer {
  mark: OfferedMark;
  scope: RowScope;
  lane: string;
}

const columns = {
  committee_id: 'uuid',
  sitting_id: 'uuid',
  id: 'uuid',
  member_id: 'uuid',
  kind: 'text',
  reason: 'text',
  withdraws: 'uuid',
  note: 'text',
  method: 'text',
  device: 'text',
  taken_at: 'timestamptz',
  taken_by: 'uuid',
};
type Row = Record<keyof typeof columns, string | null>;
const names = Object.keys(columns) as (keyof Row)[];
const [list, shape] = [names.join(', '), names.map((name) => `${name} ${columns[name]}`).join(', ')];

type MarkKey = Pick<OfferedMark, 'sittingId' | 'id'>;
const keyOf = ({ sittingId, id }: MarkKey): string => `${sittingId} ${id}`;

const rowOf = (mark: OfferedMark): Row => ({
  ...{ committee_id: mark.committeeId, sitting_id: mark.sittingId, id: mark.id, member_id: mark.memberId },
  ...{ kind: mark.kind, reason: mark.reason, withdraws: mark.withdraws, note: mark.note, method: mark.method },
  ...{ device: mark.device, taken_at: mark.takenAt.toISOString(), taken_by: mark.takenBy },
});

/*
 * Saves what may be saved and names it; of the rest it says nothing. The share lock on the class is what makes closing
 * safe: it waits for a closing under way and then reads the class as that closing left it, and a closing waits for it.
 * LIMIT 1 says what the key says already, but to a planner without statistics, which would read the whole roll a mark.
 */
const write = `
  INSERT INTO mark (${list}, session_id, received_at)
  SELECT ${names.map((name) => `o.${name}`).join(', ')}, s.session_id, clock_timestamp()
    FROM json_to_recordset($1) AS o(${shape})
    JOIN sitting s ON (s.committee_id, s.id) = (o.committee_id, o.sitting_id)
   CROSS JOIN LATERAL (
    SELECT class_id FROM roll_entry
     WHERE (committee_id, session_id, member_id) = (s.committee_id, s.session_id, o.member_id) LIMIT 1) r
    JOIN session_class c ON (c.committee_id, c.id) = (o.committee_id, r.class_id)
   WHERE c.closed_at IS NULL
   ORDER BY c.id
     FOR SHARE OF c
  ON CONFLICT DO NOTHING RETURNING sitting_id AS "sittingId", id`;

const classOfMember = `
  SELECT r.class_id AS "classId" FROM sitting s
    JOIN roll_entry r ON (r.committee_id, r.session_id) = (s.committee_id, s.session_id)
   WHERE s.committee_id = $1 AND s.id = $2 AND r.member_id = $3`;

/** Writes marks in groups: what comes in while one group is written goes into the next, in one statement and one commit. */
@Injectable()
export class MarkWriter {
  private readonly groups: Gathering<Offer, MarkOutcome>;

  constructor(private readonly database: Database) {
    this.groups = new Gathering((offers) => this.writeByScope(offers));
  }

  offer(mark: OfferedMark, scope: RowScope): Promise<MarkOutcome> {
    return this.groups.get({ mark, scope, lane: laneOf(scope) });
  }

  /** Whoever may touch the same rows shares a statement: a whole committee's desk is one, each door another. */
  private async writeByScope(offers: Offer[]): Promise<MarkOutcome[]> {
    const outcomes = new Map<Offer, MarkOutcome>();
    for (const lane of Map.groupBy(offers, (offer) => offer.lane).values()) {
      const [first] = lane;
      if (!first) continue;
      const written = await this.database.withScope(first.scope, () =>
        this.writeGroup(
          lane.map(({ mark }) => mark),
          first.scope,
        ),
      );
      lane.forEach((offer, index) => outcomes.set(offer, written[index] ?? { status: 'not-on-roll' }));
    }
    return offers.map((offer) => outcomes.get(offer) ?? { status: 'not-on-roll' });
  }

  /** One mark that the database refuses must not take its group down: the group is then written by halves. */
  private async writeGroup(marks: OfferedMark[], scope: RowScope): Promise<MarkOutcome[]> {
    try {
      return await this.writeOnce(marks, scope);
    } catch (reason) {
      if (!isOfItsContent(reason)) throw reason;
      if (marks.length === 1) return [isBeyondReach(reason) ? { status: 'not-on-roll' } : { status: 'failed', reason }];
      const middle = Math.ceil(marks.length / 2);
      return [
        ...(await this.writeGroup(marks.slice(0, middle), scope)),
        ...(await this.writeGroup(marks.slice(middle), scope)),
      ];
    }
  }

  private async writeOnce(marks: OfferedMark[], scope: RowScope): Promise<MarkOutcome[]> {
    const rows = JSON.stringify(marks.map(rowOf));
    const saved = await this.database.preparedRows<MarkKey>('write-marks', write, [rows], scope);
    const fresh = new Set(saved.map(keyOf));
    const twice = repeatedOf(marks.map(keyOf));
    const outcomes: MarkOutcome[] = [];
    for (const mark of marks) {
      const key = keyOf(mark);
      if (fresh.has(key) && !twice.has(key)) outcomes.push({ status: 'saved' });
      else outcomes.push(await this.judge(mark, fresh));
    }
    return outcomes;
  }

  /**
   * The rare path: the id is there already, or twice in the group, or the class is closed, or nobody of that name is
   * expected. @param fresh keys that the group has saved, of which each is told once
   */
  private async judge(mark: OfferedMark, fresh: Set<string>): Promise<MarkOutcome> {
    const { committeeId, sittingId, id, memberId } = mark;
    const [stored] = await this.database.rows<Record<keyof Row, unknown>>(
      `SELECT ${list} FROM mark WHERE committee_id = $1 AND sitting_id = $2 AND id = $3`,
      [committeeId, sittingId, id],
    );
    if (stored) {
      const outcome = await this.compare(mark, stored);
      return outcome.status === 'repeated' && fresh.delete(keyOf(mark)) ? { status: 'saved' } : outcome;
    }
    // Who is on the roll and was not taken stood in a class that was closed, even if it has been opened again since.
    const [entry] = await this.database.rows<{ classId: string }>(classOfMember, [committeeId, sittingId, memberId]);
    return entry ? { status: 'closed', ...entry } : { status: 'not-on-roll' };
  }

  /** Who took it plays no part: another account may send again what a device could not. */
  private async compare(mark: OfferedMark, stored: Record<keyof Row, unknown>): Promise<MarkOutcome> {
    const offered = rowOf(mark);
    const isSame = names.every((name) => {
      const held = stored[name];
      return name === 'taken_by' || (held instanceof Date ? held.toISOString() : held) === offered[name];
    });
    if (isSame) return { status: 'repeated' };
    await this.database.rows(
      `INSERT INTO mark_conflict (committee_id, id, sitting_id, mark_id, offered, received_at) VALUES ($1, $2, $3, $4, $5, now())`,
      [mark.committeeId, uuidv7(), mark.sittingId, mark.id, JSON.stringify(mark)],
    );
    return { status: 'conflict' };
  }
}

function repeatedOf(keys: string[]): Set<string> {
  const seen = new Set<string>();
  return new Set(keys.filter((key) => seen.size === seen.add(key).size));
}

/** Equal for scopes that reach the same rows; short for a desk's, which reaches all of a committee. */
function laneOf(scope: RowScope): string {
  const { committeeId, accountId, people, sessions } = scope;
  return people === 'all' && sessions === 'all' ? `${committeeId} ${accountId}` : settingsOf(scope);
}

/** SQLSTATE classes 22 (data) and 23 (constraints), and rows beyond reach: the fault of some mark, not of the connection. */
function isOfItsContent(reason: unknown): boolean {
  return /^2[23]/.test(stateOf(reason)) || isBeyondReach(reason);
}

const stateOf = (reason: unknown): string =>
  reason instanceof Error && 'code' in reason && typeof reason.code === 'string' ? reason.code : '';

/** Row-level security refused the row: for this account the sitting or the person is as good as not there. */
const isBeyondReach = (reason: unknown): boolean =>
  stateOf(reason) === '42501' && reason instanceof Error && reason.message.includes('row-level security');
