import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api } from './client.ts';
import { useMe } from './me.ts';

const { client, dataOf } = api;

/** The committees in which this account can work; asked by persons only, since a device or a program has one. */
export function useWorkplaces() {
  const me = useMe();
  return useQuery({
    queryKey: ['workplaces'],
    queryFn: () => dataOf(client.GET('/api/v1/me/committees')),
    staleTime: 300_000,
    enabled: me.data?.signInKind === 'browser',
  });
}

/** Moves the sign-in to another committee; everything that was read belongs to the one before. */
export function useMove() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (committeeId: string) => client.PUT('/api/v1/me/committee', { body: { committeeId } }),
    onSuccess: async () => {
      await navigate('/');
      await queries.resetQueries();
    },
  });
}
