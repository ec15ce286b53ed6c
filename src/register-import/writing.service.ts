import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { Database } from '../platform/database/database.js';
import { FieldCipher } from '../platform/encryption/field-cipher.js';
import { ImportLists } from './import-lists.js';
import { ImportWork, type Task } from './import-work.js';
import type { Reading } from './reading.types.js';
import type { ImportDto } from './register-import.dto.js';
import { ImportRow, type RegisterImport } from './register-import.entity.js';
import { ImportStateError, NothingToWriteError, RowsBehindError } from './register-import.errors.js';
import { rowPurpose } from './sealed-imports.js';
import { StaleError, WriteService } from './write.service.js';

const staleSentence = 'Sổ đã thay đổi sau khi kiểm tra. Kiểm tra lại danh sách rồi ghi.';

/** The last step: a checked list goes into the register. */
@Injectable()
export class WritingService {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
    private readonly lists: ImportLists,
    private readonly work: ImportWork,
    private readonly writer: WriteService,
  ) {}

  /** @param which `all`: only if no row stays behind; `good`: the rows that are right, or decided */
  async write(actor: Actor, id: string, which: 'all' | 'good'): Promise<ImportDto> {
    const list = await this.inCommittee(actor, () => this.begin(actor, id, which));
    await this.work.startAndWait(actor, id, (task) => this.run(actor, list, task));
    return this.inCommittee(actor, () => this.lists.detail(actor.committeeId, id));
  }

  private async begin(
    { committeeId }: Actor,
    id: string,
    which: 'all' | 'good',
  ): Promise<RegisterImport & { reading: Reading }> {
    const list = await this.lists.held(committeeId, id);
    const { reading, state } = list;
    if (state !== 'checked' || !reading) throw new ImportStateError('Danh sách chưa kiểm tra xong hoặc đã ghi vào sổ.');
    const toWrite = await this.lists.toWrite(list);
    if (which === 'all' && toWrite.behind > 0) throw new RowsBehindError(toWrite.behind);
    if (toWrite.new + toWrite.changed === 0) throw new NothingToWriteError();
    await this.database.rows(
      `UPDATE register_import SET state = 'writing', beat_at = now(), done = 0, total = $3 WHERE committee_id = $1 AND id = $2`,
      [committeeId, id, toWrite.new + toWrite.changed],
    );
    return { ...list, reading };
  }

  private async run(actor: Actor, list: RegisterImport & { reading: Reading }, task: Task): Promise<void> {
    try {
      await this.writer.write(actor, list, task);
    } catch (reason) {
      if (!(reason instanceof StaleError)) throw reason;
      await this.inCommittee(actor, () => this.tellStale(list, reason.rows));
    }
  }

  /** Nothing was written; the rows that the register has outrun are to be looked at. */
  private async tellStale({ committeeId, id }: RegisterImport, rows: readonly number[]): Promise<void> {
    for (const row of rows) {
      const key = { committeeId, importId: id, row };
      const entry = await this.database.manager.findOneByOrFail(ImportRow, key);
      const content = this.lists.contentOf(entry);
      content.notes.push({ kind: 'wrong', field: null, column: null, sentence: staleSentence });
      const sealed = this.cipher.seal(rowPurpose(committeeId, id, row), JSON.stringify(content));
      await this.database.manager.update(ImportRow, key, { verdict: 'wrong', decision: null, memberId: null, sealed });
    }
    await this.database.rows(
      `UPDATE register_import SET state = 'checked', done = 0, total = NULL,
              counts = (SELECT counts || coalesce(jsonb_object_agg(v, n), '{}') FROM (
                SELECT w.v, (SELECT count(*) FROM import_row r
                              WHERE (r.committee_id, r.import_id, r.verdict) = ($1, $2, w.v)) AS n
                  FROM unnest(ARRAY['new', 'changed', 'same', 'doubtful', 'wrong', 'left-out']) AS w(v)) AS each)
        WHERE committee_id = $1 AND id = $2 AND state = 'writing'`,
      [committeeId, id],
    );
  }

  private inCommittee<T>({ scope }: Actor, work: () => Promise<T>): Promise<T> {
    return this.database.inScope(scope, work);
  }
}
