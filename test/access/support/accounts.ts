import type { CommitteeKey, Marker, MarkerKind, Place } from './places.js';

export type RoleName = 'administrator' | 'secretary' | 'clerk' | 'cell-secretary' | 'steward' | 'viewer';

/** Where a role stands. The ward lies below the city; `sub` and `a1` lie in the ward. */
export type Seat = 'city' | 'ward' | 'sub' | 'a1' | 'sister' | 'foreign';

/** An account, and the sign-in with which it asks. */
export interface AccountSpec {
  name: string;
  /** None: an account that may sign in, and that is all. */
  role?: RoleName;
  at: Seat;
  /** The committee in which the sign-in works. */
  works: CommitteeKey;
  mayExport?: boolean;
  kind?: 'browser' | 'token' | 'device';
  /** Operations that a limited token is for, with the permissions that it carries. */
  only?: { permissions: string[]; operations: string[] };
  /** For stewards: class A today, all classes today, or the doors of a session long ago. */
  door?: 'A' | 'all' | 'past';
  /** Of another time than today. */
  valid?: 'over' | 'ended' | 'not yet';
}

const everyRole: RoleName[] = ['administrator', 'secretary', 'clerk', 'cell-secretary', 'viewer'];

const seated = (at: Seat, works: CommitteeKey, mayExport = true): AccountSpec[] =>
  everyRole.map((role) => ({ name: `${role} at ${at}, in ${works}`, role, at, works, mayExport }));

const steward = (door: AccountSpec['door'], name: string): AccountSpec => ({
  ...{ name, role: 'steward', at: 'ward', works: 'ward', door },
});

export const accounts: AccountSpec[] = [
  ...seated('ward', 'ward'),
  ...seated('sub', 'ward'),
  ...seated('a1', 'ward'),
  // A role of the city, which looks down on the ward, and on a sister ward that shows its superiors names.
  ...seated('city', 'ward'),
  { ...steward('A', 'steward of the city, in ward'), at: 'city' },
  { name: 'viewer at city, in sister', role: 'viewer', at: 'city', works: 'sister', mayExport: true },
  { name: 'clerk at city, in sister', role: 'clerk', at: 'city', works: 'sister', mayExport: true },
  steward('A', 'steward of class A today'),
  steward('all', 'steward of all classes today'),
  steward('past', 'steward of a session long ago'),
  { ...steward('A', 'device at the door of class A'), kind: 'device' },
  { name: 'clerk at ward without export', role: 'clerk', at: 'ward', works: 'ward' },
  { name: 'cell-secretary at a1 without export', role: 'cell-secretary', at: 'a1', works: 'ward' },
  { name: 'administrator at ward without export', role: 'administrator', at: 'ward', works: 'ward' },
  {
    ...{ name: 'token of an administrator at ward', role: 'administrator', at: 'ward', works: 'ward', kind: 'token' },
    only: {
      permissions: ['account.manage', 'device.manage', 'audit.read'],
      operations: ['Audit_page', 'Audit_choices', 'Audit_verify'],
    },
  },
  { name: 'account without a role', at: 'ward', works: 'ward' },
  {
    name: 'clerk at ward whose role is over',
    role: 'clerk',
    at: 'ward',
    works: 'ward',
    mayExport: true,
    valid: 'over',
  },
  { name: 'clerk at ward whose role was ended', role: 'clerk', at: 'ward', works: 'ward', valid: 'ended' },
  { name: 'clerk at ward from tomorrow on', role: 'clerk', at: 'ward', works: 'ward', valid: 'not yet' },
  {
    ...{ name: 'token of a clerk at ward, for reading the register', role: 'clerk', at: 'ward', works: 'ward' },
    ...{ mayExport: true, kind: 'token' },
    only: {
      permissions: ['member.read', 'unit.read'],
      operations: [
        'Member_page',
        'Member_read',
        'MemberCourse_story',
        'Member_lookUp',
        'SavedFilter_list',
        'SavedFilter_save',
        'SavedFilter_change',
        'SavedFilter_remove',
        'Unit_list',
        'Unit_history',
        'Unit_days',
        'Unit_changesOf',
        'Unit_changesOfUnit',
        'CellGroup_list',
        'Session_coverage',
      ],
    },
  },
  {
    name: 'clerk at sister with a sign-in that says ward',
    role: 'clerk',
    at: 'sister',
    works: 'ward',
    mayExport: true,
  },
  { name: 'clerk at city, in city', role: 'clerk', at: 'city', works: 'city', mayExport: true },
  { name: 'administrator at city, in city', role: 'administrator', at: 'city', works: 'city', mayExport: true },
  { name: 'administrator at foreign, in foreign', role: 'administrator', at: 'foreign', works: 'foreign' },
  { name: 'viewer at sister, in sister', role: 'viewer', at: 'sister', works: 'sister', mayExport: true },
  { name: 'clerk at sister, in sister', role: 'clerk', at: 'sister', works: 'sister', mayExport: true },
  { name: 'clerk at foreign, in foreign', role: 'clerk', at: 'foreign', works: 'foreign', mayExport: true },
];

