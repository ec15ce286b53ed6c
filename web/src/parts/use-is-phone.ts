import { useSyncExternalStore } from 'react';

const narrow = window.matchMedia('(max-width: 719px)');

function subscribe(onChange: () => void): () => void {
  narrow.addEventListener('change', onChange);
  return () => narrow.removeEventListener('change', onChange);
}

/** Where a phone gets another arrangement than the desk, not only another size. */
export const useIsPhone = (): boolean => useSyncExternalStore(subscribe, () => narrow.matches);
