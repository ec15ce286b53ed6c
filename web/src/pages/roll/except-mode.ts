import type { MarkFact, PersonState } from './roll-state.ts';

export type AbsentKind = 'excused' | 'unexcused';

/** Who will not be saved as present, and how he is absent; in the order in which they were typed. */
export type Exceptions = readonly (readonly [memberId: string, kind: AbsentKind])[];

export interface ExceptPlan {
  /** What will be saved for each person that nobody has marked yet. */
  kinds: ReadonlyMap<string, 'present' | AbsentKind>;
  present: number;
  excused: number;
  unexcused: number;
  /** Marked before: they stay as they are. */
  untouched: number;
}

/** Summoned and marked by nobody: the only ones whom "all present, except" touches. */
export const isUntaken = ({ person, attendance }: Pick<PersonState<MarkFact>, 'person' | 'attendance'>): boolean =>
  person.duty === 'summoned' && attendance === 'unmarked';

/** What saving now would write. An exception that somebody marked meanwhile is left to that mark. */
export function planOf(states: readonly PersonState<MarkFact>[], exceptions: Exceptions): ExceptPlan {
  const absent = new Map(exceptions);
  const kinds = new Map<string, 'present' | AbsentKind>();
  const counts = { present: 0, excused: 0, unexcused: 0 };
  let untouched = 0;
  for (const state of states) {
    if (state.person.duty !== 'summoned') continue;
    if (!isUntaken(state)) {
      untouched += 1;
      continue;
    }
    const kind = absent.get(state.person.memberId) ?? 'present';
    kinds.set(state.person.memberId, kind);
    counts[kind] += 1;
  }
  return { kinds, ...counts, untouched };
}

/** Setting again changes the kind and moves nobody twice into the list. */
export const withException = (exceptions: Exceptions, memberId: string, kind: AbsentKind): Exceptions => [
  ...without(exceptions, memberId),
  [memberId, kind],
];

export const without = (exceptions: Exceptions, memberId: string): Exceptions =>
  exceptions.filter(([other]) => other !== memberId);

/** A draft as another version or a stranger may have left it. */
export const isExceptions = (value: unknown): value is Exceptions =>
  Array.isArray(value) &&
  value.every(
    (one: unknown) =>
      Array.isArray(one) && typeof one[0] === 'string' && (one[1] === 'excused' || one[1] === 'unexcused'),
  );
