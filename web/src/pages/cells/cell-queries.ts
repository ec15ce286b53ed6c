import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type Schemas } from '../../api/client.ts';
import { Problem } from '../../api/problem.ts';
import { unitsQuery } from '../../api/queries.ts';

const { client, dataOf } = api;

export type Unit = Schemas['UnitDto'];
export type CellGroup = Schemas['CellGroupDto'];
export type Strength = Schemas['CellStrengthDto'];

/** What happened to one unit, newest first. */
export const unitStoryQuery = (id: string) =>
  queryOptions({
    queryKey: ['units', 'story', id],
    queryFn: () => dataOf(client.GET('/api/v1/units/{id}/changes', { params: { path: { id } } })),
  });

/** What happened to the whole tree, newest first. */
export const storyQuery = queryOptions({
  queryKey: ['units', 'story'],
  queryFn: () => dataOf(client.GET('/api/v1/units/changes')),
});

/** Who belongs to a cell on a day; a cell has fewer than the page holds. */
export const membersOfQuery = (cellId: string, asOf: string) =>
  queryOptions({
    queryKey: ['members', 'list', { cellId, asOf, pageSize: 200 }],
    queryFn: () => dataOf(client.GET('/api/v1/members', { params: { query: { cellId, asOf, pageSize: 200 } } })),
    enabled: asOf !== '',
  });

/** Days on which something changes in the tree, the first first. */
export const daysQuery = queryOptions({
  queryKey: ['units', 'days'],
  queryFn: async () => (await dataOf(client.GET('/api/v1/units/days'))).days,
});

/**
 * The tree as of a day. Of one that is larger than the server answers, the first level below `top`, which the page goes
 * down step by step.
 */
export function useTree(asOf: string, top: string) {
  const day = asOf ? { asOf } : {};
  const whole = useQuery({ ...unitsQuery(asOf || undefined), retry: isWorthRetrying });
  const isTooLarge = whole.error instanceof Problem && whole.error.code === 'unit.too-many';
  const part = useQuery({
    queryKey: ['units', 'level', asOf, top],
    queryFn: () =>
      dataOf(client.GET('/api/v1/units', { params: { query: { ...day, depth: 1, ...(top && { below: top }) } } })),
    enabled: isTooLarge,
  });
  return { units: isTooLarge ? part : whole, isTooLarge };
}

const isWorthRetrying = (count: number, error: unknown): boolean =>
  count < 2 && error instanceof Problem && error.isNoServer;

/** A change to the tree: cells, groups and all that counts members by cell are read anew. */
export function useTreeChange<Change, Answer>(
  change: (what: Change) => Promise<Answer>,
  done: (answer: Answer) => void,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (answer) => {
      done(answer);
      await Promise.all(
        ['units', 'cell-groups', 'members', 'session'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
      );
    },
  });
}

export type Sum = Omit<Strength, 'cellId'>;

export const none: Sum = { total: 0, exempt: 0, away: 0, expected: 0, probationary: 0 };

export const strengthOf = (strengths: Strength[], id: string): Sum =>
  strengths.find(({ cellId }) => cellId === id) ?? none;

/** The whole committee: what the register says of each cell, added up. */
export const sumOf = (parts: Sum[]): Sum =>
  parts.reduce(
    (sum, part) => ({
      total: sum.total + part.total,
      exempt: sum.exempt + part.exempt,
      away: sum.away + part.away,
      expected: sum.expected + part.expected,
      probationary: sum.probationary + part.probationary,
    }),
    none,
  );
