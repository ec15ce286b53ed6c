import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Database } from '../platform/database/database.js';
import { today } from '../platform/database/today.js';
import { FieldCipher } from '../platform/encryption/field-cipher.js';
import type { Sheet } from '../platform/spreadsheet/sheet-file.js';
import { gently } from './gently.js';
import { ImportFiles } from './import-files.js';
import { ImportKnown } from './import-known.js';
import type { Task } from './import-work.js';
import { MistakeCount } from './mistakes.js';
import { type Reading, type Verdict, verdicts } from './reading.types.js';
import { ImportRow, type RegisterImport } from './register-import.entity.js';
import { RegisterSnapshot } from './register-snapshot.js';
import { Repeats } from './repeats.js';
import type { ReaderContext } from './line.js';
import { RowReader, type ReadRow, swappedColumns } from './row-reader.js';
import { rowPurpose } from './sealed-imports.js';
import { judge, type Judged } from './verdict.js';

const AT_ONCE = 250;

type Checked = Judged & { row: number };

/** The dry run: each row is read, compared with the register, and kept with what it would do. Nothing of the register changes. */
@Injectable()
export class CheckService {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
    private readonly files: ImportFiles,
    private readonly known: ImportKnown,
    private readonly audit: AuditTrail,
  ) {}

  private get sources(): { database: Database; cipher: FieldCipher } {
    return { database: this.database, cipher: this.cipher };
  }

  /** In transactions of its own; the list's state is `checking` already. */
  async check(actor: Actor, list: RegisterImport & { reading: Reading }, task: Task): Promise<void> {
    const { reading } = list;
    const file = await this.files.read(actor, list, task);
    const sheet = file.sheets.find(({ name }) => name === reading.sheet);
    if (!sheet) throw new Error(`the sheet ${reading.sheet} is no longer there`);
    const { committeeId } = actor;
    const { context, register } = await this.inScope(actor, async () => {
      // Of a check that was stopped while it kept some.
      await this.database.manager.delete(ImportRow, { committeeId, importId: list.id });
      const { cells } = await this.known.of(committeeId, reading.from);
      const swapped = swappedColumns(sheet.rows(), reading);
      return {
        context: { reading, cells, today: today(), swapped } satisfies ReaderContext,
        register: await RegisterSnapshot.of(this.sources, committeeId, reading.from),
      };
    });
    const repeats = await repeatsIn(sheet, context, task);
    const counts = new Map<Verdict, number>();
    const mistakes = new MistakeCount();
    const meant = new Map<string, number>();
    let waiting: Checked[] = [];
    let done = 0;
    for await (const read of gently(rowsOf(sheet, context))) {
      const judged = onceOnly(judgeIn(read, repeats, { register, cells: context.cells }), meant);
      counts.set(judged.verdict, (counts.get(judged.verdict) ?? 0) + 1);
      mistakes.note(judged);
      waiting.push(judged);
      done += 1;
      if (waiting.length === AT_ONCE) {
        await this.keep(actor, list, waiting);
        waiting = [];
        await task.beat(done, reading.dataRows);
      }
    }
    await this.keep(actor, list, waiting);
    task.signal.throwIfAborted();
    await this.finish(actor, list, counts, mistakes);
  }

  private async finish(
    actor: Actor,
    { committeeId, id, fileName }: RegisterImport,
    found: Map<Verdict, number>,
    mistakes: MistakeCount,
  ): Promise<void> {
    const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, found.get(verdict) ?? 0]));
    await this.inScope(actor, async () => {
      const rows = await this.database.rows(
        `UPDATE register_import SET state = 'checked', counts = $3, mistakes = $4, done = 0, total = NULL
          WHERE committee_id = $1 AND id = $2 AND state = 'checking' RETURNING id`,
        [committeeId, id, JSON.stringify(counts), JSON.stringify(mistakes.most())],
      );
      if (rows.length === 0) return;
      this.audit.record(actor, {
        action: 'import.checked',
        subject: { kind: 'register-import', id },
        values: { name: fileName, ...counts },
      });
    });
  }

  private keep(actor: Actor, { committeeId, id }: RegisterImport, rows: Checked[]): Promise<unknown> {
    const seal = ({ row, content }: Checked): Buffer =>
      this.cipher.seal(rowPurpose(committeeId, id, row), JSON.stringify(content));
    return this.inScope(actor, () =>
      this.database.rows(
        `INSERT INTO import_row (committee_id, import_id, "row", verdict, member_id, sealed)
         SELECT $1, $2, * FROM unnest($3::int[], $4::text[], $5::uuid[], $6::bytea[])`,
        [
          ...[committeeId, id, rows.map(({ row }) => row), rows.map(({ verdict }) => verdict)],
          ...[rows.map(({ memberId }) => memberId), rows.map(seal)],
        ],
      ),
    );
  }

  private inScope<T>({ scope }: Actor, work: () => Promise<T>): Promise<T> {
    return this.database.inScope(scope, work);
  }
}

function* rowsOf(sheet: Sheet, context: ReaderContext): Generator<ReadRow, void, undefined> {
  const reader = new RowReader(context);
  for (const row of sheet.rows()) {
    const read = row.number < context.reading.firstRow ? null : reader.read(row);
    if (read) yield read;
  }
}

async function repeatsIn(sheet: Sheet, context: ReaderContext, task: Task): Promise<Repeats> {
  const repeats = new Repeats();
  let done = 0;
  for await (const read of gently(rowsOf(sheet, context))) {
    repeats.note(read);
    done += 1;
    if (done % AT_ONCE === 0) await task.beat(0, context.reading.dataRows);
  }
  repeats.close();
  return repeats;
}

function judgeIn(read: ReadRow, repeats: Repeats, context: Parameters<typeof judge>[2]): Checked {
  const { row } = read;
  const original = repeats.copyOf(row);
  const judged = judge(read, repeats.noteOf(row), context);
  if (original === null) return { row, ...judged };
  const sentence = `Trùng hoàn toàn với dòng ${original}: chỉ ghi một lần.`;
  const notes = [...judged.content.notes, { kind: 'restored' as const, field: null, column: null, sentence }];
  return { row, verdict: 'left-out', memberId: null, content: { ...judged.content, notes, changes: [] } };
}

/** Two rows may mean one member by different signs: the second would write over what the first has written. */
function onceOnly(judged: Checked, meant: Map<string, number>): Checked {
  const { row, verdict, memberId, content } = judged;
  if (verdict !== 'changed' || memberId === null) return judged;
  const other = meant.get(memberId);
  if (other === undefined) {
    meant.set(memberId, row);
    return judged;
  }
  const sentence = `Cùng một đồng chí trong sổ với dòng ${other}, mà ghi khác. Chỉ để lại một dòng.`;
  const notes = [...content.notes, { kind: 'wrong' as const, field: null, column: null, sentence }];
  return { row, verdict: 'wrong', memberId: null, content: { ...content, changes: [], notes } };
}
