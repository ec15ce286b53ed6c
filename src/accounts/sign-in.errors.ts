import { constraintsMean } from '../platform/errors/constraint-violation.js';
import { DomainError, InvalidFieldError } from '../platform/errors/domain-error.js';

constraintsMean({ passkey_credential_id_key: ['passkey.there', 'Khóa bảo mật này đã được thêm.'] });

/** Says the same for a wrong code, one that was used, and one of another kind. */
export class WrongCodeError extends DomainError {
  constructor() {
    super('second-factor.wrong', 'unauthenticated', 'Mã không đúng hoặc đã dùng. Chờ mã mới rồi nhập lại.');
  }
}

/** Between the password and the second factor too much time has passed, or it was used already. */
export class PendingOverError extends DomainError {
  constructor() {
    super('sign-in.pending-over', 'unauthenticated', 'Đã quá thời gian nhập bước hai. Xin đăng nhập lại từ đầu.');
  }
}

/** The device's answer is not to what was asked, from elsewhere, or of a key that is not known here. */
export class WrongPasskeyError extends DomainError {
  constructor() {
    super('passkey.wrong', 'unauthenticated', 'Máy chủ không nhận khóa bảo mật này. Xin thử lại hoặc chọn cách khác.');
  }
}

/** For whoever changes his password; the field is named, so that the page shows it there. */
export class WrongOldPasswordError extends InvalidFieldError {
  constructor() {
    super('oldPassword', 'Mật khẩu hiện nay không đúng.');
  }
}

/** A sign-in can be proved anew in one way at a time. */
export class OneProofError extends DomainError {
  constructor() {
    super('validation', 'invalid', 'Cần đúng một cách xác nhận: mật khẩu, mã 6 số, hoặc khóa bảo mật.');
  }
}

/** Codes on paper stand in for a second factor; alone they would be one. */
export class NoSecondFactorError extends DomainError {
  constructor() {
    super(
      'second-factor.none',
      'conflict',
      'Chưa có lớp bảo vệ thứ hai. Thêm mã trên điện thoại hoặc khóa bảo mật trước.',
    );
  }
}

export class SecondFactorThereError extends DomainError {
  constructor() {
    super('second-factor.there', 'conflict', 'Mã trên điện thoại đã được cài. Bỏ mã cũ trước khi cài mã mới.');
  }
}
