import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { type Session, sessionQuery } from '../../api/queries.ts';
import type { Arrangement } from './arrangement.ts';

const { client, dataOf } = api;

export interface Change {
  /** Lists of the classes that change. */
  to: Arrangement;
  /** What was done: `Chi bộ 15 vào Lớp 2`. */
  words: string;
}

interface Done extends Change {
  /** The same classes as they stood. */
  before: Arrangement;
}

const listsOf = (session: Session | undefined, ids: string[]): Arrangement =>
  Object.fromEntries(
    (session?.classes ?? []).filter(({ id }) => ids.includes(id)).map(({ id, cellIds }) => [id, cellIds]),
  );

const withLists = (session: Session | undefined, lists: Arrangement): Session | undefined =>
  session && {
    ...session,
    classes: session.classes.map((each) => ({ ...each, cellIds: [...(lists[each.id] ?? each.cellIds)] })),
  };

/** What changes the lists of a session goes one after another. */
export const arranging = (sessionId: string): { id: string } => ({ id: `arrange-${sessionId}` });

async function saveLists({ to }: Change): Promise<void> {
  for (const [id, cellIds] of Object.entries(to))
    await dataOf(client.PATCH('/api/v1/classes/{id}', { params: { path: { id } }, body: { cellIds: [...cellIds] } }));
}

/** What is shown at once, and saved one change after another. */
function useSaving(sessionId: string, failed: (done: Done, error: unknown) => void) {
  const queries = useQueryClient();
  const key = sessionQuery(sessionId).queryKey;
  const mutationKey = ['arrange', sessionId];
  const show = (lists: Arrangement): void => {
    queries.setQueryData(key, (session: Session | undefined) => withLists(session, lists));
  };
  const save = useMutation({
    mutationKey,
    scope: arranging(sessionId),
    mutationFn: saveLists,
    onError: (error, done: Done) => {
      show(done.before);
      failed(done, error);
    },
    onSettled: async () => {
      // Reading in the middle of a run of changes would show the older ones for a moment.
      if (queries.isMutating({ mutationKey }) === 1)
        await queries.invalidateQueries({ queryKey: ['session', sessionId] });
    },
  });
  return (change: Change): Done => {
    const done = { ...change, before: listsOf(queries.getQueryData(key), Object.keys(change.to)) };
    // Without going back to what stood before the reading began: that would undo the changes made since.
    void queries.cancelQueries({ queryKey: ['session', sessionId] }, { revert: false });
    show(change.to);
    save.mutate(done);
    return done;
  };
}

export interface Arranging {
  arrange: (change: Change) => void;
  /** The lists as the last change left them: two keys may come faster than the page is drawn. */
  now: () => Arrangement;
  undo: () => void;
  last: Done | null;
  notSaved: { words: string; error: unknown } | null;
}

/** Changes of the lists, what was done last, and the way back. */
export function useArranging(sessionId: string): Arranging {
  const queries = useQueryClient();
  const [history, setHistory] = useState<Done[]>([]);
  const [notSaved, setNotSaved] = useState<{ words: string; error: unknown } | null>(null);
  const apply = useSaving(sessionId, (done, error) => {
    setNotSaved({ words: done.words, error });
    setHistory((all) => all.filter((each) => each !== done));
  });
  const arrange = (change: Change): void => {
    if (Object.keys(change.to).length === 0) return;
    setNotSaved(null);
    const done = apply(change);
    setHistory((all) => [...all, done]);
  };
  const undo = (): void => {
    const last = history.at(-1);
    if (!last) return;
    setNotSaved(null);
    apply({ to: last.before, words: `hoàn tác: ${last.words}` });
    setHistory((all) => all.slice(0, -1));
  };
  const now = (): Arrangement => {
    const session: Session | undefined = queries.getQueryData(sessionQuery(sessionId).queryKey);
    return listsOf(session, session?.classes.map(({ id }) => id) ?? []);
  };
  return { arrange, now, undo, last: history.at(-1) ?? null, notSaved };
}
