import type { Schemas } from '../../api/client.ts';
import { useFilters } from '../../parts/search-params.ts';
import { dutyWords, exemptionWords, officesWords, sexWords, standingWords } from './member-words.ts';

export type MemberFilter = Schemas['MemberFilter'];

const fields = [
  ...(['search', 'cellId', 'unitId', 'standing', 'duty', 'sex', 'offices'] as const),
  ...(['officeTitle', 'ageFrom', 'ageTo', 'exemption', 'asOf'] as const),
];
type Field = (typeof fields)[number];

/** Fields beside the search: where one is set, the list is narrowed by a filter. */
const narrowing = fields.filter((field) => field !== 'search' && field !== 'asOf');

const known = <Code extends string>(words: Record<Code, string>, text: string): Code | undefined =>
  text in words ? (text as Code) : undefined;

const age = (text: string): number | undefined =>
  /^\d{1,3}$/.test(text) && Number(text) <= 150 ? Number(text) : undefined;

/** The filter as it stands in the address; what is not one of ours is left out. */
export function readFilter(of: (field: Field) => string): MemberFilter {
  const read: { [Key in Field]: MemberFilter[Key] | undefined } = {
    ...{ search: of('search') || undefined, cellId: of('cellId') || undefined, unitId: of('unitId') || undefined },
    ...{ standing: known(standingWords, of('standing')), duty: known(dutyWords, of('duty')) },
    ...{ sex: known(sexWords, of('sex')), offices: known(officesWords, of('offices')) },
    ...{ officeTitle: of('officeTitle') || undefined, exemption: known(exemptionWords, of('exemption')) },
    ...{ ageFrom: age(of('ageFrom')), ageTo: age(of('ageTo')) },
    asOf: /^\d{4}-\d{2}-\d{2}$/.test(of('asOf')) ? of('asOf') : undefined,
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

/** The same as parts of an address; every other field of a filter leaves it. */
export const filterParams = (filter: MemberFilter): Record<Field, string | null> =>
  Object.fromEntries(
    fields.map((field) => [field, filter[field] === undefined ? null : String(filter[field])]),
  ) as Record<Field, string | null>;

/** The same as a question to the server. */
export const filterQuery = (filter: MemberFilter): URLSearchParams =>
  new URLSearchParams(
    Object.entries(filterParams(filter)).filter((entry): entry is [string, string] => entry[1] !== null),
  );

export const isNarrowed = (filter: MemberFilter): boolean => narrowing.some((field) => filter[field] !== undefined);

/** The filter in the address, and ways to change it; whoever was chosen in the list is let go. */
export function useMemberFilter() {
  const { of, set } = useFilters();
  return {
    filter: readFilter(of),
    change: (changes: Partial<Record<Field, string | null>>): void => set({ ...changes, who: null }),
    replace: (filter: MemberFilter): void => set({ ...filterParams(filter), who: null }),
  };
}
