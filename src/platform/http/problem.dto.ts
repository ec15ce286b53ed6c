import type { FieldError } from '../errors/domain-error.js';

/** RFC 9457. `title` is the Vietnamese sentence to show; programs go by `code`. */
export class ProblemDto {
  type: string;
  code: string;
  status: number;
  title: string;
  requestId: string;
  errors?: FieldError[];
  details?: Record<string, unknown>;
}
