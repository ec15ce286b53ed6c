import { ForbiddenError } from '../../platform/access/access.errors.js';
import type { AccessPolicy } from '../../platform/access/access-policy.js';
import type { Actor } from '../../platform/access/actor.js';
import { today } from '../../platform/database/today.js';
import type { MemberFilter } from './member-filter.dto.js';

/** A condition on rows of `roster` under the alias `r`, and the parameters of both: `$1` committee, `$2` day, then its own. */
export interface RosterCondition {
  where: string;
  parameters: unknown[];
}

const below = (unit: string): string => `
  r.cell_id IN (SELECT b.unit_id FROM unit_version b JOIN unit_version top ON b.path <@ top.path
                 WHERE top.unit_id = ${unit} AND top.valid @> $2::date AND b.valid @> $2::date)`;

const age = `CASE WHEN r.birth_date IS NULL THEN extract(year FROM $2::date) - r.birth_year
                  ELSE extract(year FROM age($2::date, r.birth_date)) END`;

const exempted = (kind: string): string => `
  EXISTS (SELECT FROM exemption e
           WHERE (e.committee_id, e.member_id) = ($1, r.id) AND e.kind = ${kind} AND e.valid @> $2::date)`;

type Conditions = { [Key in Exclude<keyof MemberFilter, 'asOf'>]-?: (value: string) => string };

/** What each field asks of a row. `value` is its parameter. */
const conditions: Conditions = {
  search: (value) => `r.search_text LIKE ALL (search_patterns(${value}))`,
  cellId: (value) => `r.cell_id = ${value}`,
  unitId: below,
  standing: (value) => `r.standing = ${value}`,
  duty: (value) => `r.duty = ${value}`,
  sex: (value) => `r.sex = ${value}`,
  offices: (value) => `(r.office IS NOT NULL) = (${value} = 'any')`,
  officeTitle: (value) => `position(search_key(${value}) IN search_key(r.office)) > 0`,
  ageFrom: (value) => `${age} >= ${value}::int`,
  ageTo: (value) => `${age} <= ${value}::int`,
  exemption: exempted,
};

/**
 * The one place that says who belongs to a filter, for the list and for everything made of it. It narrows to the cells that
 * the actor reaches and never widens.
 * @throws ForbiddenError where somebody who learns nothing of health asks for a kind of exemption
 */
export function memberFilter(policy: AccessPolicy, actor: Actor, filter: MemberFilter): RosterCondition {
  if (filter.exemption && !policy.isOfTheHouse(actor)) throw new ForbiddenError();
  const parameters: unknown[] = [actor.committeeId, filter.asOf ?? today()];
  const parts: string[] = [];
  const add = (value: unknown, condition: (parameter: string) => string): void => {
    if (value === undefined || value === null) return;
    parameters.push(value);
    parts.push(condition(`$${parameters.length}`));
  };
  add(policy.cellsOf(actor), (cells) => `r.cell_id = ANY (${cells}::uuid[])`);
  for (const [field, condition] of Object.entries(conditions) as [keyof Conditions, Conditions['search']][]) {
    add(filter[field], condition);
  }
  return { where: parts.length === 0 ? 'true' : parts.join(' AND '), parameters };
}
