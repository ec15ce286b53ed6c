import { ForbiddenError } from '../../platform/access/access.errors.js';
import type { AccessPolicy } from '../../platform/access/access-policy.js';
import type { Actor } from '../../platform/access/actor.js';
import { today } from '../../platform/database/today.js';
import type { MemberFilter } from './member-filter.dto.js';

/**
 * A condition on rows of `roster` or of `member` under the alias `r`, and its parameters: `$1` committee, `$2` day, then its own.
 */
export interface RosterCondition {
  where: string;
  parameters: unknown[];
}

/**
 * One of a set of ids that is gathered once. As a CASE it stays a set to look into: joined, it would be looked up row by row,
 * since behind row-level security the planner takes every table for a row or two (decision 0026).
 */
const among = (ids: string): string => `CASE WHEN r.id IN (${ids}) THEN true ELSE false END`;

const dated = (table: string, more = ''): string =>
  `SELECT d.member_id FROM ${table} d WHERE d.committee_id = $1 AND d.valid @> $2::date${more}`;

const [isAway, isExempt, isInOffice] = [among(dated('away')), among(dated('exemption')), among(dated('member_office'))];

/** As the roster does: who takes part elsewhere for a time stands there, who only lives here nowhere. */
const placed = (where: string): string =>
  among(`
    SELECT p.member_id FROM (
      SELECT DISTINCT ON (p.member_id) p.member_id, p.cell_id FROM membership p
       WHERE p.committee_id = $1 AND p.valid @> $2::date AND p.kind <> 'residence'
       ORDER BY p.member_id, p.kind = 'temporary-in' DESC) p
     WHERE ${where}`);

const below = (unit: string): string => `
  p.cell_id IN (SELECT b.unit_id FROM unit_version b JOIN unit_version top ON b.path <@ top.path
                 WHERE top.unit_id = ${unit} AND top.valid @> $2::date AND b.valid @> $2::date)`;

const age = `CASE WHEN r.birth_date IS NULL THEN extract(year FROM $2::date) - r.birth_year
                  ELSE extract(year FROM age($2::date, r.birth_date)) END`;

/** The same as the roster's duty. */
const dutyOf = `CASE WHEN ${isAway} THEN 'away' WHEN ${isExempt} THEN 'exempt' ELSE 'summoned' END`;

const isProbationary = `(r.admitted_on IS NOT NULL AND (r.official_on IS NULL OR r.official_on > $2::date))`;

type Conditions = { [Key in Exclude<keyof MemberFilter, 'asOf' | 'cellId' | 'unitId'>]-?: (value: string) => string };

/** What each field asks of a row. `value` is its parameter. */
const conditions: Conditions = {
  search: (value) => `r.search_text LIKE ALL (search_patterns(${value}))`,
  standing: (value) => `${isProbationary} = (${value} = 'probationary')`,
  duty: (value) => `${dutyOf} = ${value}`,
  sex: (value) => `r.sex = ${value}`,
  offices: (value) => `${isInOffice} = (${value} = 'any')`,
  officeTitle: (value) =>
    among(dated('member_office', ` AND position(search_key(${value}) IN search_key(d.title)) > 0`)),
  ageFrom: (value) => `${age} >= ${value}::int`,
  ageTo: (value) => `${age} <= ${value}::int`,
  exemption: (value) => among(dated('exemption', ` AND d.kind = ${value}`)),
};

/**
 * The one place that says who belongs to a filter, for the list and for everything made of it. It narrows to the cells that
 * the actor reaches and never widens.
 * @throws ForbiddenError where somebody who learns nothing of health asks for a kind of exemption
 */
export function memberFilter(policy: AccessPolicy, actor: Actor, filter: MemberFilter): RosterCondition {
  if (filter.exemption && !policy.isOfTheHouse(actor)) throw new ForbiddenError();
  const parameters: unknown[] = [actor.committeeId, filter.asOf ?? today()];
  const conditionOf = (value: unknown, condition: (parameter: string) => string): string[] => {
    if (value === undefined || value === null) return [];
    parameters.push(value);
    return [condition(`$${parameters.length}`)];
  };
  const places = [
    ...conditionOf(policy.cellsOf(actor), (cells) => `p.cell_id = ANY (${cells}::uuid[])`),
    ...conditionOf(filter.cellId, (cell) => `p.cell_id = ${cell}`),
    ...conditionOf(filter.unitId, below),
  ];
  const fields = Object.keys(conditions) as (keyof Conditions)[];
  const parts = fields.flatMap((field) => conditionOf(filter[field], conditions[field]));
  return { where: [...parts, placed(places.join(' AND ') || 'true')].join(' AND '), parameters };
}
