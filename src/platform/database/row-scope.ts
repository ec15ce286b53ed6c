/**
 * Which rows a transaction may touch. The policies of the schema read it from settings that hold until its end, so that a
 * statement that forgets a filter finds nothing instead of everything (docs/decisions/0006).
 */
export interface RowScope {
  /** None of any committee's where it is null. */
  committeeId: string | null;
  /** A committee below it that the transaction founds. */
  besides?: string;
  accountId: string | null;
  /** Sessions with their plans: all of the committee's, or those listed. */
  sessions: 'all' | readonly string[];
  /** People and what is known of them. */
  people: 'all' | PeopleScope;
}

/** Part of the people of a committee; ids each. */
export interface PeopleScope {
  cells: readonly string[];
  members: readonly string[];
  classes: readonly string[];
  sittings: readonly string[];
  /** Units below which the tree may be changed. */
  units: readonly string[];
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** SET LOCAL takes no parameters, so every value is looked at before it becomes part of a statement. */
function setting(name: string, ids: readonly string[]): string {
  requireIds(ids);
  return `SET LOCAL app.${name} = '${ids.join(',')}'`;
}

function requireIds(ids: readonly string[]): void {
  const strange = ids.find((id) => !uuid.test(id));
  if (strange !== undefined) throw new Error(`not an id: ${strange}`);
}

/** Where the tree may be changed, as lqueries: a committee with its own unit, a part of it below its own. */
function treeOf({ committeeId, people }: RowScope): string {
  if (people !== 'all') {
    requireIds(people.units);
    return people.units.map((id) => `*.${id}.*{1}.*`).join(' ');
  }
  return committeeId === null ? '' : `*.${committeeId}.*`;
}

/** Rows of one committee, all of them: for sign-in, first run, jobs; a request gets what its actor's role reaches. */
export const wholeCommittee = (committeeId: string, accountId: string | null = null): RowScope => ({
  ...{ committeeId, accountId, sessions: 'all', people: 'all' },
});

const nobody: PeopleScope = { cells: [], members: [], classes: [], sittings: [], units: [] };

/** The rows of a request whose permission reaches nowhere: none but the account itself. */
export const nothing = ({ accountId }: { accountId: string }): RowScope => ({
  ...{ committeeId: null, accountId, sessions: [], people: nobody },
});

/** What concerns an account alone, in the committee where it works. */
export const ofOneself = ({ accountId, committeeId }: { accountId: string; committeeId: string }): RowScope => ({
  ...{ committeeId, accountId, sessions: [], people: nobody },
});

/** One string for one round trip. */
export function settingsOf(scope: RowScope): string {
  const { committeeId, besides, accountId, sessions, people } = scope;
  const parts = [
    setting(
      'committees',
      [committeeId, besides ?? null].filter((id) => id !== null),
    ),
    setting('account', accountId === null ? [] : [accountId]),
    `SET LOCAL app.tree = '${treeOf(scope)}'`,
  ];
  parts.push(`SET LOCAL app.plans = '${sessions === 'all' ? 'all' : 'part'}'`);
  parts.push(`SET LOCAL app.people = '${people === 'all' ? 'all' : 'part'}'`);
  if (sessions !== 'all') parts.push(setting('sessions', sessions));
  if (people !== 'all') {
    parts.push(setting('cells', people.cells), setting('members', people.members));
    parts.push(setting('classes', people.classes), setting('sittings', people.sittings));
  }
  return parts.join('; ');
}