/** How far a role reaches in the committee in which its sign-in works. */
export type Position = 'committee' | 'part' | 'above' | 'door' | 'nowhere';

export const isBelowCity = (key: CommitteeKey): boolean => key === 'ward' || key === 'sister';

export function positionOf({ role, at, works, door, valid }: AccountSpec): Position {
  if (!role || valid) return 'nowhere';
  if (role === 'steward') return door === 'past' || at !== works ? 'nowhere' : 'door';
  if (at === works) return 'committee';
  if (works === 'ward' && (at === 'sub' || at === 'a1')) return 'part';
  return at === 'city' && isBelowCity(works) ? 'above' : 'nowhere';
}

/** Committees in which an account may work: that which looks after it, and those below the unit of its role. */
export function worksAt({ role, at, valid }: AccountSpec): CommitteeKey[] {
  const home = at === 'sub' || at === 'a1' ? 'ward' : at;
  return role && role !== 'steward' && !valid && at === 'city' ? [home, 'ward', 'sister'] : [home];
}

/** The sister ward lets its superiors see names; the ward does not. */
export const showsNamesAbove = (key: CommitteeKey): boolean => key === 'sister';

const ofNames: RoleName[] = ['secretary', 'clerk', 'cell-secretary'];

/** Cells whose people an account may meet: `all` of its committee, or those named. */
export function cellsOf(account: AccountSpec): 'all' | string[] {
  const { role, at, works, door } = account;
  const position = positionOf(account);
  if (position === 'above') return showsNamesAbove(works) ? 'all' : [];
  if (position === 'door') return door === 'A' ? ['a1', 'a2'] : 'all';
  if (!role || !ofNames.includes(role)) return [];
  if (position === 'committee') return 'all';
  if (position === 'part') return at === 'sub' ? ['a1', 'a2'] : ['a1'];
  return [];
}

const isAmong = (cells: 'all' | string[], cell: string | undefined): boolean =>
  cells === 'all' || (cell !== undefined && cells.includes(cell));

const isOffice = (account: AccountSpec): boolean =>
  positionOf(account) === 'committee' && (account.role === 'secretary' || account.role === 'clerk');

/** What a text of the account's own committee tells, and whether the account may read it. */
const readable: Record<MarkerKind, (account: AccountSpec, marker: Marker) => boolean> = {
  people: (account, { cell }) => isAmong(cellsOf(account), cell),
  register: (account, { cell }) => positionOf(account) !== 'door' && isAmong(cellsOf(account), cell),
  unit: () => true,
  class: ({ door }, { hall }) => door === undefined || door === 'all' || hall === door,
  'door-plan': () => true,
  plan: (account) => positionOf(account) !== 'door',
  narrative: (account) => positionOf(account) !== 'door',
  closing: isOffice,
  committee: () => true,
  account: (account) => positionOf(account) === 'committee' && account.role === 'administrator',
  request: isOffice,
  secret: () => false,
  own: () => false,
};

/** Whether a text may stand in an answer to the account at all, whatever it asks. */
export function reaches(account: AccountSpec, marker: Marker): boolean {
  if (positionOf(account) === 'nowhere') return false;
  // The tree is shared by those above and below; it names no person.
  if (marker.kind === 'unit' && account.works === 'city' && isBelowCity(marker.committee)) return true;
  return marker.committee === account.works && readable[marker.kind](account, marker);
}

/** A sealed number of somebody whose people the account meets. */
export const isNumberInReach = (account: AccountSpec, { kind, committee, cell }: Marker): boolean =>
  kind === 'secret' && committee === account.works && isAmong(cellsOf(account), cell);

/** Whether a place lies among the people of an account. */
export const hasPeopleOf = (account: AccountSpec, { cell, committee }: Place): boolean =>
  committee === account.works && isAmong(cellsOf(account), cell);
