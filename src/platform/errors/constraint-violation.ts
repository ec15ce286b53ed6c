import { DomainError, NotFoundError } from './domain-error.js';

interface Violation {
  code: string;
  message: string;
  constraint?: string;
}

const byState: Record<string, [code: string, refusal: 'conflict' | 'invalid', sentence: string]> = {
  '23505': ['conflict.duplicate', 'conflict', 'Dữ liệu này đã có.'],
  '23P01': ['conflict.overlap', 'conflict', 'Dữ liệu trùng với dữ liệu đã có.'],
  '23503': ['conflict.reference', 'conflict', 'Dữ liệu được nhắc đến không tồn tại hoặc đang được sử dụng.'],
  '23514': ['validation', 'invalid', 'Dữ liệu không hợp lệ.'],
  '23502': ['validation', 'invalid', 'Thiếu dữ liệu bắt buộc.'],
  // Signs that no text of the database can hold: U+0000, in a column or in JSON.
  '22021': ['validation', 'invalid', 'Có ký tự không dùng được.'],
  '22P05': ['validation', 'invalid', 'Có ký tự không dùng được.'],
};

const meanings = new Map<string, [code: string, sentence: string]>();

/** A module says what its constraints mean to a person. Keys are names of constraints as the schema has them. */
export function constraintsMean(entries: Record<string, [code: string, sentence: string]>): void {
  for (const [constraint, meaning] of Object.entries(entries)) meanings.set(constraint, meaning);
}

/** All constraints that have a sentence; a test compares them with the schema. */
export function constraintsWithMeaning(): string[] {
  return [...meanings.keys()];
}

/** An error of PostgreSQL by which a constraint refused a row (class 23) or a text its signs, as a refusal; null for any other error. */
export function refusalByConstraint(thrown: unknown): DomainError | null {
  if (!isViolation(thrown)) return null;
  // What lies beyond the rows of this request is as good as not there.
  if (thrown.code === '42501' && thrown.message.includes('row-level security')) return new NotFoundError('dữ liệu này');
  const standard = byState[thrown.code];
  if (!standard) return null;
  const [code, sentence] = meanings.get(thrown.constraint ?? '') ?? [standard[0], standard[2]];
  return new DomainError(code, standard[1], sentence, { details: { constraint: thrown.constraint ?? null } });
}

function isViolation(thrown: unknown): thrown is Violation {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string';
}
