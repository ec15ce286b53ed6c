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

export class TooManyRequestsError extends DomainError {
  constructor(retryAfterSeconds: number) {
    super('access.too-many', 'too-many', 'Có quá nhiều yêu cầu trong một lúc. Xin chờ ít giây rồi thử lại.', {
      retryAfterSeconds,
    });
  }
}

export class TooMuchWorkError extends DomainError {
  constructor(retryAfterSeconds: number) {
    const minutes = Math.ceil(retryAfterSeconds / 60);
    super('access.too-much-work', 'too-many', `Tài khoản này đã lấy quá nhiều tệp. Xin thử lại sau ${minutes} phút.`, {
      retryAfterSeconds,
    });
  }
}

export class BusyError extends DomainError {
  constructor() {
    super('busy', 'unavailable', 'Máy chủ đang làm nhiều tệp cùng lúc. Xin thử lại sau ít giây.', {
      retryAfterSeconds: 5,
    });
  }
}
