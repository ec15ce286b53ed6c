import type { OwnMark, RefusedMark } from './marks.ts';

type Kept = { mark: OwnMark; refusal: Omit<RefusedMark, 'mark'> | null };

/** Marks of one account at one sitting that the server has not confirmed. */
export interface KeptMarks {
  all(): Kept[];
  /** @returns false where the browser keeps nothing (full, or private): the mark then lives as long as the page */
  keep(mark: OwnMark, refusal?: Kept['refusal']): boolean;
  forget(id: string): void;
}

/**
 * Each mark stands under a key of its own, so that two windows on one sitting never write over one another. Ids are made
 * in the order of time: sorted keys are the order in which marks were taken.
 */
export function keptMarks(accountId: string, sittingId: string, storage: Storage = localStorage): KeptMarks {
  const prefix = `quan-triet.mark.${accountId}.${sittingId}.`;
  return {
    all() {
      const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
      return keys
        .filter((key) => key.startsWith(prefix))
        .sort()
        .flatMap((key) => {
          const text = storage.getItem(key);
          return text === null ? [] : [JSON.parse(text) as Kept];
        });
    },
    keep: (mark, refusal = null) => {
      try {
        storage.setItem(prefix + mark.id, JSON.stringify({ mark, refusal }));
        return true;
      } catch {
        return false;
      }
    },
    forget: (id) => storage.removeItem(prefix + id),
  };
}
