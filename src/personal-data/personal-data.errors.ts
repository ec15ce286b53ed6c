import { DomainError } from '../platform/errors/domain-error.js';

export class RequestClosedError extends DomainError {
  constructor() {
    super('data-request.closed', 'conflict', 'Yêu cầu này đã kết thúc.');
  }
}

export class AlreadyAcknowledgedError extends DomainError {
  constructor() {
    super('data-request.acknowledged', 'conflict', 'Yêu cầu này đã được phản hồi tiếp nhận.');
  }
}

export class AlreadyExtendedError extends DomainError {
  constructor() {
    super('data-request.extended', 'conflict', 'Mỗi yêu cầu chỉ được gia hạn một lần.');
  }
}

export class TooLateToExtendError extends DomainError {
  constructor() {
    super('data-request.late', 'conflict', 'Đã quá thời hạn, không gia hạn được nữa.');
  }
}

/** Completing a request for deletion is the deletion itself, and the other way round. */
export class WrongCompletionError extends DomainError {
  constructor(isDeletion: boolean) {
    super(
      'data-request.wrong-completion',
      'conflict',
      isDeletion
        ? 'Yêu cầu xóa chỉ kết thúc bằng việc xóa dữ liệu, hoặc bằng từ chối có căn cứ.'
        : 'Chỉ yêu cầu xóa mới được kết thúc bằng việc xóa dữ liệu.',
    );
  }
}

/** Of somebody who was erased nothing can be asked. */
export class SubjectErasedError extends DomainError {
  constructor() {
    super('data-request.subject-erased', 'conflict', 'Dữ liệu của đảng viên này đã được xóa.');
  }
}
