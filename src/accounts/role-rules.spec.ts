import { describe, expect, it } from 'vitest';
import { type RoleName, roleNames } from '../platform/access/permissions.js';
import { faultsOf, type Place, type WishedRole } from './role-rules.js';

const today = '2026-11-25';
const wish = (role: RoleName, more: Partial<WishedRole> = {}): WishedRole => ({
  ...{ role, mayExport: false, sessionId: role === 'steward' ? 'hội nghị' : null, classIds: null },
  ...{ from: today, until: null, ...more },
});
const places: Place[] = ['committee', 'part', 'cell', 'beyond'];
const fieldsOf = (one: WishedRole, place: Place = 'committee'): string[] =>
  faultsOf(one, place, today).map(({ path }) => path);

describe('a role that is given', () => {
  it('stands only where it means something', () => {
    const allowed = Object.fromEntries(
      roleNames.map((role) => [role, places.filter((place) => fieldsOf(wish(role), place).length === 0)]),
    );
    expect(allowed).toEqual({
      administrator: ['committee'],
      secretary: ['committee', 'part', 'cell'],
      clerk: ['committee', 'part', 'cell'],
      'cell-secretary': ['part', 'cell'],
      steward: ['committee'],
      viewer: places,
    });
  });

  it('belongs to a session where it is a steward, and to none otherwise', () => {
    expect(fieldsOf(wish('steward', { sessionId: null }))).toEqual(['sessionId']);
    expect(fieldsOf(wish('clerk', { sessionId: 'hội nghị', classIds: ['lớp'] }))).toEqual(['sessionId', 'classIds']);
    expect(fieldsOf(wish('steward', { classIds: ['lớp'] }))).toEqual([]);
  });

  it('exports only where the role has something to take out', () => {
    const mayNot = roleNames.filter((role) => fieldsOf(wish(role, { mayExport: true })).includes('mayExport'));
    expect(mayNot).toEqual(['steward', 'viewer']);
  });

  it('begins today or later, and does not end before it begins', () => {
    expect(fieldsOf(wish('clerk', { from: '2026-11-24' }))).toEqual(['from']);
    expect(fieldsOf(wish('clerk', { from: '2026-12-01', until: '2026-11-30' }))).toEqual(['until']);
    expect(fieldsOf(wish('clerk', { until: today }))).toEqual([]);
  });
});
