import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Schemas } from '../../api/client.ts';

const { client, dataOf } = api;

export type Unit = Schemas['UnitDto'];
export type CellGroup = Schemas['CellGroupDto'];
export type Strength = Schemas['CellStrengthDto'];

/** Every version of a unit, oldest first. */
export const unitHistoryQuery = (id: string) =>
  queryOptions({
    queryKey: ['units', 'history', id],
    queryFn: () => dataOf(client.GET('/api/v1/units/{id}', { params: { path: { id } } })),
  });

/** A change to the tree: cells, groups and all that counts members by cell are read anew. */
export function useTreeChange<Change>(change: (what: Change) => Promise<unknown>, done: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      done();
      await Promise.all(
        ['units', 'cell-groups', 'members', 'session'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
      );
    },
  });
}

export type Sum = Omit<Strength, 'cellId'>;

const none: Sum = { total: 0, exempt: 0, away: 0, expected: 0, probationary: 0 };

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
