import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api } from './client.ts';
import { Problem } from './problem.ts';

const { client, dataOf } = api;

/** Who is signed in; null where nobody is. */
export const useMe = () =>
  useQuery({
    queryKey: ['me'],
    queryFn: async () => {
      try {
        return await dataOf(client.GET('/api/v1/me'));
      } catch (reason) {
        if (reason instanceof Problem && reason.status === 401) return null;
        throw reason;
      }
    },
    staleTime: 60_000,
  });

/** What the account has besides its password. */
export const secondFactorsQuery = queryOptions({
  queryKey: ['second-factors'],
  queryFn: () => dataOf(client.GET('/api/v1/me/second-factors')),
});

export const useCommittee = () =>
  useQuery({ queryKey: ['committee'], queryFn: () => dataOf(client.GET('/api/v1/committee')), staleTime: 300_000 });

export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await client.DELETE('/api/v1/sign-in');
    queries.clear();
    await navigate('/sign-in');
  };
}
