import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { type FeedState, SittingFeed } from './sitting-feed.ts';

export interface OpenSitting {
  feed: SittingFeed;
  state: FeedState;
}

/** Marks of a sitting while its roll is on screen; the figures of the session follow them. */
export function useSitting(sessionId: string, sittingId: string, me: { accountId: string; displayName: string }) {
  const { accountId, displayName } = me;
  const feed = useMemo(
    () => new SittingFeed(sittingId, { accountId, displayName }),
    [sittingId, accountId, displayName],
  );
  const state = useSyncExternalStore(feed.subscribe, feed.current);
  useFiguresAfter(sessionId, state);
  return { feed, state };
}

/** The line of the day counts on the server: it is asked again shortly after the marks have come to rest. */
function useFiguresAfter(sessionId: string, { marks, waiting, isLoaded }: FeedState): void {
  const queries = useQueryClient();
  const count = marks.length;
  useEffect(() => {
    if (!isLoaded || waiting > 0) return;
    const timer = setTimeout(
      () => void queries.invalidateQueries({ queryKey: ['session', sessionId, 'figures'] }),
      1_500,
    );
    return () => clearTimeout(timer);
  }, [queries, sessionId, count, waiting, isLoaded]);
}
