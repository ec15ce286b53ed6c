import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Exemption, Member, MemberOffice } from '../members/member.entity.js';
import { MemberDistinction, MemberMerge } from '../members/twins/member-merge.entity.js';
import { MemberStep } from '../members/steps/member-step.entity.js';
import { MemberSecretService } from '../members/member-secret.service.js';
import { splitName } from '../members/person-name.js';
import { AuditEraser } from '../platform/audit/audit-eraser.js';
import { type AuditActor, AuditTrail } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';
import { today } from '../platform/database/today.js';
import { NotFoundError } from '../platform/errors/domain-error.js';
import { DataRequest } from './data-request.entity.js';
import { ImportEraser } from './import-eraser.js';

/** Without what is misread: 0 and O, 1 and I, and vowels, which make words. */
const letters = 'BCDFGHKLMNPQRSTVXZ23456789';

/** Who stands where a name was; the code tells several apart and nothing else. */
const erasedName = (): string =>
  `Đảng viên đã xóa ${Array.from({ length: 4 }, () => letters[randomInt(letters.length)] ?? '').join('')}`;

/**
 * Makes a person nobody: the row stays with all that hangs on it, so that every figure stays what it was, and whatever tells
 * who it was goes, from the register, rolls, closings, marks, his requests and the audit trail.
 */
@Injectable()
export class MemberEraser {
  constructor(
    private readonly database: Database,
    private readonly secrets: MemberSecretService,
    private readonly imports: ImportEraser,
    private readonly auditValues: AuditEraser,
    private readonly audit: AuditTrail,
  ) {}

  /** Within an open transaction that reaches the whole committee. @param because of what, as ids and codes alone */
  async erase(actor: AuditActor, memberId: string, because: Record<string, string>): Promise<void> {
    const { committeeId } = actor;
    const member = await this.database.manager.findOneBy(Member, { committeeId, id: memberId });
    if (!member || member.erasedAt) throw new NotFoundError('đảng viên');
    const fullName = erasedName();
    await this.eraseFromRegister(committeeId, memberId, fullName);
    await this.secrets.erase(actor, memberId);
    await this.eraseMerges(actor, memberId, because);
    await this.imports.eraseMember(committeeId, memberId);
    await this.database.rows('SELECT erase_person_from_rolls($1, $2, $3, $4)', [
      ...[committeeId, memberId, fullName, splitName(fullName).givenName],
    ]);
    const requests = await this.eraseFromRequests(committeeId, memberId);
    const subjects = [{ kind: 'member', id: memberId }, ...requests.map((id) => ({ kind: 'data-request', id }))];
    for (const subject of subjects) {
      await this.auditValues.eraseValuesOf(actor, subject, subject.kind === 'member' ? [member.fullName] : []);
    }
    this.audit.record(actor, { action: 'member.erased', subject: { kind: 'member', id: memberId }, values: because });
  }

  private async eraseFromRegister(committeeId: string, memberId: string, fullName: string): Promise<void> {
    const { manager } = this.database;
    await manager.update(
      Member,
      { committeeId, id: memberId },
      {
        ...{ fullName, ...splitName(fullName), birthDate: null, birthYear: null, sex: null, cardNumber: null },
        ...{ admittedOn: null, officialOn: null, erasedAt: new Date() },
      },
    );
    await manager.delete(MemberStep, { committeeId, memberId });
    await manager.delete(Exemption, { committeeId, memberId });
    await manager.delete(MemberOffice, { committeeId, memberId });
    const key = [committeeId, memberId, today()];
    await this.database.rows(
      'UPDATE away SET place = NULL WHERE committee_id = $1 AND member_id = $2',
      key.slice(0, 2),
    );
    // He belongs to no cell any more; where he belonged until now is part of old figures.
    await this.database.rows(
      'DELETE FROM membership WHERE committee_id = $1 AND member_id = $2 AND lower(valid) >= $3',
      key,
    );
    await this.database.rows(
      `UPDATE membership SET valid = daterange(lower(valid), $3)
        WHERE committee_id = $1 AND member_id = $2 AND (upper_inf(valid) OR upper(valid) > $3)`,
      key,
    );
  }

  /** What was kept of his other entries goes, and with an entry that goes on, the entries that were made one with it. */
  private async eraseMerges(actor: AuditActor, memberId: string, because: Record<string, string>): Promise<void> {
    const { committeeId } = actor;
    const { manager } = this.database;
    const merged = await manager.findBy(MemberMerge, { committeeId, keptId: memberId });
    await manager.delete(MemberMerge, { committeeId, keptId: memberId });
    await manager.delete(MemberMerge, { committeeId, droppedId: memberId });
    await manager.delete(MemberDistinction, { committeeId, oneId: memberId });
    await manager.delete(MemberDistinction, { committeeId, otherId: memberId });
    for (const { droppedId } of merged) await this.erase(actor, droppedId, because);
  }

  /** What he wrote, and what was written to him. */
  private async eraseFromRequests(committeeId: string, memberId: string): Promise<string[]> {
    const requests = await this.database.manager.findBy(DataRequest, { committeeId, memberId });
    await this.database.rows(
      `UPDATE data_request SET detail = NULL, outcome = NULL,
              extension_reason = CASE WHEN extension_reason IS NULL THEN NULL ELSE '-' END
        WHERE committee_id = $1 AND member_id = $2`,
      [committeeId, memberId],
    );
    return requests.map(({ id }) => id);
  }
}
