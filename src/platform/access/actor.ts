import type { RowScope } from '../database/row-scope.js';
import type { Permission, RoleName } from './permissions.js';

/** A role at a unit, as it holds today. */
export interface Grant {
  role: RoleName;
  unitId: string;
  /** The unit's place in the tree today, as an ltree of unit ids. */
  path: string;
  /** The committee to whose part of the tree the unit belongs. */
  committeeId: string;
  mayExport: boolean;
  /** For a steward: the session whose doors he keeps, and of it the classes; all of them where there is no list. */
  sessionId: string | null;
  classIds: string[] | null;
}

/** How far a permission reaches in the committee in which the actor works. */
export interface Reach {
  /** All of the committee. */
  isWhole: boolean;
  /** Otherwise the parts of the tree, as ltrees; a path reaches what lies below it. */
  paths: string[];
  /** And the sessions whose doors are kept, with their classes; null: all classes. */
  doors: { sessionId: string; classIds: string[] | null }[];
}

/** Where a request comes from, for the audit trail. */
export interface Origin {
  address: string;
  requestId: string;
}

export type SignInKind = 'browser' | 'token' | 'device';

/** A sign-in that holds: the account, the committee in which it works, and its roles there. */
export interface Holder {
  accountId: string;
  committeeId: string;
  loginName: string;
  displayName: string;
  signInId: string;
  signInKind: SignInKind;
  /** When the person last proved who he is, by password or passkey. */
  provedAt: Date;
  /** What a token is limited to; null where the sign-in can do all that its account may. */
  permissions: readonly Permission[] | null;
  grants: readonly Grant[];
  /** The place of the committee in the tree today. */
  committeePath: string;
  /** The committee lets the viewers of its superiors see names. */
  showsNamesAbove: boolean;
  /** The committee demands a second factor of the account, which has none: until then it may only do what is `own`. */
  lacksSecondFactor: boolean;
}

/** Who asks: besides, how far the permission reaches that the route declares, the rows it may touch, and from where. */
export interface Actor extends Holder {
  reach: Reach;
  scope: RowScope;
  origin: Origin;
}
