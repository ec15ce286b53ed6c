import { type AccountSpec, hasPeopleOf, type Position, positionOf, showsNamesAbove, worksAt } from './accounts.js';
import type { Decision, Extent, Kind } from './decision.js';
import type { Place } from './places.js';

/** A limited token, and what only goes with a right of its own. */
const isHeldBack = (operation: string, { isExport }: Decision, { only, mayExport }: AccountSpec): boolean =>
  (only !== undefined && !only.operations.includes(operation)) || (isExport === true && !mayExport);

/** How far an account may go with an operation; null: it may not. */
export function extentOf(operation: string, decision: Decision, account: AccountSpec): Extent | null {
  const { may } = decision;
  const { role, works } = account;
  if (decision.inPerson && (account.kind ?? 'browser') !== 'browser') return null;
  if (may === 'public' || may === 'self') return 'whole';
  if (!role || isHeldBack(operation, decision, account)) return null;
  const given = may[role];
  const isSeenFromAbove = may.viewer ?? (showsNamesAbove(works) && may['named-viewer']);
  const ofPosition: Record<Position, Extent | null> = {
    nowhere: null,
    above: isSeenFromAbove ? 'whole' : null,
    committee: given ? 'whole' : null,
    part: given === 'part' ? 'part' : null,
    door: given === 'door' ? 'door' : null,
  };
  return ofPosition[positionOf(account)];
}

/** Within an account's part of the tree, or at its door. */
const ofPart: Record<Kind, (account: AccountSpec, place: Place, extent: Extent) => boolean> = {
  people: hasPeopleOf,
  change: ({ at }, { cell }) => at === 'sub' && cell === 'a1',
  under: ({ at }, { cell }) => at === 'sub' && cell === 'a1',
  door: (account, place, extent) => extent === 'part' || hasPeopleOf(account, place),
  committee: (_account, _place, extent) => extent === 'part',
  tree: () => true,
  session: () => true,
  workplace: () => false,
  others: () => false,
};

/** Whether what a request names at a place lies within an account's extent. */
export function isWithin(kind: Kind | undefined, place: Place, account: AccountSpec, extent: Extent): boolean {
  if (kind === undefined) return true;
  const { works } = account;
  const { committee } = place;
  if (kind === 'others') return false;
  if (kind === 'workplace') return worksAt(account).some((key) => key === committee);
  if (kind === 'tree' && works === 'city' && (committee === 'ward' || committee === 'sister')) return true;
  return committee === works && (extent === 'whole' || ofPart[kind](account, place, extent));
}
