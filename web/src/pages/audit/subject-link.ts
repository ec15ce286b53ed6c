import { type Permission, useMay } from '../../api/may.ts';
import type { Entry } from './audit-queries.ts';

type Subject = Entry['subject'];

const pages: Record<string, [permission: Permission, address: (subject: Subject) => string]> = {
  member: ['member.read', ({ id }) => `/members/${id}`],
  resolution: ['resolution.read', ({ id }) => `/resolutions/${id}`],
  session: ['session.read', ({ id }) => `/sessions/${id}`],
  class: ['roll.read', ({ id, sessionId }) => `/sessions/${sessionId}/roll?class=${id}`],
  unit: ['figures.read', () => '/cells'],
  'cell-group': ['figures.read', () => '/cells'],
};

/** Where a subject can be looked at; null where it is gone, has no page, or is not this reader's. */
export function useSubjectLink(): (subject: Subject) => string | null {
  const may = useMay();
  return (subject) => {
    const page = pages[subject.kind];
    return page && subject.isThere && may(page[0]) ? page[1](subject) : null;
  };
}
