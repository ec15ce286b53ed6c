import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';
import { InvalidFieldError, NotFoundError } from '../platform/errors/domain-error.js';
import { ImportLists } from './import-lists.js';
import type { DecisionDto, DecisionsDto } from './import-row.dto.js';
import type { ImportDto } from './register-import.dto.js';
import { ImportRow } from './register-import.entity.js';
import { ImportStateError } from './register-import.errors.js';
import type { RowCandidate } from './row-content.js';

/** What a person says of the rows that the machine leaves to him. The row stays doubtful, and keeps its doubts. */
@Injectable()
export class DecisionService {
  constructor(
    private readonly database: Database,
    private readonly lists: ImportLists,
    private readonly audit: AuditTrail,
  ) {}

  async decide(actor: Actor, id: string, row: number, { kind, memberId = null }: DecisionDto): Promise<ImportDto> {
    const { committeeId } = actor;
    await this.requireChecked(committeeId, id);
    const entry = await this.database.manager.findOneBy(ImportRow, { committeeId, importId: id, row });
    if (!entry) throw new NotFoundError('dòng này');
    if (entry.verdict !== 'doubtful') throw new ImportStateError('Dòng này không cần chọn.');
    const { candidates, values } = this.lists.contentOf(entry);
    if (kind === 'match') this.requireMatching(candidates.find((each) => each.memberId === memberId));
    if (kind === 'new') this.requireNewable(values.cellId, candidates);
    const decision = { decision: kind, memberId: kind === 'match' ? memberId : null };
    await this.database.manager.update(ImportRow, { committeeId, importId: id, row }, decision);
    this.audit.record(actor, {
      action: 'import.decided',
      subject: { kind: 'register-import', id },
      values: { row, ...decision },
    });
    return this.lists.detail(committeeId, id);
  }

  private requireMatching(candidate: Pick<RowCandidate, 'objection'> | undefined): void {
    const objection = candidate ? candidate.objection : 'Không phải người được gợi ý cho dòng này.';
    if (objection) throw new InvalidFieldError('memberId', objection);
  }

  /** A number is one person's: who has the same one can't be entered beside him. */
  private requireNewable(cellId: string | undefined, candidates: { by: string }[]): void {
    if (candidates.some(({ by }) => by === 'citizen-number' || by === 'card')) {
      throw new InvalidFieldError(
        'kind',
        'Số căn cước hoặc số thẻ đã có người trong sổ, không ghi thêm người mới được.',
      );
    }
    if (!cellId) throw new InvalidFieldError('kind', 'Chưa rõ chi bộ của người mới.');
  }

  /** Of rows that resemble nobody in the register. */
  async decideAll(actor: Actor, id: string, { kind }: DecisionsDto): Promise<ImportDto> {
    const { committeeId } = actor;
    await this.requireChecked(committeeId, id);
    const open = await this.database.rows<ImportRow>(
      `SELECT committee_id AS "committeeId", import_id AS "importId", "row", sealed FROM import_row
        WHERE committee_id = $1 AND import_id = $2 AND verdict = 'doubtful' AND decision IS NULL`,
      [committeeId, id],
    );
    const rows = open.filter((entry) => this.lists.contentOf(entry).candidates.length === 0).map(({ row }) => row);
    await this.database.rows(
      `UPDATE import_row SET decision = $3 WHERE committee_id = $1 AND import_id = $2 AND "row" = ANY ($4)`,
      [committeeId, id, kind, rows],
    );
    if (rows.length === 0) this.audit.nothingToRecord();
    else {
      const subject = { kind: 'register-import', id };
      this.audit.record(actor, { action: 'import.decided', subject, values: { rows: rows.length, decision: kind } });
    }
    return this.lists.detail(committeeId, id);
  }

  private async requireChecked(committeeId: string, id: string): Promise<void> {
    const { state } = await this.lists.held(committeeId, id);
    if (state !== 'checked') throw new ImportStateError('Danh sách chưa kiểm tra xong hoặc đã ghi vào sổ.');
  }
}
