import type { Schemas } from '../../api/client.ts';
import type { RoleName } from '../../words/roles.ts';

/** A role as it is being chosen; empty text where nothing was chosen. */
export interface RoleDraft {
  role: RoleName;
  unitId: string;
  mayExport: boolean;
  sessionId: string;
  /** Empty: all classes. */
  classIds: string[];
  until: string;
}

export const newRole: RoleDraft = {
  role: 'clerk',
  unitId: '',
  mayExport: false,
  sessionId: '',
  classIds: [],
  until: '',
};

/** At a part of the committee, and not only at the whole of it. */
export const hasPlace = (role: RoleName): boolean => role !== 'administrator' && role !== 'steward';

export const mayExportAt = (role: RoleName): boolean => role !== 'steward' && role !== 'viewer';

export function roleBody({ role, unitId, mayExport, sessionId, classIds, until }: RoleDraft): Schemas['GrantRoleDto'] {
  return {
    ...{ role, unitId: (hasPlace(role) && unitId) || null, mayExport: mayExportAt(role) && mayExport },
    ...(role === 'steward' && { sessionId: sessionId || null, classIds: classIds.length > 0 ? classIds : null }),
    until: until || null,
  };
}

/** What is missing before the server is asked, by field. */
export function roleFaults({ role, unitId, sessionId }: RoleDraft): Record<string, string> {
  return {
    ...(role === 'cell-secretary' && !unitId && { unitId: 'Chọn chi bộ.' }),
    ...(role === 'steward' && !sessionId && { sessionId: 'Chọn hội nghị.' }),
  };
}
