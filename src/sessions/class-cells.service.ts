import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type CellLists,
  CellListsService,
  type ListEffect,
  type TouchedList,
} from '../organisation/cell-lists.service.js';
import { succeeded, type Succession } from '../organisation/cell-succession.js';
import type { CellListChange } from '../organisation/unit-change.entity.js';
import type { Actor } from '../platform/access/actor.js';
import { Database } from '../platform/database/database.js';
import { ClassCell } from './session-class.entity.js';

interface OpenClass {
  id: string;
  name: string;
  sessionId: string;
  sessionTitle: string;
  firstDay: string | null;
  isSummoned: boolean;
  cells: string[];
}

/**
 * Classes that are not closed follow a merger or split from its day on: people stay in the class for which their cell was
 * planned. A class that is held before keeps the cells of its day, a closed one is not touched, and one without a day is
 * left to the office. A roll that was made stays as it is until the office summons again.
 */
@Injectable()
export class ClassCellsService implements CellLists, OnModuleInit {
  readonly kind = 'class';

  constructor(
    private readonly database: Database,
    private readonly lists: CellListsService,
  ) {}

  onModuleInit(): void {
    this.lists.register(this);
  }

  async follow(actor: Actor, succession: Succession): Promise<TouchedList[]> {
    const classes = await this.openClasses(actor, [...succession.from, ...succession.to]);
    const after = new Map(classes.map((one) => [one.id, cellsAfter(one, succession)]));
    const touched = classes.filter(({ cells }) => cells.some((cell) => succession.from.includes(cell)));
    for (const { id, cells } of touched) {
      const next = after.get(id) ?? cells;
      if (next !== cells) await this.replace(actor, id, next);
    }
    return touched.map(({ id, name, cells, ...ofClass }) => {
      const isDouble = classes.some(
        (other) =>
          other.id !== id &&
          other.sessionId === ofClass.sessionId &&
          (after.get(other.id) ?? []).some((cell) => succession.to.includes(cell) && after.get(id)?.includes(cell)),
      );
      const effect = effectOn(ofClass.firstDay, succession.on);
      return { id, name, effect, before: cells, after: after.get(id) ?? cells, ofClass: { ...ofClass, isDouble } };
    });
  }

  async restore(actor: Actor, { listId, before, after }: CellListChange): Promise<void> {
    const [one] = (await this.openClasses(actor, after)).filter(({ id }) => id === listId);
    if (one && one.cells.join() === after.join()) await this.replace(actor, listId, before);
  }

  /** Locked, so that none of them is closed meanwhile. */
  private async openClasses({ committeeId }: Actor, cells: readonly string[]): Promise<OpenClass[]> {
    const key = [committeeId, cells];
    await this.database.rows(
      `SELECT FROM session_class c WHERE c.committee_id = $1 AND c.closed_at IS NULL AND EXISTS (
          SELECT FROM class_cell cc WHERE cc.committee_id = $1 AND cc.class_id = c.id AND cc.cell_id = ANY ($2))
        ORDER BY c.id FOR NO KEY UPDATE`,
      key,
    );
    return this.database.rows<OpenClass>(
      `SELECT c.id, c.name, c.session_id AS "sessionId", s.title AS "sessionTitle", c.summoned_at IS NOT NULL AS "isSummoned",
              (SELECT min(held_on) FROM sitting t WHERE (t.committee_id, t.class_id) = (c.committee_id, c.id)) AS "firstDay",
              array_agg(cc.cell_id ORDER BY cc.position) AS cells
         FROM session_class c
         JOIN session s ON (s.committee_id, s.id) = (c.committee_id, c.session_id)
         JOIN class_cell cc ON (cc.committee_id, cc.class_id) = (c.committee_id, c.id)
        WHERE c.committee_id = $1 AND c.closed_at IS NULL
        GROUP BY c.committee_id, c.id, s.committee_id, s.id HAVING array_agg(cc.cell_id) && $2::uuid[]
        ORDER BY "firstDay", s.id, c.number`,
      key,
    );
  }

  private async replace({ committeeId }: Actor, classId: string, cells: string[]): Promise<void> {
    await this.database.manager.delete(ClassCell, { committeeId, classId });
    const rows = cells.map((cellId, position) => ({ committeeId, classId, cellId, position }));
    if (rows.length > 0) await this.database.manager.insert(ClassCell, rows);
  }
}

function effectOn(firstDay: string | null, on: string): ListEffect {
  if (firstDay === null) return 'undated';
  return firstDay < on ? 'stays' : 'follows';
}

function cellsAfter({ firstDay, cells }: OpenClass, succession: Succession): string[] {
  const isTouched = cells.some((cell) => succession.from.includes(cell));
  return isTouched && effectOn(firstDay, succession.on) === 'follows' ? succeeded(cells, succession) : cells;
}
