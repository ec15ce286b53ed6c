import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { Database } from '../platform/database/database.js';
import type { Succession } from './cell-succession.js';
import { CellListChange } from './unit-change.entity.js';

/**
 * What became of a list: it follows; it stays, being of earlier days; or nobody can tell, since it has no day. The office
 * arranges by hand what does not follow.
 */
export type ListEffect = 'follows' | 'stays' | 'undated';

/** A list of cells that a succession touches. */
export interface TouchedList {
  id: string;
  name: string;
  effect: ListEffect;
  before: string[];
  after: string[];
  /** For a class: its session, its first day, whether people were summoned, whether a cell now stands in two classes. */
  ofClass?: {
    sessionId: string;
    sessionTitle: string;
    firstDay: string | null;
    isSummoned: boolean;
    isDouble: boolean;
  };
}

/** Whoever keeps lists of cells and wants them to follow when cells are merged or split. */
export interface CellLists {
  kind: CellListChange['kind'];
  /** Changes the lists that follow. @returns all that are touched */
  follow(actor: Actor, succession: Succession): Promise<TouchedList[]>;
  /** Brings a list back to `before` where it still is `after`. */
  restore(actor: Actor, list: CellListChange): Promise<void>;
}

/** Lists of cells stand in modules that know of the tree, not the other way round: they come here to be told. */
@Injectable()
export class CellListsService {
  private readonly keepers: CellLists[] = [];

  constructor(private readonly database: Database) {}

  register(keeper: CellLists): void {
    this.keepers.push(keeper);
  }

  /** @returns the touched lists, by kind */
  async follow(
    actor: Actor,
    changeId: string,
    succession: Succession,
  ): Promise<Record<CellListChange['kind'], TouchedList[]>> {
    const touched: Record<CellListChange['kind'], TouchedList[]> = { 'cell-group': [], class: [] };
    for (const keeper of this.keepers) {
      const { kind } = keeper;
      touched[kind] = await keeper.follow(actor, succession);
      const rows = touched[kind].filter(({ effect }) => effect === 'follows');
      if (rows.length === 0) continue;
      const { committeeId } = actor;
      await this.database.manager.insert(
        CellListChange,
        rows.map(({ id: listId, before, after }) => ({ committeeId, changeId, kind, listId, before, after })),
      );
    }
    return touched;
  }

  /** Undoes what `follow` did for a change. */
  async restore(actor: Actor, changeId: string): Promise<void> {
    const { committeeId } = actor;
    const lists = await this.database.manager.findBy(CellListChange, { committeeId, changeId });
    for (const list of lists) {
      await this.keepers.find(({ kind }) => kind === list.kind)?.restore(actor, list);
    }
    await this.database.manager.delete(CellListChange, { committeeId, changeId });
  }
}
