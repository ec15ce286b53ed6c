import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';
import { NotFoundError } from '../platform/errors/domain-error.js';
import { FieldCipher } from '../platform/encryption/field-cipher.js';
import { importDto, rowDto, summaryDto } from './import-words.js';
import { stateNow } from './import-work.js';
import type { ImportRowPageDto, ImportRowQuery } from './import-row.dto.js';
import type { ImportDto, ImportListQuery, ImportPageDto, ToWriteDto } from './register-import.dto.js';
import { ImportRow, RegisterImport } from './register-import.entity.js';
import type { RowContent } from './row-content.js';
import { rowPurpose } from './sealed-imports.js';

/** What is told of lists and their rows. */
@Injectable()
export class ImportLists {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
    private readonly audit: AuditTrail,
  ) {}

  /** @returns the list in its state of now @throws NotFoundError */
  async one(committeeId: string, id: string): Promise<RegisterImport> {
    const list = await this.database.manager.findOneBy(RegisterImport, { committeeId, id });
    if (!list) throw new NotFoundError('lần nhập này');
    return { ...list, state: stateNow(list.state, list.beatAt) };
  }

  /** The same, and nobody else changes its state before this transaction is over. */
  async held(committeeId: string, id: string): Promise<RegisterImport> {
    await this.database.rows('SELECT FROM register_import WHERE committee_id = $1 AND id = $2 FOR UPDATE', [
      ...[committeeId, id],
    ]);
    return this.one(committeeId, id);
  }

  async detail(committeeId: string, id: string): Promise<ImportDto> {
    const list = await this.one(committeeId, id);
    const toWrite = ['checked', 'written'].includes(list.state) ? await this.toWrite(list) : null;
    return importDto(list, (await this.namesOf([list.sentBy])).get(list.sentBy) ?? '–', toWrite);
  }

  /** The newest first. */
  async page(committeeId: string, { page, pageSize }: ImportListQuery): Promise<ImportPageDto> {
    const [lists, total] = await this.database.manager.findAndCount(RegisterImport, {
      where: { committeeId },
      order: { sentAt: 'DESC', id: 'DESC' },
      ...{ take: pageSize, skip: (page - 1) * pageSize },
    });
    const names = await this.namesOf(lists.map(({ sentBy }) => sentBy));
    const items = lists.map((list) => summaryDto(list, names.get(list.sentBy) ?? '–'));
    return { total, page, pageSize, items };
  }

  async rows(actor: Actor, id: string, query: ImportRowQuery): Promise<ImportRowPageDto> {
    const { committeeId } = actor;
    const { reading } = await this.one(committeeId, id);
    const { verdict, page, pageSize } = query;
    const [rows, total] = await this.database.manager.findAndCount(ImportRow, {
      where: { committeeId, importId: id, ...(verdict && { verdict }) },
      order: { row: 'ASC' },
      ...{ take: pageSize, skip: (page - 1) * pageSize },
    });
    const subject = { kind: 'register-import', id };
    await this.audit.recordReading(actor, { action: 'import.rows-read', subject, values: { verdict, page } });
    const columns = reading?.columns ?? [];
    return { total, page, pageSize, items: rows.map((row) => rowDto(row, this.contentOf(row), { columns })) };
  }

  contentOf({ committeeId, importId, row, sealed }: ImportRow): RowContent {
    return JSON.parse(this.cipher.open(rowPurpose(committeeId, importId, row), sealed)) as RowContent;
  }

  async toWrite({ committeeId, id }: Pick<RegisterImport, 'committeeId' | 'id'>): Promise<ToWriteDto> {
    const [found] = await this.database.rows<ToWriteDto>(
      `SELECT (count(*) FILTER (WHERE verdict = 'new' OR decision = 'new'))::int AS new,
              (count(*) FILTER (WHERE verdict = 'changed' OR decision = 'match'))::int AS changed,
              (count(*) FILTER (WHERE verdict = 'wrong' OR (verdict = 'doubtful' AND decision IS NULL)))::int AS behind
         FROM import_row WHERE committee_id = $1 AND import_id = $2`,
      [committeeId, id],
    );
    return found ?? { new: 0, changed: 0, behind: 0 };
  }

  private async namesOf(accountIds: string[]): Promise<Map<string, string>> {
    const found = await this.database.rows<{ id: string; name: string }>(
      'SELECT id, display_name AS name FROM account WHERE id = ANY ($1)',
      [accountIds],
    );
    return new Map(found.map(({ id, name }) => [id, name]));
  }
}
