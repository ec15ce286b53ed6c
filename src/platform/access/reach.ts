import type { Grant, Holder, Reach } from './actor.js';
import {
  committeeWide,
  exporting,
  ofNamedViewer,
  type Permission,
  permissions,
  personsOnly,
  roles,
} from './permissions.js';

const isAtOrBelow = (path: string, top: string): boolean => path === top || path.startsWith(`${top}.`);

/**
 * The one place that decides what an actor may do and where. A role reaches down the tree; at the border of a base
 * committee below it every role becomes a viewer's, since what a ward does is its own.
 */
export function reachOf(holder: Holder, permission: Permission): Reach {
  const reach: Reach = { isWhole: false, paths: [], doors: [] };
  if (permission === 'own') return { isWhole: false, paths: [], doors: [] };
  if (holder.signInKind !== 'browser' && personsOnly.has(permission)) return reach;
  if (holder.permissions && !holder.permissions.includes(permission)) return reach;
  for (const grant of holder.grants) if (holds(holder, grant, permission)) widen(reach, holder, grant, permission);
  return reach.isWhole ? { isWhole: true, paths: [], doors: [] } : reach;
}

export const isNowhere = ({ isWhole, paths, doors }: Reach): boolean =>
  !isWhole && paths.length === 0 && doors.length === 0;

/** Every permission that reaches something; pages show what is in it. */
export function permissionsOf(holder: Holder): Permission[] {
  return permissions.filter((permission) => permission !== 'own' && !isNowhere(reachOf(holder, permission)));
}

function holds(holder: Holder, grant: Grant, permission: Permission): boolean {
  if (exporting.has(permission) && !grant.mayExport) return false;
  const isFromAbove = grant.committeeId !== holder.committeeId;
  if (!isFromAbove) return roles[grant.role].has(permission);
  if (grant.role === 'steward') return false;
  return roles.viewer.has(permission) || (holder.showsNamesAbove && ofNamedViewer.has(permission));
}

function widen(reach: Reach, holder: Holder, grant: Grant, permission: Permission): void {
  if (grant.role === 'steward' && grant.committeeId === holder.committeeId) {
    if (grant.sessionId) reach.doors.push({ sessionId: grant.sessionId, classIds: grant.classIds });
    return;
  }
  if (isAtOrBelow(holder.committeePath, grant.path)) reach.isWhole = true;
  else if (!committeeWide.has(permission) && isAtOrBelow(grant.path, holder.committeePath))
    reach.paths.push(grant.path);
}
