import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { Database } from '../platform/database/database.js';
import { CellGroupCell } from './cell-group.entity.js';
import { CellGroupService } from './cell-group.service.js';
import { type CellLists, CellListsService, type TouchedList } from './cell-lists.service.js';
import { succeeded, type Succession } from './cell-succession.js';
import type { CellListChange } from './unit-change.entity.js';

/**
 * Groups have no days: those who come stand beside those who gave, and the cells that ended stay in them for the days before.
 * A cell that is in a group already stays there.
 */
@Injectable()
export class GroupCellsService implements CellLists, OnModuleInit {
  readonly kind = 'cell-group';

  constructor(
    private readonly database: Database,
    private readonly groups: CellGroupService,
    private readonly lists: CellListsService,
  ) {}

  onModuleInit(): void {
    this.lists.register(this);
  }

  async follow(actor: Actor, { on, from, to }: Succession): Promise<TouchedList[]> {
    const groups = await this.groups.list(actor);
    const free = to.filter((cell) => !groups.some(({ cellIds }) => cellIds.includes(cell)));
    const first = from.flatMap((cell) => groups.find(({ cellIds }) => cellIds.includes(cell)) ?? [])[0];
    if (!first || free.length === 0) return [];
    const { id, name, cellIds: before } = first;
    const after = succeeded(before, { on, from, to: free, ended: [] });
    await this.replace(actor, id, after);
    return [{ id, name, effect: 'follows', before, after }];
  }

  async restore(actor: Actor, { listId, before, after }: CellListChange): Promise<void> {
    const group = (await this.groups.list(actor)).find(({ id }) => id === listId);
    if (group?.cellIds.join() === after.join()) await this.replace(actor, listId, before);
  }

  private async replace({ committeeId }: Actor, groupId: string, cells: string[]): Promise<void> {
    await this.database.manager.delete(CellGroupCell, { committeeId, groupId });
    const rows = cells.map((cellId, position) => ({ committeeId, groupId, cellId, position }));
    await this.database.manager.insert(CellGroupCell, rows);
  }
}
