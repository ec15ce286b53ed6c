import { constraintsMean } from '../platform/errors/constraint-violation.js';
import { DomainError } from '../platform/errors/domain-error.js';

constraintsMean({
  unit_version_parent_id_name_valid_excl: [
    'unit.name-taken',
    'Đã có tổ chức đảng mang tên này cùng cấp trong thời gian đó.',
  ],
  unit_version_parent_id_valid_fkey: [
    'unit.parent-not-there',
    'Tổ chức đảng cấp trên không tồn tại trong suốt thời gian đó.',
  ],
  cell_group_committee_id_name_key: ['cell-group.name-taken', 'Đã có khối mang tên này.'],
  cell_group_cell_committee_id_cell_id_key: ['cell-group.cell-taken', 'Một chi bộ trong danh sách đã thuộc khối khác.'],
});

export class UnitChangeTooEarlyError extends DomainError {
  constructor(since: string) {
    super('unit.change-too-early', 'conflict', 'Ngày thay đổi phải sau ngày thay đổi gần nhất.', {
      details: { since },
    });
  }
}
