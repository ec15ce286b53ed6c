import { type Permission, useMay } from '../api/may.ts';

/** A page that the frame leads to. `permission`: whoever lacks it is not shown the way. */
export interface Place {
  to: string;
  word: string;
  permission: Permission | null;
}

/** The words of the top bar, in the order of work. */
export const places: Place[] = [
  { to: '/', word: 'Trang chủ', permission: null },
  { to: '/resolutions', word: 'Nghị quyết', permission: 'resolution.read' },
  { to: '/sessions', word: 'Hội nghị', permission: 'session.read' },
  { to: '/members', word: 'Đảng viên', permission: 'member.read' },
  { to: '/cells', word: 'Chi bộ', permission: 'figures.read' },
];

/** What the office looks after now and then: in the menu of who is signed in, and on a phone under Thêm. */
export const officePlaces: Place[] = [
  { to: '/me', word: 'Tài khoản của tôi', permission: null },
  { to: '/accounts', word: 'Tài khoản và vai trò', permission: 'account.manage' },
  { to: '/devices', word: 'Thiết bị ở cửa', permission: 'device.manage' },
  { to: '/data-requests', word: 'Yêu cầu về dữ liệu cá nhân', permission: 'request.manage' },
  { to: '/audit', word: 'Nhật ký', permission: 'audit.read' },
];

/** Those of the places to which the account may go. */
export function useOpenPlaces(all: Place[]): Place[] {
  const may = useMay();
  return all.filter(({ permission }) => permission === null || may(permission));
}
