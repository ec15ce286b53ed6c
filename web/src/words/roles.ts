import type { Schemas } from '../api/client.ts';
import { day } from './format.ts';

export type Role = Schemas['RoleDto'];
export type RoleName = Role['role'];
type Permission = Schemas['MeDto']['may'][number];

export const roleWords: Record<RoleName, string> = {
  administrator: 'Quản trị',
  secretary: 'Bí thư (lãnh đạo)',
  clerk: 'Văn phòng',
  'cell-secretary': 'Bí thư chi bộ',
  steward: 'Người trực cửa',
  viewer: 'Cấp trên theo dõi',
};

/** What a role is for, in a sentence for whoever gives it. */
export const roleSentences: Record<RoleName, string> = {
  administrator: 'Cấp và khóa tài khoản, giao vai trò, thiết bị ở cửa, xem nhật ký. Không đọc sổ đảng viên.',
  secretary: 'Lập và theo dõi hội nghị, khóa danh sách, xem sổ đảng viên, số liệu, văn bản và nhật ký.',
  clerk: 'Làm mọi việc hằng ngày: sổ đảng viên, hội nghị, điểm danh, số liệu, văn bản.',
  'cell-secretary': 'Xem đảng viên, danh sách điểm danh và số liệu của chi bộ mình.',
  steward: 'Điểm danh ở cửa các lớp được giao, trong đúng ngày học.',
  viewer: 'Xem hội nghị và số liệu; chỉ thấy họ tên ở nơi cho phép.',
};

export const permissionWords: Record<Exclude<Permission, 'own'>, string> = {
  'committee.read': 'Xem thông tin đảng bộ',
  'committee.change': 'Sửa thông tin đảng bộ',
  'unit.read': 'Xem các tổ chức đảng',
  'unit.change': 'Lập, đổi tên, giải thể tổ chức đảng',
  'member.read': 'Xem sổ đảng viên',
  'member.change': 'Sửa sổ đảng viên',
  'member.reveal': 'Xem đầy đủ số định danh, điện thoại',
  'resolution.read': 'Xem nghị quyết',
  'resolution.change': 'Đăng ký, sửa nghị quyết',
  'session.read': 'Xem hội nghị và lớp',
  'session.change': 'Lập, sửa hội nghị và lớp',
  'figures.read': 'Xem số liệu',
  'roll.read': 'Xem danh sách điểm danh',
  'roll.mark': 'Điểm danh',
  'roll.close': 'Khóa, mở lại danh sách',
  'paper.names': 'Xuất văn bản có họ tên',
  'paper.figures': 'Xuất báo cáo, biểu số liệu',
  'register.import': 'Nhập danh sách đảng viên từ tệp',
  'register.export': 'Xuất sổ đảng viên',
  'account.manage': 'Quản lý tài khoản',
  'device.manage': 'Quản lý thiết bị ở cửa',
  'audit.read': 'Xem nhật ký',
  'audit.export': 'Xuất nhật ký',
  'request.manage': 'Giải quyết yêu cầu về dữ liệu cá nhân',
};

/** `Văn phòng – toàn đảng bộ – được xuất tệp` */
export function rolePhrase(role: Role, today: string): string {
  const { isWhole, unitName, mayExport, sessionTitle, classes, from, until } = role;
  const where = sessionTitle === null ? [isWhole ? 'toàn đảng bộ' : unitName] : [sessionTitle, classNames(classes)];
  const parts = [
    roleWords[role.role],
    ...where,
    mayExport && 'được xuất tệp',
    from > today && `từ ${day(from)}`,
    until && `đến hết ${day(until)}`,
  ];
  return parts.filter(Boolean).join(' – ');
}

const classNames = (classes: Role['classes']): string =>
  classes === null ? 'mọi lớp' : classes.map(({ name }) => name).join(', ');
