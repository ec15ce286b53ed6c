import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../api/client.ts';
import type { ImportRow, RegisterImport, Verdict } from './import-words.ts';

const { client, dataOf } = api;

export const PAGE = 50;

/** Not below `members`: a change to the register changes no list that was brought. */
const key = 'member-imports';

export const isWorking = ({ state }: Pick<RegisterImport, 'state'>): boolean =>
  ['reading', 'checking', 'writing'].includes(state);

export const importsQuery = (page: number) =>
  queryOptions({
    queryKey: [key, 'list', page],
    queryFn: () => dataOf(client.GET('/api/v1/members/imports', { params: { query: { page, pageSize: 20 } } })),
    placeholderData: keepPreviousData,
  });

/** Asked again every second while something is under way. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: [key, 'one', id],
    queryFn: () => dataOf(client.GET('/api/v1/members/imports/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state: { data } }) => (data && isWorking(data) ? 1000 : false),
  });

/** Reading rows stands in the audit trail: what was read is kept until the list is checked anew. */
export const rowsQuery = (id: string, verdict: Verdict, page: number) =>
  queryOptions({
    queryKey: [key, 'rows', id, verdict, page],
    queryFn: () =>
      dataOf(
        client.GET('/api/v1/members/imports/{id}/rows', {
          params: { path: { id }, query: { verdict, page, pageSize: PAGE } },
        }),
      ),
    staleTime: 10 * 60_000,
  });

/** A step with one list: what comes of it is shown at once, and its rows are read anew. */
export function useStep<What>(id: string, step: (what: What) => Promise<RegisterImport>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: step,
    onSuccess: async (list) => {
      queries.removeQueries({ queryKey: [key, 'rows', id] });
      queries.setQueryData(importQuery(id).queryKey, list);
      await queries.invalidateQueries({ queryKey: [key, 'list'] });
    },
    // What is refused because the list has moved on is shown as it stands now.
    onError: () => queries.invalidateQueries({ queryKey: importQuery(id).queryKey }),
  });
}

/** One row decided: its new state is known without reading the rows again. */
export function useDecision(id: string, { row, verdict }: Pick<ImportRow, 'row' | 'verdict'>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (decision: { kind: 'new' | 'match' | 'skip'; memberId: string | null }) => ({
      decision,
      list: await dataOf(
        client.PUT('/api/v1/members/imports/{id}/rows/{row}/decision', {
          params: { path: { id, row } },
          body: decision,
        }),
      ),
    }),
    onSuccess: ({ decision, list }) => {
      queries.setQueryData(importQuery(id).queryKey, list);
      queries.setQueriesData<{ items: ImportRow[] }>(
        { queryKey: [key, 'rows', id, verdict] },
        (page) => page && { ...page, items: page.items.map((one) => (one.row === row ? { ...one, decision } : one)) },
      );
    },
  });
}

/** Where a list is shown that has been written or taken back, however long that took: the register has changed as a whole, and whatever counts or lists members is read anew. */
export function useRegisterReread(): void {
  const queries = useQueryClient();
  useEffect(() => {
    for (const each of ['members', 'units', 'session']) void queries.invalidateQueries({ queryKey: [each] });
  }, [queries]);
}
