import { useMemo } from 'react';
import { useKeptDraft } from '../../parts/kept-draft.ts';
import {
  type AbsentKind,
  type ExceptPlan,
  type Exceptions,
  isExceptions,
  planOf,
  withException,
  without,
} from './except-mode.ts';
import type { MarkFact, PersonState } from './roll-state.ts';

export interface ExceptDraft {
  plan: ExceptPlan;
  set: (memberId: string, kind: AbsentKind) => void;
  remove: (memberId: string) => void;
  removeLast: () => void;
  clear: () => void;
  has: (memberId: string) => boolean;
}

const none: Exceptions = [];

/** The absent of a cell as typed so far; they outlive a reload and are forgotten when they are saved. */
export function useExceptions(key: string, states: readonly PersonState<MarkFact>[]): ExceptDraft {
  const { draft, keep } = useKeptDraft<Exceptions>(`quan-triet.except.${key}`, isExceptions);
  const exceptions = draft ?? none;
  const plan = useMemo(() => planOf(states, exceptions), [states, exceptions]);
  const keepOrForget = (after: Exceptions): void => keep(after.length > 0 ? after : null);
  return {
    plan,
    set: (memberId, kind) => keepOrForget(withException(exceptions, memberId, kind)),
    remove: (memberId) => keepOrForget(without(exceptions, memberId)),
    removeLast: () => keepOrForget(exceptions.slice(0, -1)),
    clear: () => keep(null),
    has: (memberId) => exceptions.some(([other]) => other === memberId),
  };
}
