import { DomainError } from '../platform/errors/domain-error.js';

export class TooManyEntriesError extends DomainError {
  constructor(most: number) {
    const limit = String(most).replace(/\B(?=(\d{3})+$)/g, '.');
    super('audit.too-many', 'invalid', `Có hơn ${limit} mục trong khoảng này. Xin chọn khoảng ngắn hơn hoặc lọc thêm.`);
  }
}
