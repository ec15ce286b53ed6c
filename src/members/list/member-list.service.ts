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
  async page(actor: Actor, query: MemberQuery, ids: string[] | null = null): Promise<MemberPageDto> {
    const { page, pageSize } = query;
    const { where, parameters } = memberFilter(this.policy, actor, query);
    const at = parameters.length;
    const asked = [...parameters, ids];
    const found = `FROM (${roster}) AS r WHERE ${where} AND ($${at + 1}::uuid[] IS NULL OR r.id = ANY ($${at + 1}))`;
    const items = await this.database.rows<MemberDto>(
      `SELECT ${columns} ${found} ORDER BY ${inSearchOrder(`$${at + 2}`)} LIMIT $${at + 3} OFFSET $${at + 4}`,
      [...asked, query.search ?? null, pageSize, (page - 1) * pageSize],
    );
    const [counted] = await this.database.rows<{ total: number }>(`SELECT count(*)::int AS total ${found}`, asked);
    const total = counted?.total ?? 0;
    await this.audit.recordReading(actor, listed(actor, query, total));
    return { total, page, pageSize, items };
  }

  /** All who belong to a filter, in the order of the list, for a paper that is made of it; whoever makes it tells the trail. */
  everybody(actor: Actor, filter: MemberFilter, most: number): Promise<MemberDto[]> {
    const { where, parameters } = memberFilter(this.policy, actor, filter);
    const at = parameters.length;
    return this.database.rows<MemberDto>(
      `SELECT ${columns} FROM (${roster}) AS r WHERE ${where} ORDER BY ${inSearchOrder(`$${at + 1}`)} LIMIT $${at + 2}`,
      [...parameters, filter.search ?? null, most],
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
