import { useSearchParams } from 'react-router';

/** Filters in the address: an empty one leaves it, and typing does not fill the history. */
export function useFilters() {
  const [params, setParams] = useSearchParams();
  const set = (changes: Record<string, string | null>, options = { replace: true }): void => {
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
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
