import { Injectable } from '@nestjs/common';
import type { CreateMemberDto } from '../members/member.dto.js';
import { MemberService } from '../members/member.service.js';
import { MemberSecretService } from '../members/member-secret.service.js';
import type { Actor } from '../platform/access/actor.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';
import { FieldCipher } from '../platform/encryption/field-cipher.js';
import { changeMembers, type MemberChange, numbersOf } from './changed-members.js';
import { type Held, heldOf, printOf } from '../members/held.js';
import { ImportFiles } from './import-files.js';
import { ImportKnown } from './import-known.js';
import { ImportLists } from './import-lists.js';
import type { Task } from './import-work.js';
import type { Reading } from './reading.types.js';
import { ImportRow, type RegisterImport } from './register-import.entity.js';
import { RegisterSnapshot } from './register-snapshot.js';
import type { RowValues } from './row-content.js';
import { beforePurpose } from './sealed-imports.js';
import { type Ready, StaleRows } from './stale-rows.js';

const AT_ONCE = 500;

/** Thrown where the register is no longer as the check saw it. */
export class StaleError extends Error {
  constructor(readonly rows: readonly number[]) {
    super(`${rows.length} rows are stale`);
  }
}

/** Writes a checked list into the register: all of it in one transaction, or nothing. */
@Injectable()
export class WriteService {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
    private readonly members: MemberService,
    private readonly secrets: MemberSecretService,
    private readonly lists: ImportLists,
    private readonly files: ImportFiles,
    private readonly known: ImportKnown,
    private readonly audit: AuditTrail,
  ) {}

  /** The list's state is `writing` already. @throws StaleError, and nothing is written */
  async write(actor: Actor, list: RegisterImport & { reading: Reading }, task: Task): Promise<void> {
    const { committeeId, id, reading } = list;
    await this.database.inScope(actor.scope, async () => {
      const sources = { database: this.database, cipher: this.cipher };
      const { cells } = await this.known.of(committeeId, reading.from);
      const stale = new StaleRows(await RegisterSnapshot.of(sources, committeeId, reading.from), cells);
      const toWrite = await this.lists.toWrite(list);
      const total = toWrite.new + toWrite.changed;
      let done = 0;
      for (let after = 0; ;) {
        const batch = await this.batch(list, after);
        const last = batch.at(-1);
        if (!last) break;
        stale.look(batch);
        if (stale.rows.length === 0) await this.writeBatch(actor, list.id, reading.from, batch);
        // Once some stand there: the planner knows nothing of a first register, whose every key it would look for afar.
        if (after === 0) await this.database.count('member', 'membership');
        after = last.row;
        done += batch.length;
        await task.beat(done, total);
      }
      if (stale.rows.length > 0) throw new StaleError(stale.rows);
      await this.finish(actor, list, toWrite, task);
      await this.files.forget(committeeId, id);
    });
  }

  private async batch({ committeeId, id }: RegisterImport, after: number): Promise<Ready[]> {
    const rows = await this.database.rows<ImportRow>(
      `SELECT committee_id AS "committeeId", import_id AS "importId", "row", verdict, decision, member_id AS "memberId", sealed
         FROM import_row WHERE committee_id = $1 AND import_id = $2 AND "row" > $3
          AND (verdict IN ('new', 'changed') OR decision IN ('new', 'match')) ORDER BY "row" LIMIT ${AT_ONCE}`,
      [committeeId, id, after],
    );
    return rows.map((entry) => ({ row: entry.row, memberId: entry.memberId, content: this.lists.contentOf(entry) }));
  }

  private async writeBatch(actor: Actor, importId: string, from: string, batch: readonly Ready[]): Promise<void> {
    const { committeeId } = actor;
    const fresh = batch.filter(({ memberId }) => memberId === null);
    const ids =
      fresh.length > 0
        ? await this.members.enterUnrecorded(
            actor,
            fresh.map((ready) => newMember(ready.content.values, from)),
          )
        : [];
    const idOf = new Map(fresh.map(({ row }, at) => [row, ids[at] ?? '']));
    const changes = batch.flatMap((ready) => changeOf(ready) ?? []);
    const sources = { database: this.database, secrets: this.secrets };
    const before = await heldOf(
      sources,
      actor,
      changes.map(({ memberId }) => memberId),
    );
    await changeMembers(this.database, committeeId, from, changes);
    await this.secrets.put(
      actor,
      changes.map((change) => ({ memberId: change.memberId, numbers: numbersOf(change) })),
    );
    const written = batch.map(({ row, memberId }) => ({ row, memberId: memberId ?? idOf.get(row) ?? '' }));
    await this.keep(actor, importId, written, before);
  }

  /** How each member stood before, and a print of how he stands now: for taking the list back. */
  private async keep(
    actor: Actor,
    importId: string,
    written: readonly { row: number; memberId: string }[],
    before: ReadonlyMap<string, Held>,
  ): Promise<void> {
    const { committeeId } = actor;
    const ids = written.map(({ memberId }) => memberId);
    const after = await heldOf({ database: this.database, secrets: this.secrets }, actor, ids);
    const seal = ({ row, memberId }: (typeof written)[number]): Buffer => {
      const held = after.get(memberId);
      const kept = { before: before.get(memberId) ?? null, after: held ? printOf(held) : '' };
      return this.cipher.seal(beforePurpose(committeeId, importId, row), JSON.stringify(kept));
    };
    await this.database.rows(
      `WITH written AS (SELECT * FROM unnest($3::int[], $4::uuid[], $5::bytea[]) AS w("row", member_id, sealed)),
            told AS (UPDATE import_row r SET is_written = true, member_id = w.member_id FROM written w
                      WHERE (r.committee_id, r.import_id, r."row") = ($1, $2, w."row"))
       INSERT INTO import_before (committee_id, import_id, "row", sealed) SELECT $1, $2, "row", sealed FROM written`,
      [committeeId, importId, written.map(({ row }) => row), ids, written.map(seal)],
    );
  }

  private async finish(
    actor: Actor,
    { committeeId, id, fileName }: RegisterImport,
    toWrite: { new: number; changed: number; behind: number },
    task: Task,
  ): Promise<void> {
    task.signal.throwIfAborted();
    const rows = await this.database.rows(
      `UPDATE register_import SET state = 'written', written_at = now(), done = 0, total = NULL
        WHERE committee_id = $1 AND id = $2 AND state = 'writing' RETURNING id`,
      [committeeId, id],
    );
    if (rows.length === 0) throw new Error('the list was stopped while it was written');
    const subject = { kind: 'register-import', id };
    this.audit.record(actor, { action: 'import.written', subject, values: { name: fileName, ...toWrite } });
  }
}

function changeOf({ memberId, content }: Ready): MemberChange | null {
  if (memberId === null) return null;
  const candidate = content.candidates.find((each) => each.memberId === memberId);
  return { memberId, values: content.values, changes: candidate?.changes ?? content.changes };
}

function newMember(values: RowValues, from: string): CreateMemberDto {
  const { fullName = '', cellId = '', cellKind, residenceCellId, exemption, awayFrom, office, ...fields } = values;
  const memberships: CreateMemberDto['memberships'] = [{ cellId, kind: cellKind ?? 'official', from }];
  if (residenceCellId) memberships.push({ cellId: residenceCellId, kind: 'residence', from });
  return {
    ...fields,
    ...{ fullName, memberships },
    ...(exemption && { exemptions: [exemption] }),
    ...(awayFrom && { aways: [{ from: awayFrom }] }),
    ...(office && { offices: [{ title: office, from }] }),
  };
}
