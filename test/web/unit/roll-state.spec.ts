import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personResults, standingMarks as serverStanding } from '../../../src/attendance/mark.js';
import { tally } from '../../../src/attendance/tally.js';
import {
  type MarkFact,
  type Person,
  standingMarks,
  statesOf,
  tallyOf,
} from '../../../web/src/pages/roll/roll-state.ts';

const SITTING = 'sitting';
const CLASS = 'class';
const members = ['an', 'binh', 'cuong', 'dung'];

const markOf = fc.record({
  memberId: fc.constantFrom(...members),
  kind: fc.constantFrom('present', 'excused', 'unexcused', 'left-early', 'withdrawn'),
  reason: fc.constantFrom(null, 'work' as const),
  withdraws: fc.nat(19),
  takenAt: fc.nat(5),
});

/** Marks with ids of their own; a withdrawal names some mark, one that exists or not. */
const marks = fc.array(markOf, { maxLength: 20 }).map((list) =>
  list.map((mark, index): MarkFact => ({
    ...mark,
    ...{ id: `mark-${String(index).padStart(2, '0')}`, sittingId: SITTING },
    kind: mark.kind as MarkFact['kind'],
    withdraws: mark.kind === 'withdrawn' ? `mark-${String(mark.withdraws).padStart(2, '0')}` : null,
  })),
);

const people = fc.tuple(
  ...members.map((memberId) =>
    fc.record({
      ...{ memberId: fc.constant(memberId), classId: fc.constant(CLASS), cellId: fc.constant('cell') },
      ...{ cellName: fc.constant('Chi bộ 1'), groupName: fc.constant(null), fullName: fc.constant(memberId) },
      ...{ givenName: fc.constant(memberId), birthYear: fc.constant(null), office: fc.constant(null) },
      standing: fc.constantFrom('official', 'probationary'),
      duty: fc.constantFrom('summoned', 'exempt', 'away'),
      attendance: fc.constant('unmarked'),
      through: fc.constant(null),
      leftEarly: fc.constant(false),
    }),
  ),
) as unknown as fc.Arbitrary<Person[]>;

const plain = (standing: ReadonlyMap<string, MarkFact>): Record<string, string> =>
  Object.fromEntries([...standing].map(([memberId, { id }]) => [memberId, id]).sort());

describe('the state of a person at a sitting', () => {
  it('is the same on the screen and on the server, whatever marks there are', () => {
    fc.assert(
      fc.property(marks, (list) => {
        const server = new Map(
          [...serverStanding(list)].flatMap(([id, held]) => [...held.values()].map((m) => [id, m] as const)),
        );
        expect(plain(standingMarks(list))).toEqual(plain(server));
      }),
    );
  });

  it('does not depend on the order in which marks come in, nor on marks that come twice', () => {
    const shuffled = marks.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 })),
    );
    fc.assert(
      fc.property(shuffled, ([list, mixed]) => {
        expect(plain(standingMarks(mixed))).toEqual(plain(standingMarks(list)));
      }),
    );
  });

  it('gives the figures that the server counts', () => {
    fc.assert(
      fc.property(people, marks, fc.boolean(), (roll, list, isLeftEarlyPresent) => {
        const server = personResults(roll, list, {
          ...{ classOfSitting: new Map([[SITTING, CLASS]]), sittingsOfClass: new Map([[CLASS, [SITTING]]]) },
          ...{ attendanceRule: 'any-sitting', isLeftEarlyPresent },
        });
        const view = { isLeftEarlyPresent, isFrozen: false, isLoaded: true };
        const states = statesOf(roll, standingMarks(list), view);
        expect(states.map(({ attendance }) => attendance)).toEqual(server.map(({ attendance }) => attendance));
        expect({ ...tallyOf(states), leftEarly: 0 }).toEqual({ ...tally(server), leftEarly: 0 });
      }),
    );
  });

  it('falls back to the mark before when the last one is undone', () => {
    const base = { sittingId: SITTING, memberId: 'an', reason: null, withdraws: null };
    const list: MarkFact[] = [
      { ...base, id: '1', kind: 'excused', takenAt: 1 },
      { ...base, id: '2', kind: 'present', takenAt: 2 },
      { ...base, id: '3', kind: 'withdrawn', withdraws: '2', takenAt: 3 },
    ];
    expect(standingMarks(list).get('an')?.id).toBe('1');
  });

  it('stays as it was frozen once the class is closed', () => {
    const person = { memberId: 'an', attendance: 'excused', through: null } as Person;
    const mark: MarkFact = {
      ...{ id: '1', sittingId: SITTING, memberId: 'an', kind: 'present' },
      ...{ reason: null, withdraws: null, takenAt: 1 },
    };
    const view = { isLeftEarlyPresent: true, isLoaded: true };
    const standing = standingMarks([mark]);
    expect(statesOf([person], standing, { ...view, isFrozen: true })[0]?.attendance).toBe('excused');
    expect(statesOf([person], standing, { ...view, isFrozen: false })[0]?.attendance).toBe('present');
  });
});
