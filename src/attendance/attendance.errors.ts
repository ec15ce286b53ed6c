import { DomainError } from '../platform/errors/domain-error.js';

export class CellInSeveralClassesError extends DomainError {
  constructor(cells: string[]) {
    super(
      'session.cell-in-several-classes',
      'conflict',
      `Có chi bộ đang ở nhiều lớp: ${cells.join(', ')}. Xin chọn một lớp cho mỗi chi bộ.`,
      {
        details: { cells },
      },
    );
  }
}

export class ClassNotReadyError extends DomainError {
  constructor(classes: string[]) {
    super('class.not-ready', 'conflict', `Chưa có buổi học hoặc chi bộ: ${classes.join(', ')}.`, {
      details: { classes },
    });
  }
}

export class NothingToSummonError extends DomainError {
  constructor() {
    super('session.no-open-class', 'conflict', 'Hội nghị chưa có lớp nào để lập danh sách.');
  }
}

export class NotSummonedError extends DomainError {
  constructor() {
    super('class.not-summoned', 'conflict', 'Lớp chưa lập danh sách triệu tập.');
  }
}

/** Closing waits until everybody summoned is settled; `cells` says where somebody is not. */
export class UnmarkedError extends DomainError {
  constructor(cells: { name: string; unmarked: number }[]) {
    const list = cells.map(({ name, unmarked }) => `${name} (${unmarked})`).join(', ');
    super('class.unmarked', 'conflict', `Còn đồng chí chưa được điểm danh: ${list}.`, { details: { cells } });
  }
}

export class NotClosedError extends DomainError {
  constructor() {
    super('class.not-closed', 'conflict', 'Lớp chưa khóa danh sách nên không cần mở lại.');
  }
}

export class NotOnRollError extends DomainError {
  constructor() {
    super(
      'mark.not-on-roll',
      'not-found',
      'Không có buổi này, hoặc đồng chí này không có trong danh sách của hội nghị.',
    );
  }
}

export class MarkConflictError extends DomainError {
  constructor() {
    super('mark.conflict', 'conflict', 'Mã điểm danh này đã dùng cho nội dung khác. Đã ghi lại để văn phòng xem xét.');
  }
}

export class WithdrawalNeedsReasonError extends DomainError {
  constructor() {
    super(
      'mark.withdrawal-needs-reason',
      'conflict',
      'Đã quá thời gian hoàn tác. Muốn bỏ điểm danh này phải ghi lý do.',
    );
  }
}
