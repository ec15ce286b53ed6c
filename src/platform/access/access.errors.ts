import { DomainError } from '../errors/domain-error.js';

export class NotSignedInError extends DomainError {
  constructor() {
    super('access.not-signed-in', 'unauthenticated', 'Xin đăng nhập để tiếp tục.');
  }
}

export class ForbiddenError extends DomainError {
  constructor() {
    super('access.forbidden', 'forbidden', 'Tài khoản này không có quyền làm việc đó.');
  }
}

/** The web app asks for the password and sends the request again. */
export class ProveAgainError extends DomainError {
  constructor() {
    super('access.prove-again', 'forbidden', 'Việc này cần xác nhận lại mật khẩu.');
  }
}

/** The web app leads to where a second factor is set up. */
export class SecondFactorDemandedError extends DomainError {
  constructor() {
    const sentence = 'Đảng bộ yêu cầu tài khoản này có lớp bảo vệ thứ hai. Xin cài trước khi làm việc.';
    super('access.second-factor-demanded', 'forbidden', sentence);
  }
}
