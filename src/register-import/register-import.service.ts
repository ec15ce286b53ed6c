import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { partsOfName } from '../files/file-name.js';
import { markOfName } from '../files/inspection/secrecy-mark.js';
import type { Actor } from '../platform/access/actor.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Environment } from '../platform/config/environment.js';
import { Database } from '../platform/database/database.js';
import { today } from '../platform/database/today.js';
import { InvalidFieldError } from '../platform/errors/domain-error.js';
import type { FileForm } from '../platform/http/file-body.js';
import { CheckService } from './check.service.js';
import { ImportFiles } from './import-files.js';
import { ImportKnown } from './import-known.js';
import { ImportLists } from './import-lists.js';
import { ImportWork, type Task } from './import-work.js';
import { propose, type Wish } from './proposal.js';
import { chosenReading, isOtherReading, isSameHead } from './chosen-reading.js';
import type { Reading } from './reading.types.js';
import type { ReadingChoiceDto } from './reading-choice.dto.js';
import type { ImportDto } from './register-import.dto.js';
import { RegisterImport } from './register-import.entity.js';
import { ImportStateError, ListTooLargeError, SecretListError, WrittenBeforeError } from './register-import.errors.js';

/** Brings a list as far as the dry run: the file, what it means, what it would do. */
@Injectable()
export class RegisterImportService {
  constructor(
    private readonly database: Database,
    private readonly environment: Environment,
    private readonly lists: ImportLists,
    private readonly files: ImportFiles,
    private readonly known: ImportKnown,
    private readonly work: ImportWork,
    private readonly checks: CheckService,
    private readonly audit: AuditTrail,
  ) {}

  /** In transactions of its own: a list of 100.000 rows is read in a quarter of a minute. */
  async add(actor: Actor, { file, fields }: FileForm): Promise<ImportDto> {
    if (fields['isNotSecret'] !== 'true') {
      throw new InvalidFieldError('isNotSecret', 'Người gửi phải xác nhận tài liệu không thuộc bí mật nhà nước.');
    }
    if (file.isCut) throw new ListTooLargeError(this.environment.UPLOAD_MEGABYTES);
    if (markOfName(file.name)) throw new SecretListError();
    const list = await this.inCommittee(actor, () =>
      this.enter(actor, file.bytes, file.name, fields['again'] === 'true'),
    );
    return this.startAndWait(actor, list.id, (task) => this.read(actor, list, {}, task));
  }

  private async enter(actor: Actor, bytes: Buffer, name: string, isAgain: boolean): Promise<RegisterImport> {
    const { committeeId, accountId } = actor;
    const sha256 = hash('sha256', bytes, 'buffer');
    const where = { committeeId, sha256, state: 'written' as const };
    if (!isAgain && (await this.database.manager.existsBy(RegisterImport, where))) throw new WrittenBeforeError();
    const id = uuidv7();
    const { stem, ending } = partsOfName(name);
    const fileName = `${stem || 'danh-sach'}${ending ? `.${ending}` : ''}`;
    const now = new Date();
    const list: RegisterImport = {
      ...{ committeeId, id, fileName, sha256, size: bytes.length, state: 'reading', refusal: null, sheets: null },
      ...{
        reading: null,
        counts: null,
        mistakes: null,
        done: 0,
        total: null,
        beatAt: now,
        sentBy: accountId,
        sentAt: now,
      },
      ...{ writtenAt: null, undoneAt: null },
    };
    await this.database.manager.insert(RegisterImport, list);
    await this.files.keep(committeeId, id, bytes);
    const values = { name: fileName, size: bytes.length, sha256: sha256.toString('hex'), isNotSecret: true };
    this.audit.record(actor, { action: 'import.sent', subject: { kind: 'register-import', id }, values });
    return list;
  }

  /** What the person said; begins the check, or reads anew what that changes. */
  async choose(actor: Actor, id: string, dto: ReadingChoiceDto): Promise<ImportDto> {
    const { committeeId } = actor;
    const { list, reading, wish } = await this.inCommittee(actor, async () => {
      const found = await this.lists.held(committeeId, id);
      const known = found.reading;
      if (!known || !['mapping', 'checked', 'stopped'].includes(found.state)) {
        throw new ImportStateError('Lần nhập này không còn ở bước chọn cột.');
      }
      const isRead = dto.isDraft || isOtherReading(known, dto);
      const cells = await this.known.cells(committeeId, dto.from);
      const chosen = isRead ? null : chosenReading(known, dto, cells);
      await this.enterState(found, chosen ? 'checking' : 'reading', chosen);
      return { list: found, reading: chosen, wish: wishOf(known, dto) };
    });
    if (!reading) return this.startAndWait(actor, id, (task) => this.read(actor, list, wish, task));
    return this.startAndWait(actor, id, (task) => this.checks.check(actor, { ...list, reading }, task));
  }

