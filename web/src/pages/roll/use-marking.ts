import { useCallback, useState } from 'react';
import { type Kind, newMark, type OwnMark, type Reason } from './marks.ts';
import type { SittingFeed } from './sitting-feed.ts';

/** What was done at one stroke, and can be undone at one. */
export interface Act {
  marks: readonly OwnMark[];
  at: number;
}

export interface Marking {
  /** The latest act of this screen that was not undone. */
  last: Act | null;
  mark: (memberId: string, kind: Kind, reason?: Reason | null) => void;
  markMany: (kinds: ReadonlyMap<string, Kind>) => void;
  /** Takes back the mark that holds for a person. */
  withdraw: (memberId: string) => void;
  undo: () => void;
}

const KEPT_ACTS = 100;

export function useMarking(feed: SittingFeed, sittingId: string): Marking {
  const [acts, setActs] = useState<readonly Act[]>([]);
  const add = useCallback(
    (marks: readonly OwnMark[]) => {
      feed.add(marks);
      setActs((before) => [...before, { marks, at: Date.now() }].slice(-KEPT_ACTS));
    },
    [feed],
  );
  const held = useCallback((memberId: string) => feed.current().standing.get(memberId) ?? null, [feed]);
  const mark = useCallback(
    (memberId: string, kind: Kind, reason: Reason | null = null) =>
      add([newMark({ sittingId, memberId, kind, reason }, held(memberId))]),
    [add, held, sittingId],
  );
  const markMany = useCallback(
    (kinds: ReadonlyMap<string, Kind>) =>
      add([...kinds].map(([memberId, kind]) => newMark({ sittingId, memberId, kind, method: 'cell' }, held(memberId)))),
    [add, held, sittingId],
  );
  const withdraw = useCallback(
    (memberId: string) => {
      const standing = held(memberId);
      if (standing) feed.add([newMark({ sittingId, memberId, kind: 'withdrawn', withdraws: standing.id }, standing)]);
    },
    [feed, held, sittingId],
  );
  const last = acts.at(-1) ?? null;
  const undo = useCallback(() => {
    if (!last) return;
    feed.add(
      last.marks.map((mark) =>
        newMark({ sittingId, memberId: mark.memberId, kind: 'withdrawn', withdraws: mark.id }, mark),
      ),
    );
    setActs((before) => before.slice(0, -1));
  }, [feed, last, sittingId]);
  return { last, mark, markMany, withdraw, undo };
}
