import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTreeChange } from './cell-queries.ts';
import type { Succession } from './change-words.ts';

/**
 * First seen, then done: what was seen is gone as soon as something else is typed.
 * @param see answers what would be; @param act does it
 */
export function useSuccession<Body>(
  see: (body: Body) => Promise<Succession>,
  act: (body: Body) => Promise<Succession>,
  done: () => void,
) {
  const [seen, setSeen] = useState<{ body: Body; what: Succession } | null>(null);
  const preview = useMutation({ mutationFn: see, onSuccess: (what, body) => setSeen({ body, what }) });
  const perform = useTreeChange(act, done);
  return {
    seen: seen?.what ?? null,
    error: perform.error ?? preview.error,
    isSeeing: preview.isPending,
    isPending: perform.isPending,
    see: (body: Body): void => preview.mutate(body),
    send: (): void => {
      if (seen) perform.mutate(seen.body);
    },
    forget: (): void => {
      setSeen(null);
      perform.reset();
      preview.reset();
    },
  };
}
