import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

export interface RollParams {
  class: string | null;
  sitting: string | null;
  cell: string | null;
  isExcept: boolean;
}

export interface RollPlace {
  asked: RollParams;
  openClass: (classId: string, cellId?: string) => void;
  openSitting: (sittingId: string) => void;
  openCell: (cellId: string) => void;
  setExcept: (isExcept: boolean) => void;
}

/** Where the clerk is, in the address: a link leads to the same class, sitting, cell and manner. */
export function useRollPlace(): RollPlace {
  const [search, setSearch] = useSearchParams();
  const change = useCallback(
    (entries: Record<string, string | null>, replace = false) =>
      setSearch(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [key, value] of Object.entries(entries)) {
            if (value === null) after.delete(key);
            else after.set(key, value);
          }
          return after;
        },
        { replace, preventScrollReset: true },
      ),
    [setSearch],
  );
  return {
    asked: {
      class: search.get('class'),
      sitting: search.get('sitting'),
      cell: search.get('cell'),
      isExcept: search.get('mode') === 'except',
    },
    openClass: useCallback(
      (classId, cellId) => change({ class: classId, sitting: null, cell: cellId ?? null, mode: null }),
      [change],
    ),
    openSitting: useCallback((sittingId) => change({ sitting: sittingId, mode: null }), [change]),
    openCell: useCallback((cellId) => change({ cell: cellId, mode: null }), [change]),
    setExcept: useCallback((isExcept) => change({ mode: isExcept ? 'except' : null }, true), [change]),
  };
}
