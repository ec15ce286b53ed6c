import { useSearchParams } from 'react-router';

/** Filters in the address: an empty one leaves it, and typing does not fill the history. */
export function useFilters() {
  const [params, setParams] = useSearchParams();
  const set = (changes: Record<string, string | null>, options = { replace: true }): void => {
    setParams(
      () => {
        // From the address itself: of two fields that settle together, the second must not undo the first.
        const next = new URLSearchParams(window.location.search);
        for (const [key, value] of Object.entries(changes)) {
          if (value) next.set(key, value);
          else next.delete(key);
        }
        return next;
      },
      { ...options, preventScrollReset: true },
    );
  };
  return { of: (key: string): string => params.get(key) ?? '', set };
}
