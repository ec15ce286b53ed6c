import type { Permission } from '../../api/may.ts';
import type { Station } from './stations.ts';

/** Who may do any of these works at the station; others are not shown it. */
export const stationPermissions: Record<Station['to'], Permission[]> = {
  plan: ['session.change'],
  classes: ['session.change'],
  roll: ['roll.mark'],
  figures: ['figures.read'],
  documents: ['paper.figures', 'paper.names'],
};

const isStation = (name: string | undefined): name is Station['to'] =>
  name !== undefined && Object.hasOwn(stationPermissions, name);

/** Whether an address within a session leads to a station of one's own; what is no station is open. */
export function mayOpen(may: (permission: Permission) => boolean, to: string): boolean {
  const station = /^\/sessions\/[^/]+\/([a-z]+)/.exec(to)?.[1];
  return !isStation(station) || stationPermissions[station].some(may);
}
