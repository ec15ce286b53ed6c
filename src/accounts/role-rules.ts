import { exporting, type RoleName, roles } from '../platform/access/permissions.js';
import type { FieldError } from '../platform/errors/domain-error.js';

/** What a unit is to the committee whose administrator gives a role at it; `beyond`: of another base committee below. */
export type Place = 'committee' | 'part' | 'cell' | 'beyond';

/** A role as it is wished for. */
export interface WishedRole {
  role: RoleName;
  mayExport: boolean;
  sessionId: string | null;
  classIds: string[] | null;
  from: string;
  until: string | null;
}

const placesOf: Record<RoleName, readonly Place[]> = {
  // All that an administrator does concerns the committee as a whole; a door belongs to a session, not to a unit.
  administrator: ['committee'],
  steward: ['committee'],
  secretary: ['committee', 'part', 'cell'],
  clerk: ['committee', 'part', 'cell'],
  'cell-secretary': ['part', 'cell'],
  viewer: ['committee', 'part', 'cell', 'beyond'],
};

const placeSentences: Record<RoleName, string> = {
  administrator: 'Quản trị là vai trò của toàn đảng bộ.',
  steward: 'Người trực cửa được giao theo hội nghị, không theo tổ chức đảng.',
  secretary: 'Chỉ giao vai trò này trong đảng bộ của mình.',
  clerk: 'Chỉ giao vai trò này trong đảng bộ của mình.',
  'cell-secretary': 'Bí thư chi bộ chỉ được giao ở chi bộ hoặc đảng bộ bộ phận của đảng bộ mình.',
  viewer: 'Không giao được vai trò này ở đó.',
};

const mayEverExport = (role: RoleName): boolean => [...roles[role]].some((permission) => exporting.has(permission));

/** Everything that is wrong with a role by itself, whoever is to have it; empty where it may be given. */
export function faultsOf(wish: WishedRole, place: Place, day: string): FieldError[] {
  const { role, mayExport, sessionId, classIds, from, until } = wish;
  const isSteward = role === 'steward';
  const faults: [boolean, string, string][] = [
    [!placesOf[role].includes(place), 'unitId', placeSentences[role]],
    [mayExport && !mayEverExport(role), 'mayExport', 'Vai trò này không xuất dữ liệu.'],
    [isSteward && sessionId === null, 'sessionId', 'Cần chọn hội nghị cho người trực cửa.'],
    [!isSteward && sessionId !== null, 'sessionId', 'Chỉ người trực cửa được giao theo hội nghị.'],
    [!isSteward && classIds !== null, 'classIds', 'Chỉ người trực cửa được giao theo lớp.'],
    [from < day, 'from', 'Không giao vai trò lùi về trước hôm nay.'],
    [until !== null && until < from, 'until', 'Ngày cuối phải từ ngày đầu trở đi.'],
  ];
  return faults.filter(([isFault]) => isFault).map(([, path, message]) => ({ path, message }));
}
