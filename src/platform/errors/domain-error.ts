/** What kind of refusal it is; only the problem filter turns it into an HTTP status. */
export type Refusal =
  | 'not-found'
  | 'conflict'
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'too-many'
  | 'unavailable';

/** A field that is wrong: its path in the body or query (`classes[0].venue`) and a sentence for the person who typed it. */
export interface FieldError {
  path: string;
  message: string;
}

/** A refusal that the field knows. `code` never changes once published; the message is Vietnamese, for a clerk. */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly refusal: Refusal,
    message: string,
    readonly more: { errors?: FieldError[]; details?: Record<string, unknown>; retryAfterSeconds?: number } = {},
  ) {
    super(message);
  }
}

export class NotFoundError extends DomainError {
  /** @param what as a person calls it: `hội nghị`, `lớp học` */
  constructor(what: string) {
    super('not-found', 'not-found', `Không tìm thấy ${what}.`);
  }
}

export class InvalidFieldError extends DomainError {
  constructor(path: string, message: string) {
    super('validation', 'invalid', message, { errors: [{ path, message }] });
  }
}
