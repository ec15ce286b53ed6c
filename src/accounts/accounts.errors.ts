import { constraintsMean } from '../platform/errors/constraint-violation.js';
import { DomainError } from '../platform/errors/domain-error.js';

constraintsMean({
  account_login_name_key: ['account.name-taken', 'Tên đăng nhập đã có người dùng.'],
  role_grant_same_unit_excl: [
    'role.given-already',
    'Người này đã giữ vai trò đó ở nơi này trong thời gian đó. Thu hồi vai trò cũ trước khi giao lại.',
  ],
  role_grant_same_session_excl: [
    'role.given-already',
    'Người này đã trực cửa hội nghị đó trong thời gian đó. Thu hồi vai trò cũ trước khi giao lại.',
  ],
});

export class LastAdministratorError extends DomainError {
  constructor() {
    super(
      'account.last-administrator',
      'conflict',
      'Đảng bộ phải luôn còn một người quản trị đang dùng tài khoản. Giao vai trò Quản trị cho người khác trước.',
    );
  }
}

/** The same for a link that never was, is over, was used or replaced. */
export class InvitationGoneError extends DomainError {
  constructor() {
    super('invitation.gone', 'not-found', 'Liên kết này không còn dùng được. Xin người quản trị cấp liên kết mới.');
  }
}

export class AccountDisabledError extends DomainError {
  constructor() {
    super('account.disabled', 'conflict', 'Tài khoản đang bị khóa. Mở khóa trước khi cấp liên kết.');
  }
}

/** The same for a code that never was, is over or was used. */
export class DoorCodeGoneError extends DomainError {
  constructor() {
    super('door.code-gone', 'not-found', 'Mã không đúng hoặc đã hết hạn. Xin người quản trị cấp mã mới.');
  }
}

/** Says the same for an unknown name and a wrong password. */
export class WrongCredentialsError extends DomainError {
  constructor() {
    super('sign-in.wrong', 'unauthenticated', 'Tên đăng nhập hoặc mật khẩu không đúng.');
  }
}

export class TooManyAttemptsError extends DomainError {
  constructor(retryAfterSeconds: number) {
    const minutes = Math.ceil(retryAfterSeconds / 60);
    super('sign-in.too-many', 'too-many', `Đã thử quá nhiều lần. Xin thử lại sau ${minutes} phút.`, {
      retryAfterSeconds,
    });
  }
}

export class FirstRunDoneError extends DomainError {
  constructor() {
    super('first-run.done', 'conflict', 'Hệ thống đã được thiết lập. Xin đăng nhập.');
  }
}
