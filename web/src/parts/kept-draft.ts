import { useEffect, useState } from 'react';

interface Kept<Draft> {
  draft: Draft;
  /** When it was kept, ISO. */
  at: string;
}

function read<Draft>(key: string, isDraft: (value: unknown) => value is Draft): Kept<Draft> | null {
  try {
    const stored = JSON.parse(localStorage.getItem(key) ?? 'null') as Kept<unknown> | null;
    return stored && isDraft(stored.draft) ? { draft: stored.draft, at: stored.at } : null;
  } catch {
    // What cannot be read was written by another version: it is as good as nothing kept.
    return null;
  }
}

/** What is typed outlives a reload. `draft` is null while nothing was typed; `keep(null)` forgets it. */
export function useKeptDraft<Draft>(key: string, isDraft: (value: unknown) => value is Draft) {
  const [kept, setKept] = useState(() => read(key, isDraft));
  useEffect(() => {
    if (kept) localStorage.setItem(key, JSON.stringify(kept));
    else localStorage.removeItem(key);
  }, [key, kept]);
  return {
    draft: kept?.draft ?? null,
    keptAt: kept?.at ?? null,
    keep: (draft: Draft | null) => setKept(draft === null ? null : { draft, at: new Date().toISOString() }),
  };
}
