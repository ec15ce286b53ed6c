import { Injectable } from '@nestjs/common';
import { type ImportField, importFields } from '../members/import/fields.js';
import { Database } from '../platform/database/database.js';
import { today } from '../platform/database/today.js';
import { CellNames, cellKey, type KnownCell } from './cell-names.js';
import { headKey, type Known } from './proposal.js';
import type { Reading } from './reading.types.js';
import { ImportMemory } from './register-import.entity.js';

/** What the office has said before, and its cells. */
@Injectable()
export class ImportKnown {
  constructor(private readonly database: Database) {}

  /** Cells of the committee, not of base committees below it, on a day. */
  cells(committeeId: string, day: string): Promise<KnownCell[]> {
    return this.database.rows<KnownCell>(
      `SELECT v.unit_id AS id, v.name, v.code FROM unit_version v
        WHERE v.kind = 'cell' AND v.valid @> $2::date AND base_committee_of(v.path) = $1
          AND v.path <@ (SELECT o.path FROM unit_version o WHERE o.unit_id = $1 AND o.valid @> $2::date)`,
      [committeeId, day],
    );
  }

  async of(committeeId: string, day: string): Promise<Known> {
    const memories = await this.database.manager.findBy(ImportMemory, { committeeId });
    const cells = await this.cells(committeeId, day);
    const ids = new Set(cells.map(({ id }) => id));
    const remembered = (kind: ImportMemory['kind']): [string, string][] =>
      memories.filter((memory) => memory.kind === kind).map(({ key, value }) => [key, value]);
    const heads = remembered('head').filter((head): head is [string, ImportField] => head[1] in importFields);
    const names = remembered('cell').filter(([, id]) => ids.has(id));
    return { cells: new CellNames(cells, new Map(names)), heads: new Map(heads), today: today() };
  }

  /** What a person said himself is known the next time. */
  async remember(committeeId: string, { columns, cells }: Reading): Promise<void> {
    const heads = columns.flatMap(({ title, field, found }) =>
      field && title && (found === 'by-hand' || found === 'guessed')
        ? [{ committeeId, kind: 'head' as const, key: headKey(title), value: field }]
        : [],
    );
    const names = cells.flatMap(({ name, cellId, found }) =>
      cellId && found === 'by-hand' ? [{ committeeId, kind: 'cell' as const, key: cellKey(name), value: cellId }] : [],
    );
    const all = [...new Map([...heads, ...names].map((each) => [`${each.kind} ${each.key}`, each])).values()];
    if (all.length > 0) await this.database.manager.upsert(ImportMemory, all, ['committeeId', 'kind', 'key']);
  }
}
