import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../api/client.ts';

const { client, dataOf } = api;

export const twinsQuery = (page: number) =>
  queryOptions({
    queryKey: ['twins', 'pairs', page],
    queryFn: () => dataOf(client.GET('/api/v1/members/twins', { params: { query: { page, pageSize: 20 } } })),
    placeholderData: keepPreviousData,
  });

export const mergesQuery = queryOptions({
  queryKey: ['twins', 'merges'],
  queryFn: () => dataOf(client.GET('/api/v1/members/twins/merges')),
});

export const distinctionsQuery = queryOptions({
  queryKey: ['twins', 'distinctions'],
  queryFn: () => dataOf(client.GET('/api/v1/members/twins/distinctions')),
});

/** A word about two entries: pairs, merges and the register are read anew. */
export function useTwinChange<What>(change: (what: What) => Promise<unknown>, done: () => void = () => undefined) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      done();
      await Promise.all(
        ['twins', 'members', 'units', 'session'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
      );
    },
  });
}
