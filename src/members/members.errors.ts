import { constraintsMean } from '../platform/errors/constraint-violation.js';
import { DomainError } from '../platform/errors/domain-error.js';

constraintsMean({
  member_committee_id_card_number_key: ['member.card-taken', 'Số thẻ đảng viên này đã có trong danh sách.'],
  member_secret_citizen_number_idx: [
    'member.citizen-number-taken',
    'Số căn cước này đã ghi cho một đảng viên khác trong danh sách.',
  ],
  member_check: ['member.birth-year', 'Năm sinh không khớp với ngày sinh.'],
  member_check1: ['member.official-before-admission', 'Ngày chính thức không được trước ngày kết nạp.'],
  member_check2: ['member.admitted-before-birth', 'Ngày kết nạp phải sau ngày sinh.'],
  membership_pkey: ['membership.overlap', 'Đảng viên đã có nơi sinh hoạt khác trong thời gian đó.'],
  membership_cell_id_valid_fkey: [
    'membership.no-cell',
    'Chi bộ không tồn tại trong suốt thời gian sinh hoạt đã ghi. Nếu giải thể, chuyển đảng viên sang chi bộ khác trước.',
  ],
  exemption_pkey: ['exemption.overlap', 'Đảng viên đã được miễn trong thời gian đó.'],
  away_pkey: ['away.overlap', 'Đảng viên đã được ghi tạm vắng trong thời gian đó.'],
  member_step_left_idx: ['member.left-twice', 'Ngày này đã ghi đồng chí ra khỏi danh sách.'],
  saved_filter_committee_id_account_id_name_key: ['saved-filter.name-taken', 'Đồng chí đã có một bộ lọc mang tên này.'],
  member_office_pkey: ['office.overlap', 'Chức vụ này đã được ghi trong thời gian đó.'],
});

export class CitizenNumberTakenError extends DomainError {
  constructor() {
    super('member.citizen-number-taken', 'conflict', 'Số căn cước này đã ghi cho một đảng viên khác trong danh sách.');
  }
}

export class TooManyFiltersError extends DomainError {
  constructor(most: number) {
    const sentence = `Mỗi người lưu được nhiều nhất ${most} bộ lọc. Xin xóa bớt bộ lọc không dùng nữa.`;
    super('saved-filter.too-many', 'conflict', sentence);
  }
}

export class MemberErasedError extends DomainError {
  constructor() {
    super('member.erased', 'conflict', 'Dữ liệu của đảng viên này đã được xóa theo yêu cầu; không ghi thêm được.');
  }
}

export class AlreadyOfficialError extends DomainError {
  constructor() {
    super('member.already-official', 'conflict', 'Đồng chí này đã là đảng viên chính thức.');
  }
}

/** Whose admission is not known counts as official already. */
export class NoAdmissionError extends DomainError {
  constructor() {
    const sentence =
      'Chưa ghi ngày vào Đảng của đồng chí này nên sổ tính là chính thức. Xin ghi ngày ấy ở Sửa lý lịch trước.';
    super('member.no-admission', 'conflict', sentence);
  }
}

/** Recognised on a day on which he had gone for good. */
export class OfficialAfterLeavingError extends DomainError {
  constructor() {
    const sentence = 'Ngày chính thức phải trước ngày đồng chí này ra khỏi danh sách.';
    super('member.official-after-leaving', 'conflict', sentence);
  }
}

/** Nothing that holds reaches over the day on which he went; who died does not come back. */
export class GoneMemberError extends DomainError {
  constructor() {
    const sentence = 'Đồng chí này đã ra khỏi danh sách từ trước; không ghi thêm được cho thời gian sau đó.';
    super('member.left', 'conflict', sentence);
  }
}

/** Who belongs nowhere leaves nothing. */
export class NowhereError extends DomainError {
  constructor() {
    super('member.nowhere', 'conflict', 'Ngay trước ngày này đồng chí không sinh hoạt ở chi bộ nào trong sổ.');
  }
}

export class NotLastStepError extends DomainError {
  constructor() {
    super('member.not-last-step', 'conflict', 'Chỉ lấy lại được việc ghi sau cùng. Xin mở lại trang để xem.');
  }
}

/** What is dated of the member is no longer as the step left it. */
export class ChangedSinceStepError extends DomainError {
  constructor() {
    const sentence = 'Sau đó quá trình của đồng chí này đã được sửa theo cách khác: không lấy lại được việc này.';
    super('member.changed-since-step', 'conflict', sentence);
  }
}

export class AlreadyMergedError extends DomainError {
  constructor() {
    super('member.already-merged', 'conflict', 'Một trong hai hồ sơ đã được gộp vào hồ sơ khác.');
  }
}

/** One of two entries that were made one is no longer as the merge left it. */
export class ChangedSinceMergeError extends DomainError {
  constructor() {
    super('member.changed-since-merge', 'conflict', 'Sau khi gộp, hồ sơ đã được sửa: không tách lại như cũ được nữa.');
  }
}

/** Somebody who moved with a merger or a split has moved again, or left. */
export class MovedSinceError extends DomainError {
  constructor() {
    const sentence = 'Sau đó đã có đồng chí chuyển sinh hoạt tiếp: sổ không lấy lại được bước này.';
    super('membership.moved-since', 'conflict', sentence);
  }
}
