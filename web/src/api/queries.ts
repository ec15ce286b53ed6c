import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type Schemas } from './client.ts';

const { client, dataOf } = api;

const path = (id: string) => ({ params: { path: { id } } });

/** What pages read. Keys begin with the thing: after a change, invalidate `['session', id]` and all that hangs on it is read anew. */
export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: () => dataOf(client.GET('/api/v1/sessions')),
});

export const sessionQuery = (id: string) =>
  queryOptions({
    queryKey: ['session', id],
    queryFn: () => dataOf(client.GET('/api/v1/sessions/{id}', path(id))),
  });

export const figuresQuery = (id: string) =>
  queryOptions({
    queryKey: ['session', id, 'figures'],
    queryFn: () => dataOf(client.GET('/api/v1/sessions/{id}/figures', path(id))),
  });

export const coverageQuery = (id: string) =>
  queryOptions({
    queryKey: ['session', id, 'coverage'],
    queryFn: () => dataOf(client.GET('/api/v1/sessions/{id}/coverage', path(id))),
  });

export const rollQuery = (classId: string) =>
  queryOptions({
    queryKey: ['class', classId, 'roll'],
    queryFn: () => dataOf(client.GET('/api/v1/classes/{id}/roll', path(classId))),
  });

export const talliesQuery = (last: number) =>
  queryOptions({
    queryKey: ['tallies', last],
    queryFn: () => dataOf(client.GET('/api/v1/session-tallies', { params: { query: { last } } })),
  });

export const resolutionsQuery = (search?: string) =>
  queryOptions({
    queryKey: ['resolutions', search ?? ''],
    queryFn: () => dataOf(client.GET('/api/v1/resolutions', { params: { query: search ? { search } : {} } })),
    placeholderData: keepPreviousData,
  });

/** Units of the tree as of a day (today where it is not given); cells are those of kind `cell`. */
export const unitsQuery = (asOf?: string) =>
  queryOptions({
    queryKey: ['units', asOf ?? ''],
    queryFn: () => dataOf(client.GET('/api/v1/units', { params: { query: asOf ? { asOf } : {} } })),
    staleTime: 60_000,
  });

export const cellGroupsQuery = queryOptions({
  queryKey: ['cell-groups'],
  queryFn: () => dataOf(client.GET('/api/v1/cell-groups')),
  staleTime: 60_000,
});

/** Members of each cell as of a day: how many, and how many of them are expected. */
export const strengthsQuery = (asOf?: string) =>
  queryOptions({
    queryKey: ['members', 'by-cell', asOf ?? ''],
    queryFn: () => dataOf(client.GET('/api/v1/members/by-cell', { params: { query: asOf ? { asOf } : {} } })),
  });

export type Session = Schemas['SessionDto'];
export type SessionClass = Schemas['SessionClassDto'];
export type Sitting = Schemas['SittingDto'];
export type Figures = Schemas['SessionFiguresDto'];
export type Tally = Schemas['Tally'];
export type Coverage = Schemas['CoverageDto'];
