import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UnitService } from '../../organisation/unit.service.js';
import type { Actor } from '../../platform/access/actor.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Database } from '../../platform/database/database.js';
import { today } from '../../platform/database/today.js';
import { DomainError, NotFoundError } from '../../platform/errors/domain-error.js';
import { type ListRow, writeList } from '../../platform/spreadsheet/write-list.js';
import type { MemberFilter } from '../list/member-filter.dto.js';
import { MemberListService } from '../list/member-list.service.js';
import type { MemberDto } from '../member-record.dto.js';
import { MemberSecretService } from '../member-secret.service.js';
import { nationalColumns, nationalRow, type Place } from './national-sheet.js';
import { templateSheets } from './template-sheets.js';

const MOST = 50_000;
const AT_ONCE = 1000;

class TooLongSheetError extends DomainError {
  constructor() {
    super('sheet.too-long', 'conflict', 'Danh sách dài quá 50.000 người. Xin lọc bớt rồi tải từng phần.');
  }
}

/** The register as a spreadsheet, under the heads of the national one. */
@Injectable()
export class RegisterSheetService {
  constructor(
    private readonly database: Database,
    private readonly lists: MemberListService,
    private readonly secrets: MemberSecretService,
    private readonly units: UnitService,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @param withNumbers citizen numbers whole; otherwise their column is empty, and a list that is brought back empties none
   * @throws NotFoundError where nobody belongs to the filter, TooLongSheetError
   */
  async national(actor: Actor, filter: MemberFilter, withNumbers: boolean): Promise<Buffer> {
    const members = await this.lists.everybody(actor, filter, MOST + 1);
    if (members.length === 0) throw new NotFoundError('đảng viên nào khớp với bộ lọc');
    if (members.length > MOST) throw new TooLongSheetError();
    const rows = this.rowsOf(actor, members, filter.asOf ?? today(), withNumbers);
    const bytes = await writeList({
      ...{ title: 'Danh sách đảng viên', author: actor.displayName, at: new Date() },
      sheets: [{ name: 'DS_DANGVIEN', columns: nationalColumns, rows, frozen: 2 }],
    });
    const values = {
      ...filter,
      count: members.length,
      numbers: withNumbers ? 'whole' : 'none',
      sha256: hash('sha256', bytes),
    };
    const subject = { kind: 'committee', id: actor.committeeId };
    this.audit.record(actor, { action: 'register.exported', subject, values });
    return bytes;
  }

  /** An empty list to fill in, which an import knows without a question. */
  async template(actor: Actor): Promise<Buffer> {
    const units = await this.units.tree(actor);
    const cells = units.filter(({ kind }) => kind === 'cell').map(({ name }) => name);
    return writeList({
      ...{ title: 'Mẫu danh sách đảng viên', author: actor.displayName, at: new Date() },
      sheets: templateSheets(cells),
    });
  }

  private async *rowsOf(
    actor: Actor,
    members: MemberDto[],
    asOf: string,
    withNumbers: boolean,
  ): AsyncGenerator<ListRow, void, undefined> {
    for (let from = 0; from < members.length; from += AT_ONCE) {
      const some = members.slice(from, from + AT_ONCE);
      const ids = some.map(({ id }) => id);
      const places = await this.placesOf(actor, ids, asOf);
      const numbers = withNumbers ? await this.secrets.wholeOf(actor, ids) : null;
      for (const [at, member] of some.entries()) {
        const citizenNumber = numbers?.get(member.id)?.citizenNumber ?? null;
        yield nationalRow({ member, place: places.get(member.id), citizenNumber }, from + at + 1);
      }
    }
  }

  private async placesOf({ committeeId }: Actor, ids: string[], asOf: string): Promise<Map<string, Place>> {
    const rows = await this.database.rows<Place & { id: string }>(
      `SELECT m.id, bool_or(p.kind = 'temporary-in') AS "isTemporary",
              max(u.name) FILTER (WHERE p.kind = 'residence') AS "residenceCell"
         FROM unnest($2::uuid[]) AS m(id)
         JOIN membership p ON (p.committee_id, p.member_id) = ($1, m.id) AND p.valid @> $3::date
         JOIN unit_version u ON u.unit_id = p.cell_id AND u.valid @> $3::date
        GROUP BY m.id`,
      [committeeId, ids, asOf],
    );
    return new Map(rows.map(({ id, ...place }) => [id, place]));
  }
}
