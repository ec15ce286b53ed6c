import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import type { DataRequest } from './request-words.ts';

const { client, dataOf } = api;

export const requestsQuery = queryOptions({
  queryKey: ['data-requests', 'list'],
  queryFn: () => dataOf(client.GET('/api/v1/data-requests')),
});

export const requestQuery = (id: string) =>
  queryOptions({
    queryKey: ['data-requests', 'one', id],
    queryFn: () => dataOf(client.GET('/api/v1/data-requests/{id}', { params: { path: { id } } })),
  });

export const rulesQuery = queryOptions({
  queryKey: ['data-requests', 'rules'],
  queryFn: () => dataOf(client.GET('/api/v1/data-rules')),
});

export const retentionQuery = queryOptions({
  queryKey: ['data-requests', 'retention'],
  queryFn: () => dataOf(client.GET('/api/v1/retention')),
});

/** A step of a request: it is read anew, with all that may have gone with it. */
export function useRequestStep<What>(step: (what: What) => Promise<DataRequest>, done: (after: DataRequest) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: step,
    onSuccess: async (after) => {
      done(after);
      await queries.invalidateQueries({ queryKey: ['data-requests'] });
      if (after.kind === 'delete') await queries.invalidateQueries({ queryKey: ['members'] });
    },
  });
}
