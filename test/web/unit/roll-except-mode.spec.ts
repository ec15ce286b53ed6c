import { describe, expect, it } from 'vitest';
import { isExceptions, planOf, withException, without } from '../../../web/src/pages/roll/except-mode.ts';
import type { MarkFact, Person, PersonState } from '../../../web/src/pages/roll/roll-state.ts';

const person = (memberId: string, attendance: Person['attendance'], duty: Person['duty'] = 'summoned') =>
  ({ person: { memberId, duty } as Person, attendance, mark: null }) satisfies PersonState<MarkFact>;

const cell = [
  ...[person('an', 'present'), person('binh', 'unmarked'), person('cuong', 'unmarked')],
  ...[person('dung', 'unmarked'), person('em', 'unmarked', 'exempt'), person('giang', 'unmarked', 'away')],
];

describe('all present, except', () => {
  it('touches only those whom nobody has marked, and says how many stay', () => {
    const plan = planOf(cell, [['binh', 'excused']]);
    expect(Object.fromEntries(plan.kinds)).toEqual({ binh: 'excused', cuong: 'present', dung: 'present' });
    expect(plan).toMatchObject({ present: 2, excused: 1, unexcused: 0, untouched: 1 });
  });

  it('leaves an exception to the mark that somebody else made meanwhile', () => {
    const plan = planOf([person('binh', 'present'), person('cuong', 'unmarked')], [['binh', 'unexcused']]);
    expect(Object.fromEntries(plan.kinds)).toEqual({ cuong: 'present' });
  });

  it('sets the kind of absence again without naming anybody twice', () => {
    const exceptions = withException(withException([], 'binh', 'excused'), 'binh', 'unexcused');
    expect(exceptions).toEqual([['binh', 'unexcused']]);
    expect(without(exceptions, 'binh')).toEqual([]);
  });

  it('takes up a draft only where it can be read', () => {
    expect(isExceptions([['binh', 'excused']])).toBe(true);
    expect(isExceptions([['binh', 'late']])).toBe(false);
    expect(isExceptions({})).toBe(false);
  });
});
