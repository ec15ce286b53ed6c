import { describe, expect, it } from 'vitest';
import { tally } from '../../../src/attendance/tally.js';
import {
  byCell,
  columns,
  figureOf,
  namesBehind,
  type PersonOnRoll,
  stateOf,
} from '../../../web/src/pages/figures/names-behind.ts';

const duties = ['summoned', 'exempt', 'away'] as const;
const states = ['present', 'excused', 'unexcused', 'unmarked'] as const;

/** Each duty with each state, in each of two cells, some of them through another class or gone early. */
const people: PersonOnRoll[] = ['c1', 'c2'].flatMap((cellId) =>
  duties.flatMap((duty) =>
    states.flatMap((attendance, at) =>
      Array.from({ length: at + 1 }, (_, nth) => ({
        ...{ memberId: `${cellId} ${duty} ${attendance} ${nth}`, classId: 'k', cellId, cellName: cellId },
        ...{ groupName: null, fullName: 'Lê Thị Hoa', givenName: 'Hoa', birthYear: null, office: null },
        ...{ standing: nth === 0 ? ('probationary' as const) : ('official' as const), duty, attendance },
        through: attendance === 'present' ? ('own-class' as const) : null,
        leftEarly: false,
      })),
    ),
  ),
);
const person = (more: Partial<PersonOnRoll>): PersonOnRoll => {
  const [first] = people;
  if (!first) throw new Error('nobody on the roll');
  return { ...first, ...more };
};

describe('the names behind a figure', () => {
  it('are as many as the figure that the server counts, of a class and of each of its cells', () => {
    for (const column of columns) {
      expect([column, namesBehind(people, column).length]).toEqual([column, figureOf(tally(people), column)]);
      for (const cellId of ['c1', 'c2']) {
        const figure = figureOf(tally(people.filter((one) => one.cellId === cellId)), column);
        expect([column, namesBehind(people, column, cellId).length]).toEqual([column, figure]);
      }
    }
  });

  it('count an exempt member who came among the summoned, and one who did not among the exempt', () => {
    const [came, stayed] = [
      person({ duty: 'exempt', attendance: 'present' }),
      person({ duty: 'exempt', attendance: 'excused' }),
    ];
    expect(namesBehind([came, stayed], 'summoned')).toEqual([came]);
    expect(namesBehind([came, stayed], 'out')).toEqual([stayed]);
    expect(namesBehind([came, stayed], 'excused')).toEqual([]);
  });

  it('stand cell by cell in the order of the roll', () => {
    expect(byCell(people).map(([cellId, ofCell]) => [cellId, ofCell.length])).toEqual([
      ['c1', people.length / 2],
      ['c2', people.length / 2],
    ]);
  });

  it('say of each person what the figure made of him', () => {
    expect(stateOf(person({ duty: 'away' }))).toBe('tạm chuyển đi');
    expect(stateOf(person({ duty: 'exempt', attendance: 'unmarked' }))).toBe('được miễn, không dự');
    expect(stateOf(person({ duty: 'exempt', through: 'other-class' }))).toBe('có mặt, được miễn, học ở lớp khác');
    expect(stateOf(person({ leftEarly: true }))).toBe('có mặt, về sớm');
  });
});
