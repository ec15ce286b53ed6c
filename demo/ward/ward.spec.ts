import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DemoAttendance, DemoMember, DemoWard } from './ward.types.js';
import { generateWard } from './ward.js';

const ward = generateWard();
const day = '2021-01-16';

/** Copied by eye from the drawn appendix: members, exempt, away, summoned, present, excused, unexcused. */
const appendix: Record<string, number[]> = {
  'Chi bộ 1': [46, 3, 0, 43, 42, 1, 0],
  'Chi bộ 2': [44, 2, 1, 41, 39, 1, 1],
  'Chi bộ 5': [48, 3, 0, 45, 44, 1, 0],
  'Chi bộ 7': [39, 2, 0, 37, 36, 1, 0],
  'Chi bộ 8': [52, 4, 1, 47, 45, 1, 1],
  'Chi bộ 11': [45, 2, 1, 42, 41, 1, 0],
  'Chi bộ 12': [49, 3, 1, 45, 43, 1, 1],
  'Chi bộ 13': [43, 2, 0, 41, 39, 1, 1],
  'Chi bộ 14': [47, 3, 1, 43, 41, 2, 0],
  'Chi bộ 15': [47, 3, 0, 44, 42, 1, 1],
  'Chi bộ Công an': [32, 0, 0, 32, 30, 2, 0],
  'Chi bộ Trường Mầm non Sài Đồng': [18, 0, 0, 18, 18, 0, 0],
  'Chi bộ Trường Mầm non Hoa Mai': [15, 0, 0, 15, 15, 0, 0],
  'Chi bộ Trường Tiểu học Sài Đồng': [27, 0, 0, 27, 26, 1, 0],
  'Chi bộ Trường THCS Sài Đồng': [29, 0, 1, 28, 28, 0, 0],
  'Chi bộ Trường THPT Sài Đồng': [24, 0, 0, 24, 22, 2, 0],
  'Chi bộ 16': [51, 4, 1, 46, 45, 1, 0],
  'Chi bộ 17': [56, 4, 1, 51, 49, 2, 0],
  'Chi bộ 18': [49, 3, 1, 45, 38, 3, 4],
  'Chi bộ 19': [58, 5, 1, 52, 51, 1, 0],
  'Chi bộ 20': [55, 4, 1, 50, 49, 0, 1],
  'Chi bộ 22': [56, 5, 1, 50, 49, 1, 0],
};

afterEach(() => vi.restoreAllMocks());

describe('the figures of the demo ward', () => {
  it('has in every cell what the appendix of the report shows, in the order of the plan', () => {
    expect(Object.entries(figuresOfCells(ward))).toEqual(Object.entries(appendix));
  });

  it('adds up to the two classes and the whole committee', () => {
    expect(ward.classes.map(({ cellKeys }) => count(ward, (member) => cellKeys.includes(member.cellKey)))).toEqual([
      [460, 27, 5, 428, 412, 11, 5],
      [470, 25, 7, 438, 420, 13, 5],
    ]);
    expect(count(ward, () => true)).toEqual([930, 52, 12, 866, 832, 24, 10]);
  });

  it('has 807 of 841 official and 25 of 25 probationary members present', () => {
    const [, , , official, officialPresent] = count(ward, ({ officialOn }) => officialOn !== null);
    const [all, , , probationary, probationaryPresent] = count(ward, ({ officialOn }) => officialOn === null);
    expect([officialPresent, official]).toEqual([807, 841]);
    expect([probationaryPresent, probationary, all]).toEqual([25, 25, 25]);
  });

  it('keeps them with every other seed, under other names', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 32 - 1), (seed) => {
        expect(figuresOfCells(generateWard(seed))).toEqual(appendix);
      }),
      { numRuns: 12 },
    );
    const names = generateWard(7).members.map(({ fullName }) => fullName);
    expect(names.filter((name, index) => name === ward.members[index]?.fullName).length).toBeLessThan(30);
  });

  it('lets five exempt members come, who count as summoned and present', () => {
    const came = ward.members.filter((member) => holds(member.exemptions) && recordOf(member));
    expect(came.map((member) => recordOf(member)?.outcome)).toEqual(Array(5).fill('present'));
  });

  it('counts those who studied in the other class once, and in their own cell', () => {
    const cellsOf = new Map(ward.classes.map(({ number, cellKeys }) => [number, cellKeys]));
    const elsewhere = ward.members.filter((member) => {
      const record = recordOf(member);
      return record && !cellsOf.get(record.classNumber)?.includes(member.cellKey);
    });
    expect(elsewhere.length).toBe(9);
    expect(new Set(ward.attendance.map(({ memberKey }) => memberKey)).size).toBe(ward.attendance.length);
  });

  it('gives a reason to every excused member and to nobody else', () => {
    for (const { outcome, reason } of ward.attendance) expect(reason !== null).toBe(outcome === 'excused');
    expect(ward.attendance.filter(({ leftAt }) => leftAt).map(({ outcome }) => outcome)).toEqual(
      Array(3).fill('present'),
    );
  });
});

describe('the generator', () => {
  it('gives the same data for the same seed, without clock or chance', () => {
    vi.spyOn(Math, 'random').mockImplementation(() => expect.fail('Math.random was asked'));
    vi.spyOn(Date, 'now').mockImplementation(() => expect.fail('the clock was asked'));
    expect(hash(generateWard(2021))).toBe(hash(ward));
    expect(hash(generateWard(2022))).not.toBe(hash(ward));
  });

  it('hands out fresh data, so that a caller who changes it harms nobody', () => {
    const mine = generateWard();
    mine.committee.recipients.pop();
    mine.cells.pop();
    mine.groups[0]?.cellKeys.pop();
    mine.classes[0]?.cellKeys.pop();
    mine.session.delegates.pop();
    expect(hash(generateWard())).toBe(hash(ward));
  });

  it('writes every text in NFC', () => {
    const text = JSON.stringify(ward);
    expect(text.normalize('NFC')).toBe(text);
  });
});

/** Counted anew from the data, by the denominator rule of domain facts §2, in the columns of the appendix. */
function count(of: DemoWard, belongs: (member: DemoMember) => boolean): number[] {
  const outcomes = new Map(of.attendance.map((record) => [record.memberKey, record.outcome]));
  const fates = of.members.filter(belongs).map((member) => {
    return outcomes.get(member.key) ?? (holds(member.aways) ? 'away' : holds(member.exemptions) ? 'exempt' : 'nobody');
  });
  const have = (...sought: string[]) => fates.filter((fate) => sought.includes(fate)).length;
  return [
    fates.length,
    have('exempt'),
    have('away'),
    have('present', 'excused', 'unexcused'),
    have('present'),
    have('excused'),
    have('unexcused'),
  ];
}

function figuresOfCells(of: DemoWard): Record<string, number[]> {
  return Object.fromEntries(of.cells.map(({ key, name }) => [name, count(of, ({ cellKey }) => cellKey === key)]));
}

function holds(periods: { from: string; to: string | null }[]): boolean {
  return periods.some(({ from, to }) => from <= day && (to === null || day < to));
}

function recordOf(member: DemoMember): DemoAttendance | undefined {
  return ward.attendance.find(({ memberKey }) => memberKey === member.key);
}

function hash(of: DemoWard): string {
  return createHash('sha256').update(JSON.stringify(of)).digest('hex');
}
