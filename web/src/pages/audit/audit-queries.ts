import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, type Schemas } from '../../api/client.ts';

const { client, dataOf } = api;

export type Entry = Schemas['TrailEntryDto'];
export type Told = Schemas['ToldValueDto'];

/** As they stand in the address; an empty one is not asked for. */
export interface TrailFilters {
  accountId: string;
  action: string;
  subjectId: string;
  text: string;
  from: string;
  until: string;
}

/** Without what is empty. */
export const asked = (filters: TrailFilters): Partial<TrailFilters> =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''));

export const trailQuery = (filters: TrailFilters) =>
  infiniteQueryOptions({
    queryKey: ['audit', 'trail', filters],
    queryFn: ({ pageParam }) => {
      const query = { ...asked(filters), limit: 60, ...(pageParam !== null && { before: pageParam }) };
      return dataOf(client.GET('/api/v1/audit', { params: { query } }));
    },
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
    // A window that comes back to the front would read all its pages anew, and each reading stands in the trail.
    refetchOnWindowFocus: false,
  });

export const choicesQuery = queryOptions({
  queryKey: ['audit', 'choices'],
  queryFn: () => dataOf(client.GET('/api/v1/audit/choices')),
  staleTime: 60_000,
});

export const verificationQuery = queryOptions({
  queryKey: ['audit', 'verification'],
  queryFn: () => dataOf(client.GET('/api/v1/audit/verification')),
  staleTime: 60_000,
  refetchOnWindowFocus: false,
});
