/** What may be done, as routes declare it. `own`: what concerns oneself alone; it stands in no role. */
export const permissions = [
  'own',
  'committee.read',
  'committee.change',
  'unit.read',
  'unit.change',
  'member.read',
  'member.change',
  'member.reveal',
  'register.import',
  'resolution.read',
  'resolution.change',
  'session.read',
  'session.change',
  'figures.read',
  'roll.read',
  'roll.mark',
  'roll.close',
  'paper.names',
  'paper.figures',
  'register.export',
  'account.manage',
  'device.manage',
  'audit.read',
  'audit.export',
  'request.manage',
] as const;
export type Permission = (typeof permissions)[number];

export const roleNames = ['administrator', 'secretary', 'clerk', 'cell-secretary', 'steward', 'viewer'] as const;
export type RoleName = (typeof roleNames)[number];

const ofEverybody: Permission[] = ['committee.read', 'unit.read'];
const ofPlans: Permission[] = ['resolution.read', 'session.read', 'figures.read'];
const ofHall: Permission[] = ['roll.read', 'roll.mark'];
const ofDesk: Permission[] = [
  ...ofPlans,
  ...ofHall,
  ...(['resolution.change', 'session.change', 'roll.close', 'member.read', 'paper.names', 'paper.figures'] as const),
];

/** What each role may do at its unit and below. Nobody may do anything that stands in none of his roles. */
export const roles: Record<RoleName, ReadonlySet<Permission>> = {
  administrator: new Set<Permission>([
    ...ofEverybody,
    ...(['committee.change', 'account.manage', 'device.manage', 'audit.read', 'audit.export', 'session.read'] as const),
  ]),
  secretary: new Set<Permission>([...ofEverybody, ...ofDesk, 'audit.read', 'request.manage']),
  clerk: new Set<Permission>([
    ...ofEverybody,
    ...ofDesk,
    ...(['committee.change', 'unit.change', 'member.change', 'member.reveal', 'request.manage'] as const),
    ...(['register.import', 'register.export'] as const),
  ]),
  'cell-secretary': new Set<Permission>([...ofEverybody, ...ofPlans, 'member.read', 'roll.read', 'paper.names']),
  steward: new Set<Permission>([...ofEverybody, 'session.read', 'figures.read', ...ofHall]),
  viewer: new Set<Permission>([...ofEverybody, ...ofPlans]),
};

/** What a viewer from above may do besides, where the committee lets its superiors see names. */
export const ofNamedViewer: ReadonlySet<Permission> = new Set(['member.read', 'roll.read']);

/** Who may do what, and how the committee shows itself, is settled by a person at a browser; neither a token nor a device ever does, whatever it lists. */
export const personsOnly: ReadonlySet<Permission> = new Set(['committee.change', 'account.manage', 'device.manage']);

/** Taking data out of the system: a right of its own, given with a role or not. */
export const exporting: ReadonlySet<Permission> = new Set([
  'paper.names',
  'paper.figures',
  'register.export',
  'audit.export',
]);

/** About the committee as a whole: a role at a part of it does not reach that far. */
export const committeeWide: ReadonlySet<Permission> = new Set([
  'committee.change',
  'register.import',
  'resolution.change',
  'session.change',
  'roll.close',
  'paper.figures',
  'account.manage',
  'device.manage',
  'audit.read',
  'audit.export',
  'request.manage',
]);
