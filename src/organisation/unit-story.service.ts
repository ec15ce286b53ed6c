import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { Database } from '../platform/database/database.js';
import { NotFoundError } from '../platform/errors/domain-error.js';
import { BorderService } from './border.service.js';
import type { UnitChangeDto, UnitChangesQuery, UnitStateDto } from './unit-change.dto.js';
import type { UnitChangePart, VersionRow } from './unit-change.entity.js';
import { versionsFrom } from './unit-ledger.js';

type Part = Pick<UnitChangePart, 'unitId' | 'part' | 'before' | 'after'>;
type StoredChange = Omit<UnitChangeDto, 'parts' | 'document'> & {
  parts: Part[];
  number: string | null;
  issuer: string | null;
  issuedOn: string | null;
};

/** More than a page of a story; what lies before is asked for by its days. */
const mostChanges = 500;

/** $1 committee, $2 from, $3 to, $4 unit, $5 change, $6 borders. What moved along with something above it is no story of its own. */
const story = `
  SELECT c.id, c.kind, c.effective_on AS "on", c.decision_number AS number, c.decision_issuer AS issuer,
         c.decided_on AS "issuedOn", c.recorded_at AS "recordedAt",
         (SELECT jsonb_agg(jsonb_build_object('unitId', p.unit_id, 'part', p.part, 'before', p.before, 'after', p.after)
                           ORDER BY p.part, p.before -> 0 ->> 'name' COLLATE vi_natural, p.after -> -1 ->> 'name' COLLATE vi_natural)
            FROM unit_change_part p WHERE p.change_id = c.id AND p.part <> 'below') AS parts,
         NOT EXISTS (SELECT FROM unit_change_part p
                      WHERE p.change_id = c.id AND p.after <> ${versionsFrom('p.unit_id', 'c.effective_on')}) AS "isLast"
    FROM unit_change c
   WHERE c.effective_on BETWEEN coalesce($2::date, '-infinity') AND coalesce($3::date, 'infinity')
     AND ($5::uuid IS NULL OR c.id = $5)
     AND EXISTS (SELECT FROM unit_change_part p JOIN unit_version v ON v.unit_id = p.unit_id
                  WHERE p.change_id = c.id AND p.part <> 'below' AND v.path ~ ('*.' || $1 || '.*')::lquery
                    AND NOT v.path <@ $6::ltree[] AND ($4::uuid IS NULL OR p.unit_id = $4))
   ORDER BY c.effective_on DESC, c.recorded_at DESC, c.id DESC LIMIT ${mostChanges}`;

/** What happened to the tree, newest first. What happens in a base committee below is that committee's own story. */
@Injectable()
export class UnitStoryService {
  constructor(
    private readonly database: Database,
    private readonly borders: BorderService,
  ) {}

  /** @param unitId the story of that unit alone */
  async list({ committeeId }: Actor, { from, to }: UnitChangesQuery, unitId?: string): Promise<UnitChangeDto[]> {
    return this.told([committeeId, from ?? null, to ?? null, unitId ?? null, null]);
  }

  async one({ committeeId }: Actor, id: string): Promise<UnitChangeDto> {
    const [change] = await this.told([committeeId, null, null, null, id]);
    if (!change) throw new NotFoundError('thay đổi này');
    return change;
  }

  /** Days on which something of the committee begins or ends to hold, the first first. */
  async days({ committeeId }: Actor): Promise<string[]> {
    const rows = await this.database.rows<{ day: string }>(
      `SELECT DISTINCT d.day FROM unit_version v CROSS JOIN LATERAL (VALUES (lower(v.valid)), (upper(v.valid))) AS d(day)
        WHERE d.day IS NOT NULL AND v.path <@ ARRAY(SELECT path FROM unit_version WHERE unit_id = $1)
          AND NOT subpath(v.path, 0, -1) <@ $2::ltree[]
        ORDER BY d.day`,
      [committeeId, await this.borders.everBelow()],
    );
    return rows.map(({ day }) => day);
  }

  private async told(parameters: unknown[]): Promise<UnitChangeDto[]> {
    const stored = await this.database.rows<StoredChange>(story, [...parameters, await this.borders.everBelow()]);
    const nameOf = await this.namesOfParents(stored);
    return stored.map(({ number, issuer, issuedOn, parts, ...change }) => {
      const state = (rows: VersionRow[]): UnitStateDto | null => {
        const row = rows.find(({ valid }) => holdsOn(valid, change.on));
        if (!row) return null;
        const { name, code, category, parent_id: parentId } = row;
        return { name, code, category, parentId, parentName: parentId && nameOf(parentId, change.on) };
      };
      const told = parts.map(({ unitId, part, before, after }) => ({
        ...{ unitId, part, before: state(before), after: state(after) },
      }));
      return { ...change, document: number === null ? null : { number, issuer, issuedOn }, parts: told };
    });
  }

  private async namesOfParents(changes: StoredChange[]): Promise<(id: string, day: string) => string | null> {
    const rows = changes.flatMap(({ parts }) => parts.flatMap(({ before, after }) => [...before, ...after]));
    const ids = [...new Set(rows.flatMap(({ parent_id: id }) => id ?? []))];
    const versions = await this.database.rows<{ id: string; name: string; valid: string }>(
      'SELECT unit_id AS id, name, valid::text FROM unit_version WHERE unit_id = ANY ($1) ORDER BY valid',
      [ids],
    );
    const byUnit = Map.groupBy(versions, ({ id }) => id);
    return (id, day) => {
      const ofUnit = byUnit.get(id) ?? [];
      return (ofUnit.find(({ valid }) => holdsOn(valid, day)) ?? ofUnit.at(-1))?.name ?? null;
    };
  }
}

/** @param range as PostgreSQL writes it: `[2020-01-01,2021-01-01)` */
function holdsOn(range: string, day: string): boolean {
  const [from = '', to = ''] = range.slice(1, -1).split(',');
  return from <= day && (to === '' || day < to);
}
