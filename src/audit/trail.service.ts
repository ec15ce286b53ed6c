import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';
import { wordsOf } from './action-words.js';
import type { TrailChoicesDto, TrailEntryDto, TrailPageDto, TrailQuery } from './audit.dto.js';
import { SubjectNames } from './subject-names.js';
import { idsOf, type KeptEntry, toldEntry } from './told-entry.js';

/** Which entries; days are Vietnam's. */
export type TrailFilter = Omit<TrailQuery, 'limit'> & { limit: number };

/** Entries that one answer looks through for words. */
const searchedAtOnce = 20_000;

/** Who searches the trail is not shown the searches of before, which all hold his words. */
const entries = `
  SELECT e.seq, e.at, e.account_id AS "accountId", e.address, e.action, e.subject_kind AS "subjectKind",
         e.subject_id AS "subjectId", e.digests, encode(e.hash, 'hex') AS hash,
         (SELECT coalesce(jsonb_object_agg(v.field, v.value::jsonb), '{}') FROM audit_value v
           WHERE v.committee_id = e.committee_id AND v.seq = e.seq) AS told
    FROM audit_entry e
   WHERE e.committee_id = $1
     AND ($2::integer IS NULL OR e.seq < $2) AND e.seq > $10
     AND ($3::uuid IS NULL OR e.account_id = $3)
     AND ($4::text IS NULL OR e.action = $4)
     AND ($5::uuid IS NULL OR e.subject_id = $5 OR (e.action = 'members.entered' AND EXISTS (
           SELECT FROM audit_value v WHERE v.committee_id = e.committee_id AND v.seq = e.seq AND v.field = 'memberIds'
              AND position($5::text IN v.value) > 0)))
     AND ($6::date IS NULL OR e.at >= $6::date::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh')
     AND ($7::date IS NULL OR e.at < ($7::date + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh')
     AND ($8::text IS NULL OR e.action <> 'audit.read' OR $4 = 'audit.read')
     AND ($8::text IS NULL
          OR EXISTS (SELECT FROM audit_value v WHERE v.committee_id = e.committee_id AND v.seq = e.seq
                        AND position(search_key($8) IN search_key(v.value)) > 0)
          OR e.subject_id IN (SELECT m.id FROM member m
                               WHERE m.committee_id = $1 AND position(search_key($8) IN m.name_search) > 0))
   ORDER BY e.seq DESC LIMIT $9`;

/** The trail as people read it: newest first, ids as names, codes as words. */
@Injectable()
export class TrailService {
  constructor(
    private readonly database: Database,
    private readonly names: SubjectNames,
    private readonly audit: AuditTrail,
  ) {}

  async page(actor: Actor, query: TrailQuery): Promise<TrailPageDto> {
    const { limit, before, ...asked } = query;
    const floor = query.text === undefined ? 0 : await this.floorOf(actor, before);
    const found = await this.read(actor, { ...query, limit: limit + 1 }, floor);
    const shown = found.slice(0, limit);
    const subject = { kind: 'committee', id: actor.committeeId };
    await this.audit.recordReading(actor, { action: 'audit.read', subject, values: { ...asked } });
    const rest = floor > 0 ? floor + 1 : null;
    return { entries: shown, next: found.length > limit ? (shown.at(-1)?.seq ?? null) : rest };
  }

  /** Newest first. @param floor entries up to this one are not looked at */
  async read(actor: Actor, filter: TrailFilter, floor = 0): Promise<TrailEntryDto[]> {
    const { before, accountId, action, subjectId, from, until, text, limit } = filter;
    const kept = await this.database.rows<KeptEntry>(entries, [
      ...[actor.committeeId, before ?? null, accountId ?? null, action ?? null, subjectId ?? null],
      ...[from ?? null, until ?? null, text ?? null, limit, floor],
    ]);
    const names = await this.names.of(actor, kept.flatMap(idsOf));
    return kept.map((entry) => toldEntry(entry, names));
  }

  /** Words are looked for value by value, so that one answer goes back only so far; the next one goes on from there. */
  private async floorOf({ committeeId }: Actor, before: number | undefined): Promise<number> {
    if (before !== undefined) return Math.max(0, before - 1 - searchedAtOnce);
    const [head] = await this.database.rows<{ seq: number }>('SELECT seq FROM audit_head WHERE committee_id = $1', [
      committeeId,
    ]);
    return Math.max(0, (head?.seq ?? 0) - searchedAtOnce);
  }

  /** What has happened in this trail, and who has acted in it. */
  async choices(actor: Actor): Promise<TrailChoicesDto> {
    const actions = await this.database.rows<{ action: string }>(
      'SELECT DISTINCT action FROM audit_entry WHERE committee_id = $1',
      [actor.committeeId],
    );
    const ids = await this.database.rows<{ id: string }>(
      'SELECT DISTINCT account_id AS id FROM audit_entry WHERE committee_id = $1 AND account_id IS NOT NULL',
      [actor.committeeId],
    );
    const names = await this.names.of(
      actor,
      ids.map(({ id }) => id),
    );
    const byWords = new Intl.Collator('vi');
    return {
      actions: actions
        .map(({ action }) => ({ action, words: wordsOf(action) }))
        .sort((one, other) => byWords.compare(one.words, other.words)),
      people: ids
        .map(({ id }) => ({ accountId: id, name: names.get(id)?.name ?? id }))
        .sort((one, other) => byWords.compare(one.name, other.name)),
    };
  }
}
