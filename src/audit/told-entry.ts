import { wordsOf } from './action-words.js';
import type { ToldValueDto, TrailEntryDto } from './audit.dto.js';
import { fieldWords, placeOf } from './field-words.js';
import type { Named } from './subject-names.js';
import { idsIn, inWords, type Names } from './told-value.js';

/** An entry as the table holds it, its values by field as far as they were not erased. */
export interface KeptEntry {
  seq: number;
  at: Date;
  accountId: string | null;
  address: string;
  action: string;
  subjectKind: string;
  subjectId: string | null;
  digests: Record<string, string>;
  told: Record<string, unknown>;
  hash: string;
}

/** Everything whose name is wanted. */
export const idsOf = ({ accountId, subjectId, told }: KeptEntry): string[] =>
  [accountId, subjectId, ...idsIn(told)].filter((id) => id !== null);

export function toldEntry(entry: KeptEntry, names: ReadonlyMap<string, Named>): TrailEntryDto {
  const { seq, at, accountId, address, action, subjectKind: kind, subjectId: id, told, digests, hash } = entry;
  const found = id === null ? undefined : names.get(id);
  const { reason } = told;
  const fields = Object.keys(digests).filter((field) => field !== 'reason');
  fields.sort((one, other) => placeOf(one) - placeOf(other));
  return {
    ...{ seq, at, accountId, address, action, hash },
    who: accountId === null ? null : (names.get(accountId)?.name ?? 'Tài khoản không còn'),
    what: wordsOf(action),
    subject: {
      ...{ kind, id },
      name: found?.name ?? nameAmong(told),
      isThere: found !== undefined,
      sessionId: found?.sessionId ?? (kind === 'session' ? id : null),
    },
    values: fields.map((field) => toldValue(kind, field, told, names)),
    reason: typeof reason === 'string' ? reason : null,
  };
}

/** What is gone is called as the entry itself says. */
function nameAmong(told: Record<string, unknown>): string | null {
  const name = [told['fullName'], told['name'], told['title']].find((value) => typeof value === 'string');
  return typeof name === 'string' ? name : null;
}

function toldValue(kind: string, field: string, told: Record<string, unknown>, names: Names): ToldValueDto {
  const label = fieldWords(kind, field);
  if (!(field in told)) return { field, label, isChange: false, from: null, to: null, isErased: true };
  const value = told[field];
  if (!isChange(value)) {
    return { field, label, isChange: false, from: null, to: inWords(kind, field, value, names), isErased: false };
  }
  const [from, to] = [value.from, value.to].map((one) => inWords(kind, field, one, names));
  return { field, label, isChange: true, from: from ?? null, to: to ?? null, isErased: false };
}

const isChange = (value: unknown): value is { from: unknown; to: unknown } =>
  typeof value === 'object' && value !== null && Object.keys(value).sort().join() === 'from,to';
