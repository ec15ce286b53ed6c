import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { givenName } from './names.js';
import type { DemoMember, DemoWard } from './ward.types.js';
import { generateWard } from './ward.js';

const ward = generateWard();
const day = '2021-01-16';

describe('the invented members', () => {
  it('lead possible lives, whatever the seed', () => {
    fc.assert(
      fc.property(fc.constantFrom(2021, 1, 2, 3, 4, 5, 99, 2 ** 32 - 1), (seed) => {
        expect(lifeMistakes(generateWard(seed))).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });

  it('carry 905 different card numbers; the probationary have none', () => {
    const cards = ward.members.flatMap(({ cardNumber }) => cardNumber ?? []);
    expect(cards.length).toBe(905);
    expect(new Set(cards).size).toBe(905);
    expect(cards.every((card) => /^\d{2}\.\d{6}$/.test(card))).toBe(true);
    expect(ward.members.filter(({ officialOn, cardNumber }) => !officialOn && cardNumber)).toEqual([]);
  });

  it('are named variously: at most four of a cell share a given name, and some of the ward a whole name', () => {
    for (const { key } of ward.cells) {
      const names = ward.members.filter(({ cellKey }) => cellKey === key).map(({ fullName }) => fullName);
      expect(Math.max(...tallyOf(names.map(givenName)).values())).toBeLessThanOrEqual(4);
      expect(new Set(names).size).toBe(names.length);
    }
    const shared = [...tallyOf(ward.members.map(({ fullName }) => fullName)).values()].filter((times) => times > 1);
    expect(shared.length).toBeGreaterThan(10);
    expect(Math.max(...shared)).toBeLessThan(8);
  });

  it('are none of the officials', () => {
    const officials = [...ward.session.delegates, ...ward.session.presenters].map(({ name }) => name);
    expect(officials).toEqual(['Đặng Đức Cường', 'Lê Thị Hiền', 'Vũ Tiến Hưng', 'Vương Đình Huệ']);
    expect(ward.members.filter(({ fullName }) => officials.includes(fullName))).toEqual([]);
  });

  it('are old in the residential cells and young at the police and in the schools', () => {
    const middleYear = (kind: string) => {
      const keys = ward.cells.filter((cell) => cell.kind === kind).map(({ key }) => key);
      const years = ward.members.filter(({ cellKey }) => keys.includes(cellKey)).map(({ birthYear }) => birthYear);
      return years.toSorted((one, other) => one - other)[Math.floor(years.length / 2)];
    };
    expect(middleYear('residential')).toBeLessThan(1962);
    expect(middleYear('school')).toBeGreaterThan(1975);
    expect(middleYear('police')).toBeGreaterThan(1978);
    expect(ward.members.filter(({ birthDate }) => birthDate === null).length).toBeGreaterThan(20);
  });

  it('elect a secretary, a deputy and one or three more in each cell, all official and not exempt', () => {
    for (const { key } of ward.cells) {
      const officers = ward.members.filter(({ cellKey, office }) => cellKey === key && office);
      const offices = tallyOf(officers.map(({ office }) => office ?? ''));
      expect([offices.get('Bí thư'), offices.get('Phó Bí thư')]).toEqual([1, 1]);
      expect([1, 3]).toContain(offices.get('Chi ủy viên'));
      expect(officers.filter((one) => !one.officialOn || one.exemptions.length || one.aways.length)).toEqual([]);
    }
  });
});

/** One sentence for each thing in a life that cannot be. */
function lifeMistakes(of: DemoWard): string[] {
  const founded = new Map(of.cells.map(({ key, foundedOn }) => [key, foundedOn]));
  return of.members.flatMap((member) => {
    const periods = [...member.exemptions, ...member.aways];
    const rules: [boolean, string][] = [
      [isAdult(member), 'admitted under 18'],
      [member.birthDate === null || member.birthDate.startsWith(`${member.birthYear}-`), 'two birth years'],
      [member.officialOn === null || member.officialOn <= day, 'official after the session'],
      [member.officialOn === null || monthsBetween(member.admittedOn, member.officialOn) >= 12, 'short probation'],
      [member.officialOn !== null || isOfLastYear(member.admittedOn), 'probationary for more than a year'],
      [member.inCellSince >= (founded.get(member.cellKey) ?? '9'), 'in the cell before it was founded'],
      [member.inCellSince >= member.admittedOn && member.inCellSince <= day, 'in the cell before being a member'],
      [(member.office === null) === (member.officeSince === null), 'an office without a day'],
      [
        periods.every(({ from, to }) => from >= member.admittedOn && (to === null || from < to)),
        'an impossible period',
      ],
      [periods.length < 2, 'overlapping periods'],
      [member.exemptions.every(({ kind }) => kind !== 'maternity' || member.sex === 'female'), 'a man on maternity'],
      [/^\p{Lu}\p{Ll}*( \p{Lu}\p{Ll}*){1,3}$/u.test(member.fullName), 'an odd name'],
    ];
    return rules.filter(([isRight]) => !isRight).map(([, mistake]) => `${member.key}: ${mistake}`);
  });
}

/** At admission; for who has only a birth year, even if born on its last day. */
function isAdult({ birthDate, birthYear, admittedOn }: DemoMember): boolean {
  const born = birthDate ?? `${birthYear}-12-31`;
  return `${Number(born.slice(0, 4)) + 18}${born.slice(4)}` <= admittedOn;
}

function isOfLastYear(date: string): boolean {
  return date > '2020-01-16' && date <= day;
}

function monthsBetween(from: string, to: string): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
}

function tallyOf(values: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
