import type { AccountSpec, RoleName } from './accounts.js';
import type { Marker, Place } from './places.js';

/**
 * How far a role may go with an operation. `whole`: where the role stands at the committee itself; `part`: also where it
 * stands at a part of the tree, for what lies there; `door`: a steward, for the classes at his door, today.
 */
export type Extent = 'whole' | 'part' | 'door';

/** `named-viewer`: from above, of a committee that shows its superiors names. From above every other role is a viewer's. */
export type Decider = RoleName | 'named-viewer';

/**
 * What the ids of a request name, which says where they lie within reach.
 * `committee`: something of the whole committee; `people`: a member or a cell whose people are met; `change`: a unit below the
 * role's own; `under`: a unit under which another is founded; `door`: a class or sitting where a roll is taken; `tree`: a unit
 * that is read; `session`: the session of today, which each of its doors belongs to; `workplace`: a committee in which the
 * account may work; `others`: what is another account's own, and never within reach.
 */
export type Kind = 'committee' | 'people' | 'change' | 'under' | 'door' | 'tree' | 'session' | 'workplace' | 'others';

export interface Ask {
  path?: Record<string, string>;
  query?: Record<string, string>;
  body?: object;
  /** Of a body that is not JSON. */
  headers?: Record<string, string>;
}

type Roles = Partial<Record<Decider, Extent>>;

export interface Decision {
  /** `public`: without signing in; `self`: whoever is signed in, about himself. Who is not named may not. */
  may: Roles | 'public' | 'self';
  /** For a person at a browser: neither a token nor a device may. */
  inPerson?: boolean;
  /** A right of its own besides the role. */
  isExport?: boolean;
  /** What the ids of the path name; they are taken of `at`. */
  path?: Kind;
  /** What the ids of body and query name; they are taken of `of`. */
  body?: Kind;
  ask?: (at: Place, of: Place) => Ask;
  /** Answers of the field itself where the state forbids what the role allows. */
  refusals?: number[];
  /** Answers to what lies beyond reach, where it is not 404: 200 for a list that is then empty, 422 for a field. */
  beyond?: number[];
  /** The answer is about cells: it names none of another part of the tree, though the tree itself does. */
  isByCell?: boolean;
  /** Texts that this answer may tell besides what its reader reads elsewhere. */
  alsoTells?: (account: AccountSpec, marker: Marker) => boolean;
  /** Why it is so, where it could be otherwise. */
  remark?: string;
}

export type Decisions = Record<string, Decision>;

/** Reading what names nobody: everybody who has a place in the tree. */
export const ofTree: Roles = {
  ...{
    administrator: 'part',
    secretary: 'part',
    clerk: 'part',
    'cell-secretary': 'part',
    viewer: 'part',
    steward: 'door',
  },
};
/** Texts of resolutions. */
export const ofTexts: Roles = { secretary: 'part', clerk: 'part', 'cell-secretary': 'part', viewer: 'part' };
/** The figures of what one reaches: of the classes at his door for a steward. */
export const ofFigures: Roles = { ...ofTexts, steward: 'door' };
export const ofPlans: Roles = { ...ofTree };
/** Names of people. */
export const ofNames: Roles = { secretary: 'part', clerk: 'part', 'cell-secretary': 'part', 'named-viewer': 'part' };
export const ofRolls: Roles = { ...ofNames, steward: 'door' };
export const ofMarks: Roles = { secretary: 'part', clerk: 'part', steward: 'door' };
/** Planning and closing are the committee's: a role at a part of it does not reach that far. */
export const ofDesk: Roles = { secretary: 'whole', clerk: 'whole' };
/** Accounts, tokens and devices. */
export const ofAccounts: Roles = { administrator: 'whole' };
export const ofTrail: Roles = { administrator: 'whole', secretary: 'whole' };
/** Keeping the register. */
export const ofRegister: Roles = { clerk: 'part' };
