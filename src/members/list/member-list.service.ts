import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { AccessPolicy } from '../../platform/access/access-policy.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Database } from '../../platform/database/database.js';
import { today } from '../../platform/database/today.js';
import { listed } from '../member-events.js';
import type { CellStrengthDto, MemberDto, MemberPageDto } from '../member-record.dto.js';
import { MemberSecretService } from '../member-secret.service.js';
import { roster } from '../roster.js';
import { memberFilter } from './member-filter.js';
import type { MemberFilter, MemberQuery } from './member-filter.dto.js';
import { inSearchOrder } from './search-order.js';

/** What leaves of a row of the roster. */
const columns = `
  id, full_name AS "fullName", given_name AS "givenName", sex, birth_date AS "birthDate", birth_year AS "birthYear",
  card_number AS "cardNumber", admitted_on AS "admittedOn", official_on AS "officialOn", cell_id AS "cellId",
  cell_name AS "cellName", standing, duty, office`;

interface Stretch {
  /** Nobody else is meant; null: everybody. */
  among: string[] | null;
  limit: number;
  offset: number;
}

interface Found {
  ids: string[];
  /** Of all pages; 0 beyond the last one. */
  total: number;
}

/** The register as a list: filtered, searched, in the one order of names. */
@Injectable()
export class MemberListService {
  constructor(
    private readonly database: Database,
    private readonly policy: AccessPolicy,
    private readonly secrets: MemberSecretService,
    private readonly audit: AuditTrail,
  ) {}

  /** One page of the register as of a day. */
  async page(actor: Actor, query: MemberQuery, among: string[] | null = null): Promise<MemberPageDto> {
    const { page, pageSize } = query;
    const { ids, total } = await this.find(actor, query, { among, limit: pageSize, offset: (page - 1) * pageSize });
    await this.audit.recordReading(actor, listed(actor, query, total));
    return { total, page, pageSize, items: await this.told(actor, query, ids) };
  }

  /** All who belong to a filter, in the order of the list, for a paper that is made of it; whoever makes it tells the trail. */
  async everybody(actor: Actor, filter: MemberFilter, most: number): Promise<MemberDto[]> {
    const { ids } = await this.find(actor, filter, { among: null, limit: most, offset: 0 });
    return this.told(actor, filter, ids);
  }

  /** Who belongs to a filter, in the order of the list; what is told of each is gathered for those alone who are shown. */
  private async find(actor: Actor, filter: MemberFilter, { among, limit, offset }: Stretch): Promise<Found> {
    const { where, parameters } = memberFilter(this.policy, actor, filter);
    const [of, search, most, from] = [1, 2, 3, 4].map((more) => `$${parameters.length + more}`);
    const rows = await this.database.rows<{ id: string; total: number }>(
      `SELECT r.id, (count(*) OVER ())::int AS total FROM member r
        WHERE r.committee_id = $1 AND ${where} AND (${of}::uuid[] IS NULL OR r.id = ANY (${of}))
        ORDER BY ${inSearchOrder(search ?? '')} LIMIT ${most} OFFSET ${from}`,
      [...parameters, among, filter.search ?? null, limit, offset],
    );
    return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? 0 };
  }

  private told({ committeeId }: Actor, { asOf }: MemberFilter, ids: string[]): Promise<MemberDto[]> {
    return this.database.rows<MemberDto>(
      `SELECT ${columns} FROM (${roster}) AS r WHERE r.id = ANY ($3::uuid[]) ORDER BY array_position($3::uuid[], r.id)`,
      [committeeId, asOf ?? today(), ids],
    );
  }

  /** Whoever has this citizen number or phone, today. */
  async lookUp(actor: Actor, number: string): Promise<MemberPageDto> {
    const ids = await this.secrets.idsWith(actor, number);
    return this.page(actor, { page: 1, pageSize: 50 }, ids);
  }

  /** The register's own numbers, for a plan; what came of a session is the tally's alone. */
  strengths(actor: Actor, asOf = today()): Promise<CellStrengthDto[]> {
    return this.database.rows<CellStrengthDto>(
      `WITH roster AS (${roster})
       SELECT cell_id AS "cellId", count(*)::int AS total, (count(*) FILTER (WHERE duty = 'exempt'))::int AS exempt,
              (count(*) FILTER (WHERE duty = 'away'))::int AS away,
              (count(*) FILTER (WHERE duty = 'summoned'))::int AS expected,
              (count(*) FILTER (WHERE standing = 'probationary'))::int AS probationary
         FROM roster WHERE $3::uuid[] IS NULL OR cell_id = ANY ($3) GROUP BY cell_id`,
      [actor.committeeId, asOf, this.policy.cellsOf(actor)],
    );
  }
}
