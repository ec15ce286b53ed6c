import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MarkFact, personResults, type SessionRules } from './mark.js';
import { tally } from './tally.js';
import type { Duty, Standing } from './tally.types.js';

const rules: SessionRules = {
  classOfSitting: new Map([
    ['s1', 'A'],
    ['s2', 'A'],
    ['s3', 'B'],
  ]),
  sittingsOfClass: new Map([
    ['A', ['s1', 's2']],
    ['B', ['s3']],
  ]),
  attendanceRule: 'any-sitting',
  isLeftEarlyPresent: true,
};
const every: SessionRules = { ...rules, attendanceRule: 'every-sitting' };

const person = (memberId: string, classId: string, duty: Duty = 'summoned', standing: Standing = 'official') => ({
  ...{ memberId, classId, cellId: `cell of ${classId}`, standing, duty },
});
const roll = [
  person('p', 'A'),
  person('q', 'A', 'exempt'),
  person('r', 'B', 'away'),
  person('t', 'B', 'summoned', 'probationary'),
];

let made = 0;
const mark = (memberId: string, sittingId: string, kind: MarkFact['kind'], more: Partial<MarkFact> = {}): MarkFact => ({
  ...{ id: `m${(made += 1)}`, memberId, sittingId, kind, reason: null, withdraws: null, takenAt: made },
  ...more,
});
const of = (marks: MarkFact[], which: SessionRules = rules) => personResults([person('p', 'A')], marks, which)[0];

describe('the state of a roll', () => {
  it('is unmarked before any mark', () => {
    expect(of([])).toMatchObject({ attendance: 'unmarked', through: null });
  });

  it('follows the time at which marks were taken, not that of their arrival', () => {
    const late = mark('p', 's1', 'present', { takenAt: 20 });
    const early = mark('p', 's1', 'unexcused', { takenAt: 10 });
    expect(of([late, early])).toMatchObject({ attendance: 'present' });
  });

  it('forgets a mark that was withdrawn, also when the withdrawal came first', () => {
    const wrong = mark('p', 's1', 'present', { id: 'wrong', takenAt: 5 });
    const back = mark('p', 's1', 'withdrawn', { withdraws: 'wrong', takenAt: 6 });
    expect(of([back, wrong])).toMatchObject({ attendance: 'unmarked' });
    const before = mark('p', 's1', 'excused', { takenAt: 4 });
    expect(of([back, wrong, before])).toMatchObject({ attendance: 'excused' });
  });

  it('keeps a mark that somebody takes back in the name of another person', () => {
    const present = mark('p', 's1', 'present', { id: 'his', takenAt: 5 });
    const ofAnother = mark('q', 's1', 'withdrawn', { withdraws: 'his', takenAt: 6 });
    expect(of([present, ofAnother])).toMatchObject({ attendance: 'present' });
  });

  it('counts a person who came to another class once, and says so', () => {
    const elsewhere = mark('p', 's3', 'present');
    expect(of([elsewhere])).toMatchObject({ attendance: 'present', through: 'other-class' });
    expect(of([elsewhere, mark('p', 's1', 'present')])).toMatchObject({ attendance: 'present', through: 'own-class' });
  });

  it('asks for every sitting where the session says so', () => {
    const one = mark('p', 's1', 'present');
    expect(of([one], every)).toMatchObject({ attendance: 'unmarked' });
    expect(of([one, mark('p', 's2', 'unexcused')], every)).toMatchObject({ attendance: 'unexcused' });
    expect(of([one, mark('p', 's2', 'present')], every)).toMatchObject({ attendance: 'present' });
  });

  it('lets who left early count or not, as the session says', () => {
    const left = mark('p', 's1', 'left-early', { reason: 'illness' });
    expect(of([left])).toMatchObject({ attendance: 'present', leftEarly: true });
    expect(of([left], { ...rules, isLeftEarlyPresent: false })).toMatchObject({ attendance: 'excused' });
  });
});

const arbitraryMark = fc.record({
  id: fc.integer({ min: 1, max: 400 }).map(String),
  memberId: fc.constantFrom('p', 'q', 'r', 't'),
  sittingId: fc.constantFrom('s1', 's2', 's3'),
  kind: fc.constantFrom('present', 'excused', 'unexcused', 'left-early', 'withdrawn'),
  reason: fc.constantFrom(null, 'illness'),
  target: fc.integer({ min: 1, max: 400 }).map(String),
  takenAt: fc.integer({ min: 0, max: 5 }),
});
const arbitraryMarks = fc
  .uniqueArray(arbitraryMark, { selector: ({ id, sittingId }) => `${sittingId} ${id}`, maxLength: 60 })
  .map((marks): MarkFact[] =>
    marks.map(({ target, ...rest }) => ({ ...rest, withdraws: rest.kind === 'withdrawn' ? target : null })),
  );

describe('any marks of a roll', () => {
  it('give the same state shuffled, repeated and split', () => {
    const anyOrder = arbitraryMarks.chain((marks) =>
      fc.record({
        marks: fc.constant(marks),
        shuffled: fc.shuffledSubarray(marks, { minLength: marks.length }),
        repeated: fc.subarray(marks),
        cut: fc.nat(marks.length),
        which: fc.constantFrom(rules, every, { ...rules, isLeftEarlyPresent: false }),
      }),
    );
    fc.assert(
      fc.property(anyOrder, ({ marks, shuffled, repeated, cut, which }) => {
        const state = personResults(roll, marks, which);
        const replayed = [...repeated, ...shuffled.slice(cut), ...shuffled.slice(0, cut), ...repeated];
        expect(personResults(roll, replayed, which)).toEqual(state);
      }),
      { numRuns: 500 },
    );
  });

  it('give figures that add up', () => {
    fc.assert(
      fc.property(arbitraryMarks, (marks) => {
        const figures = tally(personResults(roll, marks, rules));
        expect(figures.total).toBe(figures.exemptAbsent + figures.away + figures.summoned);
        expect(figures.summoned).toBe(figures.present + figures.excused + figures.unexcused + figures.unmarked);
        expect(figures.summoned).toBe(figures.official.summoned + figures.probationary.summoned);
        expect(figures.present).toBe(figures.official.present + figures.probationary.present);
      }),
    );
  });
});
