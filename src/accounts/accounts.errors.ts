import { constraintsMean } from '../platform/errors/constraint-violation.js';
import { DomainError } from '../platform/errors/domain-error.js';

constraintsMean({ account_login_name_key: ['account.name-taken', 'Tên đăng nhập đã có người dùng.'] });

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
