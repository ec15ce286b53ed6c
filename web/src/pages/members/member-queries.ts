import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';

const { client, dataOf } = api;

export type MemberFilters = NonNullable<paths['/api/v1/members']['get']['parameters']['query']>;

export const membersQuery = (query: MemberFilters) =>
  queryOptions({
    queryKey: ['members', 'list', query],
    queryFn: () => dataOf(client.GET('/api/v1/members', { params: { query } })),
    placeholderData: keepPreviousData,
  });

export const memberQuery = (id: string) =>
  queryOptions({
    queryKey: ['members', 'one', id],
    queryFn: () => dataOf(client.GET('/api/v1/members/{id}', { params: { path: { id } } })),
  });

export const memberStoryQuery = (id: string) =>
  queryOptions({
    queryKey: ['members', 'story', id],
    queryFn: () => dataOf(client.GET('/api/v1/members/{id}/story', { params: { path: { id } } })),
  });

/** A change to the register: whatever was read of it is read anew. */
export function useRegisterChange<Change, Answer>(
  change: (what: Change) => Promise<Answer>,
  done: (answer: Answer) => void,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (answer) => {
      done(answer);
      await queries.invalidateQueries({ queryKey: ['members'] });
    },
  });
}
