import { shownDay } from '../platform/errors/shown-day.js';
import { constraintsMean } from '../platform/errors/constraint-violation.js';
import { DomainError } from '../platform/errors/domain-error.js';

const inUse: [string, string] = [
  'unit.in-use',
  'Tổ chức đảng này đã được dùng đến: trong lớp, khối, danh sách hoặc vai trò. Bỏ ở đó trước.',
];

constraintsMean({
  unit_version_parent_id_name_valid_excl: [
    'unit.name-taken',
    'Đã có tổ chức đảng mang tên này cùng cấp trong thời gian đó.',
  ],
  unit_version_parent_id_valid_fkey: [
    'unit.parent-not-there',
    'Tổ chức đảng cấp trên không tồn tại trong suốt thời gian đó.',
  ],
  class_cell_cell_id_fkey: inUse,
  cell_group_cell_cell_id_fkey: inUse,
  roll_entry_cell_id_fkey: inUse,
  role_grant_unit_id_fkey: inUse,
  cell_group_committee_id_name_key: ['cell-group.name-taken', 'Đã có khối mang tên này.'],
  cell_group_cell_committee_id_cell_id_key: ['cell-group.cell-taken', 'Một chi bộ trong danh sách đã thuộc khối khác.'],
});

/** A change on a day that a later change contradicts. */
export class UnitChangeTooEarlyError extends DomainError {
  constructor(name: string, since: string) {
    const sentence = `${name} đã có thay đổi từ ngày ${shownDay(since)}: ghi một ngày sau đó, hoặc lấy lại thay đổi ấy trước.`;
    super('unit.change-too-early', 'conflict', sentence, { details: { since } });
  }
}

export class UnitEndedError extends DomainError {
  constructor(name: string, since: string) {
    super('unit.ended', 'conflict', `${name} không còn từ ngày ${shownDay(since)}.`, { details: { since } });
  }
}

export class NothingChangesError extends DomainError {
  constructor(name: string) {
    super('unit.nothing-changes', 'invalid', `Không có gì thay đổi ở ${name}.`);
  }
}

/** What lies below would stand at a place that is gone by then. */
export class ParentMovesLaterError extends DomainError {
  constructor(name: string, since: string) {
    const sentence = `${name} sẽ chuyển chỗ hoặc thôi hoạt động từ ngày ${shownDay(since)}: ghi một ngày từ hôm đó trở đi.`;
    super('unit.parent-moves-later', 'conflict', sentence, { details: { since } });
  }
}

/** The answer would be larger than anybody reads; no part of it is given instead, which would look like the whole. */
export class TooManyUnitsError extends DomainError {
  constructor(most: number) {
    const sentence = `Có hơn ${most.toLocaleString('vi-VN')} tổ chức đảng: xem từng phần, chọn một tổ chức (below) hoặc số cấp (depth).`;
    super('unit.too-many', 'invalid', sentence, { details: { most } });
  }
}

/** The last change is taken back first. */
export class ChangedSinceError extends DomainError {
  constructor(names: string[]) {
    const sentence = `Sau đó đã có thay đổi khác ở ${names.join(', ')}: lấy lại thay đổi sau cùng trước.`;
    super('unit.changed-since', 'conflict', sentence, { details: { units: names } });
  }
}
