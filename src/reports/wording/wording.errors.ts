import { DomainError } from '../../platform/errors/domain-error.js';

/** A mistake in a wording file, told to whoever edits it: where, and what. Lines and columns count from 1. */
export class WordingError extends DomainError {
  constructor(
    readonly file: string,
    readonly line: number,
    readonly column: number,
    readonly mistake: string,
  ) {
    super('report.wording-mistake', 'conflict', `${file}, dòng ${line}, cột ${column}: ${mistake}`, {
      details: { file, line, column, mistake },
    });
  }
}
