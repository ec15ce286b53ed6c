import { Injectable } from '@nestjs/common';
import { MemberSecretService } from '../members/member-secret.service.js';
import type { Actor } from '../platform/access/actor.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';
import { FieldCipher } from '../platform/encryption/field-cipher.js';
import { type Held, heldOf, printOf, putBack } from '../members/held.js';
import { ImportLists } from './import-lists.js';
import type { ImportDto } from './register-import.dto.js';
import { BuiltOnError, ImportStateError } from './register-import.errors.js';
import { beforePurpose } from './sealed-imports.js';

const AT_ONCE = 500;

interface Written {
  row: number;
  memberId: string;
  isNew: boolean;
  fullName: string;
  sealed: Buffer;
}

/** What refers to people and can't be taken along. */
const builtOn: [table: string, words: string, column?: string][] = [
  ['roll_entry', 'đã có trong danh sách triệu tập của một hội nghị'],
  ['data_request', 'đã có yêu cầu về dữ liệu cá nhân'],
  ['membership_move', 'đã chuyển theo việc nhập, chia chi bộ'],
  ['member_merge', 'đã được gộp với hồ sơ khác', 'kept_id'],
  ['member_merge', 'đã được gộp với hồ sơ khác', 'dropped_id'],
  ['member_step', 'đã có việc ghi trong quá trình'],
];

/** Takes a written list back as a whole, as long as nothing was built on it. */
@Injectable()
export class UndoService {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
    private readonly secrets: MemberSecretService,
    private readonly lists: ImportLists,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws BuiltOnError with the first of whom something else has been said since */
  async undo(actor: Actor, id: string): Promise<ImportDto> {
    const { committeeId } = actor;
    const list = await this.lists.held(committeeId, id);
    if (list.state !== 'written') throw new ImportStateError('Chỉ rút lại được danh sách đã ghi vào sổ.');
    let count = 0;
    for (let after = 0; ;) {
      const batch = await this.batch(committeeId, id, after);
      const last = batch.at(-1);
      if (!last) break;
      await this.requireFree(
        committeeId,
        batch.filter(({ isNew }) => isNew),
      );
      await this.takeBack(actor, id, batch);
      count += batch.length;
      after = last.row;
    }
    if (count === 0)
      throw new ImportStateError('Các dòng của danh sách này đã hết hạn lưu giữ, không rút lại được nữa.');
    await this.end(committeeId, id);
    const subject = { kind: 'register-import', id };
    this.audit.record(actor, { action: 'import.undone', subject, values: { name: list.fileName, rows: count } });
    return this.lists.detail(committeeId, id);
  }

  private batch(committeeId: string, id: string, after: number): Promise<Written[]> {
    return this.database.rows<Written>(
      `SELECT r."row", r.member_id AS "memberId", (r.verdict = 'new' OR r.decision IS NOT DISTINCT FROM 'new') AS "isNew",
              coalesce(m.full_name, 'Một đồng chí') AS "fullName", b.sealed
         FROM import_row r JOIN import_before b USING (committee_id, import_id, "row")
         LEFT JOIN member m ON (m.committee_id, m.id) = (r.committee_id, r.member_id)
        WHERE r.committee_id = $1 AND r.import_id = $2 AND r.is_written AND r."row" > $3 ORDER BY r."row" LIMIT ${AT_ONCE}`,
      [committeeId, id, after],
    );
  }

  private async requireFree(committeeId: string, entered: readonly Written[]): Promise<void> {
    const ids = entered.map(({ memberId }) => memberId);
    for (const [table, words, column = 'member_id'] of builtOn) {
      const [found] = await this.database.rows<{ id: string }>(
        `SELECT ${column} AS id FROM ${table} WHERE committee_id = $1 AND ${column} = ANY ($2) LIMIT 1`,
        [committeeId, ids],
      );
      const who = found && entered.find(({ memberId }) => memberId === found.id);
      if (who) throw new BuiltOnError(who.fullName, who.row, words);
    }
  }

  private async takeBack(actor: Actor, importId: string, batch: readonly Written[]): Promise<void> {
    const { committeeId } = actor;
    const sources = { database: this.database, secrets: this.secrets };
    const now = await heldOf(
      sources,
      actor,
      batch.map(({ memberId }) => memberId),
    );
    const before: Held[] = [];
    for (const { row, memberId, fullName, sealed } of batch) {
      const kept = this.open(beforePurpose(committeeId, importId, row), sealed);
      const held = now.get(memberId);
      if (!held || printOf(held) !== kept.after) throw new BuiltOnError(fullName, row, 'đã được sửa sau khi nhập');
      if (kept.before) before.push(kept.before);
    }
    await putBack(this.database, committeeId, before);
    const changed = batch.filter(({ isNew }) => !isNew);
    const numbers = changed.map(({ memberId }, at) => ({ memberId, numbers: before[at]?.numbers ?? {} }));
    await this.secrets.put(actor, numbers);
    await this.removeDated(
      committeeId,
      batch.filter(({ isNew }) => isNew).map(({ memberId }) => memberId),
    );
  }

  private open(purpose: string, sealed: Buffer): { before: Held | null; after: string } {
    return JSON.parse(this.cipher.open(purpose, sealed)) as { before: Held | null; after: string };
  }

  private async removeDated(committeeId: string, memberIds: string[]): Promise<void> {
    for (const table of ['membership', 'exemption', 'away', 'member_office', 'member_secret']) {
      await this.database.rows(`DELETE FROM ${table} WHERE committee_id = $1 AND member_id = ANY ($2)`, [
        committeeId,
        memberIds,
      ]);
    }
  }

  private async end(committeeId: string, id: string): Promise<void> {
    await this.database.rows('SELECT remove_imported_members($1, $2)', [committeeId, id]);
    await this.database.rows('DELETE FROM import_before WHERE committee_id = $1 AND import_id = $2', [committeeId, id]);
    await this.database.rows(
      `UPDATE import_row SET is_written = false, member_id = CASE WHEN verdict = 'new' OR decision = 'new' THEN NULL ELSE member_id END
        WHERE committee_id = $1 AND import_id = $2 AND is_written`,
      [committeeId, id],
    );
    await this.database.rows(
      `UPDATE register_import SET state = 'undone', undone_at = now() WHERE committee_id = $1 AND id = $2`,
      [committeeId, id],
    );
  }
}
