import { Injectable } from '@nestjs/common';
import type { Holder, Reach } from '../platform/access/actor.js';
import type { Permission } from '../platform/access/permissions.js';
import { Database } from '../platform/database/database.js';
import { type RowScope, wholeCommittee } from '../platform/database/row-scope.js';
import { today } from '../platform/database/today.js';

/** About people as the register has them today. All else also reaches who stands on an open roll and has moved since. */
const ofRegister: ReadonlySet<Permission> = new Set([
  'member.read',
  'member.change',
  'member.reveal',
  'register.export',
]);

/** Turns how far a permission reaches into the rows that lie there today. */
@Injectable()
export class ReachService {
  constructor(private readonly database: Database) {}

  /** @returns null where nothing lies within reach: no role, a dissolved unit, a door on another day */
  async scopeOf(holder: Holder, { isWhole, paths, doors }: Reach, permission: Permission): Promise<RowScope | null> {
    const { committeeId, accountId } = holder;
    if (isWhole) return wholeCommittee(committeeId, accountId);
    const { cells, members } = await this.peopleBelow(committeeId, paths, !ofRegister.has(permission));
    const open = await this.doorsToday(committeeId, doors);
    if (paths.length === 0 && open.length === 0) return null;
    const people = {
      ...{ cells, members },
      classes: open.map(({ classId }) => classId),
      sittings: open.map(({ sittingId }) => sittingId),
      units: paths.map((path) => path.slice(path.lastIndexOf('.') + 1)),
    };
    // Plans name nobody: who has a part of the tree reads them all, who has a door reads that of his session.
    const sessions = paths.length > 0 ? 'all' : [...new Set(open.map(({ sessionId }) => sessionId))];
    return { committeeId, accountId, sessions, people };
  }

  private async peopleBelow(
    committeeId: string,
    paths: readonly string[],
    withRolls: boolean,
  ): Promise<{ cells: string[]; members: string[] }> {
    if (paths.length === 0) return { cells: [], members: [] };
    const [found] = await this.database.rows<{ cells: string[]; members: string[] }>(
      'SELECT cells, members FROM people_in_reach($1, $2::ltree[], $3, $4)',
      [committeeId, paths, today(), withRolls],
    );
    return found ?? { cells: [], members: [] };
  }

  private async doorsToday(
    committeeId: string,
    doors: Reach['doors'],
  ): Promise<{ sessionId: string; classId: string; sittingId: string }[]> {
    const open = await Promise.all(
      doors.map(async ({ sessionId, classIds }) => {
        const found = await this.database.rows<{ classId: string; sittingId: string }>(
          'SELECT class_id AS "classId", sitting_id AS "sittingId" FROM doors_of_day($1, $2, $3, $4)',
          [committeeId, sessionId, classIds, today()],
        );
        return found.map((door) => ({ sessionId, ...door }));
      }),
    );
    return open.flat();
  }
}
