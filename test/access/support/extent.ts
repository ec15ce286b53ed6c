import { type AccountSpec, hasPeopleOf, positionOf, showsNamesAbove } from './accounts.js';
import type { Decision, Extent, Kind } from './decision.js';
import type { Place } from './places.js';

/** How far an account may go with an operation; null: it may not. */
export function extentOf(operation: string, decision: Decision, account: AccountSpec): Extent | null {
  const { may, isExport } = decision;
  const { role, works, mayExport, only } = account;
  const position = positionOf(account);
  if (may === 'public' || may === 'self') return 'whole';
  if (position === 'nowhere' || !role) return null;
  if ((only && !only.operations.includes(operation)) || (isExport && !mayExport)) return null;
  const given = may[role];
  switch (position) {
    case 'above':
      return may.viewer || (showsNamesAbove(works) && may['named-viewer']) ? 'whole' : null;
    case 'committee':
      return given ? 'whole' : null;
    case 'part':
      return given === 'part' ? 'part' : null;
    case 'door':
      return given === 'door' ? 'door' : null;
  }
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
};

/** Whether what a request names at a place lies within an account's extent. */
export function isWithin(kind: Kind | undefined, place: Place, account: AccountSpec, extent: Extent): boolean {
  if (kind === undefined) return true;
  const { works } = account;
  const { committee } = place;
  if (kind === 'tree' && works === 'city' && (committee === 'ward' || committee === 'sister')) return true;
  return committee === works && (extent === 'whole' || ofPart[kind](account, place, extent));
}