  private async enterState(
    list: Pick<RegisterImport, 'committeeId' | 'id'>,
    state: 'reading' | 'checking',
    chosen: Reading | null,
  ): Promise<void> {
    const { committeeId, id } = list;
    await this.database.rows('DELETE FROM import_row WHERE committee_id = $1 AND import_id = $2', [committeeId, id]);
    if (chosen) await this.known.remember(committeeId, chosen);
    await this.database.rows(
      `UPDATE register_import SET state = $3, reading = coalesce($4, reading), counts = NULL, mistakes = NULL, done = 0, total = NULL,
              beat_at = now() WHERE committee_id = $1 AND id = $2`,
      [committeeId, id, state, chosen && JSON.stringify(chosen)],
    );
  }

  private async read(actor: Actor, list: RegisterImport, wish: Wish & { from?: string }, task: Task): Promise<void> {
    const { committeeId, id } = list;
    const file = await this.files.read(actor, list, task);
    const from = wish.from ?? today();
    const known = await this.inCommittee(actor, () => this.known.of(committeeId, from));
    const { sheets, reading } = await propose(file, known, wish);
    task.signal.throwIfAborted();
    await this.inCommittee(actor, () =>
      this.database.rows(
        `UPDATE register_import SET state = 'mapping', sheets = $3, reading = $4, done = 0, total = NULL
          WHERE committee_id = $1 AND id = $2 AND state = 'reading'`,
        [committeeId, id, JSON.stringify(sheets), JSON.stringify({ ...reading, from })],
      ),
    );
  }

  /** Whatever is under way ends where it is; nothing of it is in the register. */
  async stop(actor: Actor, id: string): Promise<ImportDto> {
    const { committeeId } = actor;
    const list = await this.lists.held(committeeId, id);
    if (!['reading', 'checking', 'writing'].includes(list.state))
      throw new ImportStateError('Không có việc nào đang chạy.');
    await this.database.rows(
      `UPDATE register_import SET state = 'stopped' WHERE committee_id = $1 AND id = $2 AND state = $3`,
      [committeeId, id, list.state],
    );
    this.work.stop(id);
    this.audit.record(actor, {
      action: 'import.stopped',
      subject: { kind: 'register-import', id },
      values: { state: list.state },
    });
    return this.lists.detail(committeeId, id);
  }

  /** The file and its rows; what was written stays until it is taken back. */
  async forget(actor: Actor, id: string): Promise<void> {
    const { committeeId } = actor;
    const { state, fileName } = await this.lists.held(committeeId, id);
    if (['reading', 'checking', 'writing', 'written'].includes(state)) {
      throw new ImportStateError('Danh sách đang được xử lý hoặc đã ghi vào sổ, không bỏ được.');
    }
    for (const table of ['import_before', 'import_row', 'import_part']) {
      await this.database.rows(`DELETE FROM ${table} WHERE committee_id = $1 AND import_id = $2`, [committeeId, id]);
    }
    await this.database.manager.delete(RegisterImport, { committeeId, id });
    this.audit.record(actor, {
      action: 'import.forgotten',
      subject: { kind: 'register-import', id },
      values: { name: fileName },
    });
  }

  private async startAndWait(actor: Actor, id: string, work: (task: Task) => Promise<void>): Promise<ImportDto> {
    await this.work.startAndWait(actor, id, work);
    return this.inCommittee(actor, () => this.lists.detail(actor.committeeId, id));
  }

  private inCommittee<T>({ scope }: Actor, work: () => Promise<T>): Promise<T> {
    return this.database.inScope(scope, work);
  }
}

/** What was said of columns holds for the head of which it was said. */
const wishOf = (known: Reading, dto: ReadingChoiceDto): Wish & { from: string } => {
  const { sheet, headRow, headDepth, encodings, from, columns } = dto;
  return { sheet, headRow, headDepth, encodings, from, ...(isSameHead(known, dto) && { columns }) };
};
