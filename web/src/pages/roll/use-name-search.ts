import { useMemo, useState } from 'react';
import { matchesOf, nextHit, type Span, targetOf } from './name-match.ts';
import type { MarkFact, PersonState } from './roll-state.ts';

export interface NameSearch {
  typed: string;
  hits: ReadonlyMap<string, Span[]>;
  /** Whom Enter marks. */
  target: string | null;
  type: (text: string) => void;
  move: (step: 1 | -1) => void;
  clear: () => void;
}

/** @param isOpen whom Enter should rather mean: not marked yet, or in "except" not among the exceptions */
export function useNameSearch(
  states: readonly PersonState<MarkFact>[],
  isOpen: (memberId: string) => boolean,
): NameSearch {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const hits = useMemo(() => {
    const expected = states.filter(({ person }) => person.duty === 'summoned');
    const exempt = states.filter(({ person }) => person.duty === 'exempt');
    return matchesOf(
      typed,
      [...expected, ...exempt].map(({ person }) => person),
    );
  }, [typed, states]);
  const order = useMemo(() => [...hits.keys()], [hits]);
  const target = targetOf(order, chosen, isOpen);
  const type = (text: string): void => {
    setTyped(text);
    setChosen(null);
  };
  return { typed, hits, target, type, move: (step) => setChosen(nextHit(order, target, step)), clear: () => type('') };
}
