import { constraintsMean } from '../platform/errors/constraint-violation.js';
import { DomainError } from '../platform/errors/domain-error.js';

constraintsMean({
  session_class_committee_id_session_id_number_key: ['class.number-taken', 'Số thứ tự lớp đã được dùng.'],
  sitting_class_id_during_excl: ['sitting.overlap', 'Các buổi của một lớp bị trùng giờ.'],
  sitting_check: ['sitting.ends-before-start', 'Giờ kết thúc phải sau giờ bắt đầu.'],
  mark_committee_id_session_id_sitting_id_fkey: ['sitting.has-marks', 'Buổi này đã có điểm danh nên không xóa được.'],
  roll_entry_committee_id_session_id_class_id_fkey: [
    'class.has-roll',
    'Đã lập danh sách triệu tập nên không xóa được.',
  ],
});

/**
 * `closedAt` ISO with zone, `closedBy` the person's name: both are said, so that the other knows whom to ask. The name is
 * empty for whoever has a part of the committee and so does not see its closings.
 */
export class ClassClosedError extends DomainError {
  constructor(className: string, closedAt: Date, closedBy: string) {
    const at = new Intl.DateTimeFormat('vi-VN', {
      dateStyle: 'short',
      timeStyle: 'short',
      timeZone: 'Asia/Ho_Chi_Minh',
    });
    super(
      'class.closed',
      'conflict',
      `${className} đã khóa danh sách (${[closedBy, at.format(closedAt)].filter(Boolean).join(', ')}). Muốn sửa phải mở lại và nêu lý do.`,
      {
        details: { className, closedAt: closedAt.toISOString(), closedBy },
      },
    );
  }
}
