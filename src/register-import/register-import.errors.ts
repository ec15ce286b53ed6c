import { DomainError } from '../platform/errors/domain-error.js';

/** Nothing of the file is kept. */
export class SecretListError extends DomainError {
  constructor() {
    super(
      'import.secret',
      'invalid',
      'Tệp có dấu chỉ độ mật nên không được đưa vào hệ thống này; xin chuyển cho văn thư để quản lý theo quy định về bảo vệ bí mật nhà nước.',
    );
  }
}

export class NoHeadError extends DomainError {
  constructor() {
    super(
      'import.no-head',
      'invalid',
      'Chưa thấy dòng tiêu đề của danh sách. Chọn trang và dòng tiêu đề rồi kiểm tra.',
    );
  }
}

export class NoNameColumnError extends DomainError {
  constructor() {
    super('import.no-name-column', 'invalid', 'Chưa có cột nào là họ và tên. Chọn cột họ và tên rồi kiểm tra.');
  }
}

export class NoRowsError extends DomainError {
  constructor() {
    super('import.no-rows', 'invalid', 'Dưới dòng tiêu đề không có dòng nào. Chọn trang khác hoặc gửi tệp khác.');
  }
}

export class ListTooLargeError extends DomainError {
  constructor(megabytes: number) {
    const sentence = `Tệp nặng quá ${megabytes} MB. Bỏ bớt hình ảnh hoặc chia thành nhiều tệp rồi gửi lại.`;
    super('spreadsheet.too-large', 'invalid', sentence);
  }
}

/** The step does not fit the state in which the list is. */
export class ImportStateError extends DomainError {
  constructor(sentence: string) {
    super('import.state', 'conflict', sentence);
  }
}

export class WrittenBeforeError extends DomainError {
  constructor() {
    super(
      'import.written-before',
      'conflict',
      'Tệp này đã được ghi vào sổ trước đây. Nếu vẫn muốn nhập lại, xác nhận rồi gửi lần nữa.',
    );
  }
}

export class RowsBehindError extends DomainError {
  constructor(rows: number) {
    const sentence = `Còn ${rows} dòng sai hoặc chưa chọn. Sửa tệp rồi gửi lại, hoặc chỉ ghi các dòng đúng.`;
    super('import.rows-behind', 'conflict', sentence);
  }
}

export class NothingBehindError extends DomainError {
  constructor() {
    super('import.nothing-behind', 'conflict', 'Không có dòng nào để lại, hoặc các dòng đã hết hạn lưu giữ.');
  }
}

export class NothingToWriteError extends DomainError {
  constructor() {
    super('import.nothing-to-write', 'conflict', 'Không có dòng nào cần ghi vào sổ.');
  }
}

/** Something else has been said of a member since the list was written. */
export class BuiltOnError extends DomainError {
  constructor(name: string, row: number, words: string) {
    super('import.built-on', 'conflict', `${name} (dòng ${row}) ${words}: không rút lại được danh sách này nữa.`);
  }
}
