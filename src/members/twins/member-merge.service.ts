import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../platform/access/actor.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Database } from '../../platform/database/database.js';
import { FieldCipher } from '../../platform/encryption/field-cipher.js';
import { InvalidFieldError, NotFoundError } from '../../platform/errors/domain-error.js';
import { datedTables } from '../dated-rows.js';
import { type Held, heldOf, printOf, putBack } from '../held.js';
import { subjectOf } from '../member-events.js';
import { MemberSecretService } from '../member-secret.service.js';
import { MemberService } from '../member.service.js';
import { ChangedSinceMergeError } from '../members.errors.js';
import { requireStay } from '../steps/stay.js';
import { MemberMerge, mergePurpose } from './member-merge.entity.js';
import type { MergeDto, MergedField, MergeRecordDto } from './twins.dto.js';

/** All that the register held of both, and prints of how the merge left them. */
interface Merged {
  before: [kept: Held, dropped: Held];
  after: [kept: string, dropped: string];
}

/** Columns of a field that is taken of one entry as a whole. */
const columnsOf: Record<Exclude<MergedField, 'citizenNumber' | 'phone'>, string[]> = {
  fullName: ['full_name', 'family_name', 'middle_name', 'given_name'],
  birth: ['birth_date', 'birth_year'],
  sex: ['sex'],
  cardNumber: ['card_number'],
  admittedOn: ['admitted_on'],
  officialOn: ['official_on'],
};

/** What sets periods of a table apart besides their days. */
const keyOf: Record<(typeof datedTables)[number], string[]> = {
  ...{ membership: ['kind'], exemption: [], away: [], member_office: ['title'] },
};
const others = { membership: ['cell_id'], exemption: ['kind'], away: ['place'], member_office: [] } as const;

