import { describe, expect, it } from 'vitest';
import type { Coverage, Figures, Session, SessionClass, Tally } from '../../../web/src/api/queries.ts';
import { nextAct } from '../../../web/src/pages/session/next-act.ts';
import { factsOf } from '../../../web/src/pages/session/station-facts.ts';

const tally = (present: number, unmarked: number): Tally => ({
  ...{ total: 430, exemptAbsent: 2, away: 0, summoned: 428, present, excused: 428 - present - unmarked, unexcused: 0 },
  ...{ unmarked, presentElsewhere: 0, leftEarly: 0 },
  ...{ official: { summoned: 428, present }, probationary: { summoned: 0, present: 0 } },
});
const sessionClass = (number: number, more: Partial<SessionClass>): SessionClass => ({
  ...{ id: `k${number}`, sessionId: 's', number, name: `Lớp ${number}`, mode: 'direct', venue: 'Hội trường' },
  ...{ capacity: 500, cellIds: [`c${number}`], summonedAt: '2021-01-10T01:00:00Z', closedAt: null },
  sittings: [{ id: `t${number}`, heldOn: '2021-01-16', startsAt: '08:00', endsAt: null, topic: null }],
  ...more,
});
const session = (classes: SessionClass[]): Session => ({
  ...{ id: 's', kind: 'study', title: 'Học tập', mode: 'direct', basis: null, attendanceRule: 'any-sitting' },
  ...{ isLeftEarlyPresent: true, areDatesConfirmed: false, narrative: {}, resolutions: [], presenters: [] },
  ...{ delegates: [], guests: [], warnings: [], classes },
});
const figures = (classes: SessionClass[], tallies: Tally[]): Figures => ({
  tally: tally(0, 428),
  classes: classes.map(({ id, name, closedAt }, index) => ({
    ...{ classId: id, name, closedAt, revision: closedAt ? 1 : 0, cells: [] },
    tally: tallies[index] ?? tally(0, 428),
  })),
});
const covered: Coverage = { inNoClass: [], inSeveralClasses: [] };
const act = (classes: SessionClass[], tallies: Tally[] = [], coverage = covered): string =>
  nextAct(session(classes), figures(classes, tallies), coverage, 866).words;
const closedAt = '2021-01-16T04:40:00Z';

describe('the next act of a session', () => {
  it('goes from classes to summons, roll, closing and report', () => {
    const planned = [sessionClass(1, { summonedAt: null })];
    expect(act([])).toBe('Thêm lớp');
    expect(act(planned, [], { ...covered, inNoClass: [{ cellId: 'x', name: 'Chi bộ 20' }] })).toBe('Xếp lớp');
    expect(act([sessionClass(1, { summonedAt: null, sittings: [] })])).toBe('Xếp lớp');
    expect(act(planned)).toBe('Triệu tập 866 người');
    expect(act([sessionClass(1, { closedAt }), sessionClass(2, {})], [tally(412, 0), tally(391, 37)])).toBe(
      'Mở điểm danh Lớp 2',
    );
    expect(act([sessionClass(1, {})], [tally(412, 0)])).toBe('Chốt Lớp 1');
    expect(act([sessionClass(1, { closedAt })])).toBe('Xem báo cáo');
  });
});

describe('the stations drawn large', () => {
  it('give a rate only with its fraction and the name of its denominator', () => {
    const classes = [sessionClass(1, { closedAt }), sessionClass(2, {})];
    const known = { session: session(classes), figures: figures(classes, [tally(412, 0)]), coverage: covered };
    expect(factsOf.figures(known).facts).toEqual([
      'Lớp 1: 412/428 · 96,26\u00a0%',
      'trên số được triệu tập',
      'Lớp 2: chưa chốt',
    ]);
    expect(factsOf.roll(known).facts[0]).toBe('Lớp 1: đã chốt lúc 11h40');
  });
  it('say cells without a class or in two classes as what is owed', () => {
    const classes = [sessionClass(1, { summonedAt: null })];
    const coverage = { inNoClass: [{ cellId: 'x', name: 'Chi bộ 20' }], inSeveralClasses: [] };
    const { heading, owed } = factsOf.classes({ session: session(classes), figures: figures(classes, []), coverage });
    expect([heading, owed]).toEqual(['Chưa xếp xong', '1 chi bộ sót']);
  });
});
