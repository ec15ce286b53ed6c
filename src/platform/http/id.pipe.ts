import { ParseUUIDPipe } from '@nestjs/common';
import { NotFoundError } from '../errors/domain-error.js';

/** An id of a path. What is no id at all is answered like an unknown one. */
export const idPipe = new ParseUUIDPipe({ exceptionFactory: () => new NotFoundError('dữ liệu này') });