/** Makes two entries of one person one, and two again. */
@Injectable()
export class MemberMergeService {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
    private readonly members: MemberService,
    private readonly secrets: MemberSecretService,
    private readonly audit: AuditTrail,
  ) {}

  /** For somebody who looks at them. */
  async read(actor: Actor): Promise<MergeRecordDto[]> {
    const merges = await this.list(actor);
    const subject = { kind: 'committee', id: actor.committeeId };
    await this.audit.recordReading(actor, { action: 'members.merges-read', subject, values: { count: merges.length } });
    return merges;
  }

  /** Newest first. */
  private async list({ committeeId }: Actor): Promise<MergeRecordDto[]> {
    return this.database.rows<MergeRecordDto>(
      `SELECT g.id, g.kept_id AS "keptId", k.full_name AS "keptName", g.dropped_id AS "droppedId", d.full_name AS "droppedName",
              g.merged_at AS "mergedAt", coalesce(a.display_name, '–') AS "mergedBy"
         FROM member_merge g
         JOIN member k ON (k.committee_id, k.id) = (g.committee_id, g.kept_id)
         JOIN member d ON (d.committee_id, d.id) = (g.committee_id, g.dropped_id)
         LEFT JOIN account a ON a.id = g.merged_by
        WHERE g.committee_id = $1 ORDER BY g.id DESC LIMIT 200`,
      [committeeId],
    );
  }

  /**
   * The kept entry takes what it lacks, and what is named; it takes part where the other did while it did nowhere itself. The
   * other belongs nowhere any more. Lists that were made and closings stay as they are.
   */
  async merge(actor: Actor, { keptId, droppedId, take }: MergeDto): Promise<MergeRecordDto[]> {
    const { committeeId, accountId } = actor;
    if (keptId === droppedId) throw new InvalidFieldError('droppedId', 'Phải là hai đồng chí.');
    for (const id of [keptId, droppedId]) await this.members.standing(actor, id);
    const before = await this.both(actor, keptId, droppedId);
    await this.takeFields(committeeId, keptId, droppedId, take, before);
    await this.takeNumbers(actor, keptId, droppedId, take, before);
    await this.takePeriods(committeeId, keptId, droppedId);
    await requireStay(this.database, committeeId, [keptId]);
    const [kept, dropped] = await this.both(actor, keptId, droppedId);
    const id = uuidv7();
    const merged: Merged = { before, after: [printOf(kept), printOf(dropped)] };
    await this.database.manager.insert(MemberMerge, {
      ...{ committeeId, id, keptId, droppedId, mergedAt: new Date(), mergedBy: accountId },
      sealedBefore: this.cipher.seal(mergePurpose(committeeId, id), JSON.stringify(merged)),
    });
    this.audit.record(actor, {
      action: 'members.merged',
      subject: subjectOf(keptId),
      values: { memberId: droppedId, take },
    });
    return this.list(actor);
  }

  /** @throws ChangedSinceMergeError where something was written of one of them since */
  async undo(actor: Actor, id: string): Promise<MergeRecordDto[]> {
    const { committeeId } = actor;
    const merge = await this.database.manager.findOneBy(MemberMerge, { committeeId, id });
    if (!merge) throw new NotFoundError('lần gộp này');
    const { keptId, droppedId, sealedBefore } = merge;
    const { before, after } = JSON.parse(this.cipher.open(mergePurpose(committeeId, id), sealedBefore)) as Merged;
    const now = await this.both(actor, keptId, droppedId);
    if (now.some((held, at) => printOf(held) !== after[at])) throw new ChangedSinceMergeError();
    // A card belongs to one of them at a time.
    await this.database.rows('UPDATE member SET card_number = NULL WHERE committee_id = $1 AND id = ANY ($2)', [
      ...[committeeId, [keptId, droppedId]],
    ]);
    await putBack(this.database, committeeId, before);
    await this.secrets.put(actor, [{ memberId: keptId, numbers: { citizenNumber: null, phone: null } }]);
    await this.secrets.put(actor, [
      { memberId: keptId, numbers: before[0].numbers },
      { memberId: droppedId, numbers: before[1].numbers },
    ]);
    await this.database.manager.delete(MemberMerge, { committeeId, id });
    this.audit.record(actor, {
      action: 'members.unmerged',
      subject: subjectOf(keptId),
      values: { memberId: droppedId },
    });
    return this.list(actor);
  }

  /** Nobody else changes them before this transaction is over. */
  private async both(actor: Actor, keptId: string, droppedId: string): Promise<[Held, Held]> {
    const ids = [keptId, droppedId];
    await this.database.rows('SELECT FROM member WHERE committee_id = $1 AND id = ANY ($2) ORDER BY id FOR UPDATE', [
      actor.committeeId,
      ids,
    ]);
    const held = await heldOf({ database: this.database, secrets: this.secrets }, actor, ids);
    const [kept, dropped] = [held.get(keptId), held.get(droppedId)];
    if (!kept || !dropped) throw new NotFoundError('đảng viên');
    return [kept, dropped];
  }

  private async takeFields(
    committeeId: string,
    keptId: string,
    droppedId: string,
    take: readonly MergedField[],
    [kept, dropped]: [Held, Held],
  ): Promise<void> {
    const fields = Object.entries(columnsOf).filter(([field, columns]) => {
      const says = (held: Held): boolean => columns.some((column) => personOf(held)[column] !== null);
      return says(dropped) && (!says(kept) || take.some((taken) => taken === field));
    });
    const columns = fields.flatMap(([, of]) => of);
    await this.database.rows('UPDATE member SET card_number = NULL WHERE committee_id = $1 AND id = $2', [
      ...[committeeId, droppedId],
    ]);
    if (columns.length === 0) return;
    await this.database.rows(
      `UPDATE member m SET (${columns.join(', ')}) = ROW (${columns.map((column) => `r.${column}`).join(', ')})
         FROM jsonb_populate_record(NULL::member, $3) r WHERE m.committee_id = $1 AND m.id = $2`,
      [committeeId, keptId, JSON.stringify(personOf(dropped))],
    );
  }

  private async takeNumbers(
    actor: Actor,
    keptId: string,
    droppedId: string,
    take: readonly MergedField[],
    [kept, dropped]: [Held, Held],
  ): Promise<void> {
    const of = (field: 'citizenNumber' | 'phone'): string | null =>
      take.includes(field)
        ? (dropped.numbers[field] ?? kept.numbers[field])
        : (kept.numbers[field] ?? dropped.numbers[field]);
    await this.secrets.put(actor, [{ memberId: droppedId, numbers: { citizenNumber: null, phone: null } }]);
    await this.secrets.put(actor, [
      { memberId: keptId, numbers: { citizenNumber: of('citizenNumber'), phone: of('phone') } },
    ]);
  }

  /** Where both say something of the same time, the kept one is believed. */
  private async takePeriods(committeeId: string, keptId: string, droppedId: string): Promise<void> {
    for (const table of datedTables) {
      const same = keyOf[table].map((column) => ` AND k.${column} = d.${column}`).join('');
      const told = [...keyOf[table], ...others[table]];
      const list = (prefix: string): string => told.map((column) => `, ${prefix}${column}`).join('');
      await this.database.rows(
        `INSERT INTO ${table} (committee_id, member_id, valid${list('')})
         SELECT d.committee_id, $2, piece${list('d.')} FROM ${table} d
          CROSS JOIN LATERAL unnest(datemultirange(d.valid) - coalesce(
            (SELECT range_agg(k.valid) FROM ${table} k WHERE (k.committee_id, k.member_id) = ($1, $2)${same}), '{}')) AS piece
          WHERE (d.committee_id, d.member_id) = ($1, $3)`,
        [committeeId, keptId, droppedId],
      );
      await this.database.rows(`DELETE FROM ${table} WHERE committee_id = $1 AND member_id = $2`, [
        ...[committeeId, droppedId],
      ]);
    }
  }
}

const personOf = ({ rows }: Held): Record<string, unknown> => rows['member'] as Record<string, unknown>;
