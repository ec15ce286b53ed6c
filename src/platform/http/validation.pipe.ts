import { ValidationPipe } from '@nestjs/common';
import { DomainError } from '../errors/domain-error.js';
import { fieldErrors } from './validation-messages.js';

/** Bodies and queries are what their class says and nothing more; a field that is not offered is refused, not dropped. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    exceptionFactory: (found) => {
      const errors = fieldErrors(found);
      const sentence = `Có ${errors.length} chỗ chưa đúng. Xin xem lại các trường được nêu.`;
      return new DomainError('validation', 'invalid', sentence, { errors });
    },
  });
}
