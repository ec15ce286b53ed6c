import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { today } from '../platform/database/today.js';

/** Where the committee's own part of the tree ends: at the base committees below it. */
@Injectable()
export class BorderService {
  constructor(private readonly database: Database) {}

  /** The places of the base committees below the one of this request, as ltrees; what they hold is theirs. */
  async below(day: string = today()): Promise<string[]> {
    const rows = await this.database.rows<{ path: string }>('SELECT borders_below($1)::text AS path', [day]);
    return rows.map(({ path }) => path);
  }

  /** The places of those committees at all times, for what is told of other days. */
  async everBelow(): Promise<string[]> {
    const rows = await this.database.rows<{ path: string }>(
      `SELECT DISTINCT b.path::text AS path
         FROM borders_below($1) AS border(path) JOIN unit_version b ON b.unit_id = subpath(border.path, -1)::text::uuid`,
      [today()],
    );
    return rows.map(({ path }) => path);
  }

  /** True where the unit at this path belongs to another base committee below. */
  async isBeyond(path: string, day: string = today()): Promise<boolean> {
    return (await this.below(day)).some((border) => path === border || path.startsWith(`${border}.`));
  }
}
