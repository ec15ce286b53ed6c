import { DomainError } from '../platform/errors/domain-error.js';
import type { Objection } from './inspection/finding.ts';

const sentences: Record<Objection, string> = {
  kind: 'Chỉ nhận tệp PDF, tệp Word dạng .docx và ảnh chụp PNG hoặc JPEG. Xin lưu lại ở một trong các dạng đó rồi gửi.',
  damaged: 'Tệp bị hỏng hoặc không đúng dạng. Xin mở tệp, lưu lại rồi gửi.',
  password: 'Tệp có mật khẩu hoặc bị khóa. Xin lưu một bản không khóa rồi gửi.',
  active: 'Tệp có mã chạy, tệp kèm hoặc nội dung lấy từ nơi khác. Xin in thành một tệp PDF mới rồi gửi.',
  unpacked: 'Nội dung tệp quá lớn so với một văn bản. Xin in thành một tệp PDF mới rồi gửi.',
  slow: 'Tệp quá phức tạp, máy không đọc hết được. Xin in thành một tệp PDF mới rồi gửi.',
  secret:
    'Tài liệu có dấu chỉ độ mật nên không được đưa vào hệ thống này; xin chuyển cho văn thư để quản lý theo quy định về bảo vệ bí mật nhà nước.',
};

/** Nothing of the file was kept. */
export class FileRefusedError extends DomainError {
  constructor(readonly objection: Objection) {
    super(`file.${objection}`, 'invalid', sentences[objection]);
  }
}

export class FileTooLargeError extends DomainError {
  constructor(megabytes: number) {
    super('file.too-large', 'invalid', `Tệp lớn hơn ${megabytes} MB. Xin quét ở độ phân giải thấp hơn hoặc chia tệp.`);
  }
}
