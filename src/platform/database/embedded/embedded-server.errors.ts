export type EmbeddedServerErrorCode =
  | 'data-dir.not-writable'
  | 'data-dir.other-version'
  | 'data-dir.in-use'
  | 'start.failed';

/** Why the embedded database could not be had; the message is one English sentence for the person who operates it. */
export class EmbeddedServerError extends Error {
  readonly code: EmbeddedServerErrorCode;

  constructor(code: EmbeddedServerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** True for an error of the operating system with one of these codes (`ENOENT`, `EACCES`, …). */
export function isSystemError(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
