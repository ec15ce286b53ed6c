import { describe, expect, it } from 'vitest';
import type { Coverage, Figures, Session, SessionClass, Tally } from '../../../web/src/api/queries.ts';
import { debtsOf } from '../../../web/src/pages/home/debts.ts';
import { mainAct, nextClass, sentenceOf } from '../../../web/src/pages/home/next-class.ts';
import { nearest, type OpenSession } from '../../../web/src/pages/home/open-session.ts';

const noon = { day: '2021-01-16', time: '12:30' };

const tally = (part: Partial<Tally> = {}): Tally => ({
  ...{ total: 930, exemptAbsent: 52, away: 12, summoned: 438, present: 391, excused: 7, unexcused: 2, unmarked: 38 },
  ...{ presentElsewhere: 0, leftEarly: 0, official: { summoned: 430, present: 385 } },
  probationary: { summoned: 8, present: 6 },
  ...part,
});

const lesson = (number: number, startsAt: string, part: Partial<SessionClass> = {}): SessionClass => ({
  ...{ id: `class-${number}`, sessionId: 'session', number, name: `Lớp ${number}`, mode: 'direct', capacity: 500 },
  ...{ venue: 'Hội trường Trung đoàn 280', cellIds: ['a', 'b'], summonedAt: '2021-01-12T00:00:00Z', closedAt: null },
  sittings: [{ id: `sitting-${number}`, heldOn: noon.day, startsAt, endsAt: null, topic: null }],
  ...part,
});

function open(classes: SessionClass[], tallies: Tally[], coverage?: Partial<Coverage>): OpenSession {
  const session = { id: 'session', title: 'Học tập Nghị quyết XVII', classes } as Partial<Session> as Session;
  const cells = [{ cellId: 'a', name: 'Chi bộ 18', group: null, tally: tally({ unmarked: 38 }) }];
  const figures: Figures = {
    tally: tally(),
    classes: classes.map(({ id, name, closedAt }, index) => ({
      ...{ classId: id, name, closedAt, revision: 0, cells },
      tally: tallies[index] ?? tally(),
    })),
  };
  return { session, figures, coverage: { inNoClass: [], inSeveralClasses: [], ...coverage } };
}

const words = (sessions: OpenSession[]): string => {
  const next = nextClass(sessions, noon);
  return next
    ? sentenceOf(next, noon.day)
        .map(({ text }) => text)
        .join('')
    : '';
};

const ofToday = open([lesson(1, '08:00', { closedAt: '2021-01-16T04:40:00Z' }), lesson(2, '14:00')], []);

describe('What is true now', () => {
  it('is the class that comes next today, with those who came already', () => {
    expect(words([ofToday])).toBe(
      'Chiều nay 14h00, Lớp 2 tại Hội trường Trung đoàn 280: 438 người được triệu tập, 391 đã có mặt.',
    );
  });

  it('is the class of the morning as long as it may run and is not closed', () => {
    expect(words([open([lesson(1, '09:00'), lesson(2, '14:00')], [])])).toMatch(/^Sáng nay 9h00, Lớp 1/);
  });

  it('names the day of a class to come, and says when nobody was summoned to it yet', () => {
    const sittings = [{ id: 's', heldOn: '2021-01-23', startsAt: '08:00', endsAt: null, topic: null }];
    expect(words([open([lesson(1, '08:00', { sittings, summonedAt: null })], [])])).toBe(
      'Thứ Bảy, 23/01/2021 8h00, Lớp 1 tại Hội trường Trung đoàn 280: 2 chi bộ, chưa triệu tập.',
    );
  });

  it('leads to the roll of the class that is on', () => {
    const next = nextClass([ofToday], noon);
    expect(next && mainAct(next, noon.day)).toEqual({
      to: '/sessions/session/roll?class=class-2',
      words: 'Mở điểm danh Lớp 2',
    });
  });

  it('is nothing where every class is closed', () => {
    expect(nextClass([open([lesson(1, '08:00', { closedAt: '2021-01-16T04:40:00Z' })], [])], noon)).toBeNull();
  });
});

describe('What is owed', () => {
  it('is first of all a roll with people not marked, and where most of them are', () => {
    expect(debtsOf([ofToday], [], noon)[0]).toMatchObject({
      title: 'Lớp 2 còn 38 người chưa điểm danh',
      detail: 'Ở Chi bộ 18',
      act: 'Xem 38 người',
      isUrgent: true,
    });
  });

  it('is not a roll that nobody has begun before its hour', () => {
    const untouched = tally({ present: 0, excused: 0, unexcused: 0, unmarked: 438 });
    expect(debtsOf([open([lesson(2, '14:00')], [untouched])], [], noon)).toEqual([]);
  });

  it('tells of cells in no class and in two', () => {
    const place = { cellId: 'a', name: 'Chi bộ 1' };
    const plan = open([lesson(2, '14:00')], [tally({ unmarked: 438 })], {
      inNoClass: [place, place],
      inSeveralClasses: [place],
    });
    expect(debtsOf([plan], [], { ...noon, day: '2021-01-10' }).map(({ title }) => title)).toContain(
      '2 chi bộ chưa có lớp, 1 chi bộ ở hai lớp',
    );
  });

  it('keeps the absent and the draft of the last closed session, and forgets those of years ago', () => {
    const closed = { classId: 'x', name: 'Lớp 1', closedAt: '2020-12-08T10:00:00Z', tally: tally() };
    const past = (sessionId: string, firstDay: string) => ({
      ...{ sessionId, title: 'Kết luận 14', firstDay, classes: [closed] },
      tally: tally({ excused: 20, unexcused: 13 }),
    });
    const debts = debtsOf([], [past('late', '2020-09-01'), past('early', '2018-12-08')], noon);
    expect(debts.map(({ title }) => title)).toEqual(['33 đảng viên vắng còn nợ học', 'Báo cáo kết quả còn là dự thảo']);
  });
});

describe('The sessions the home page reads', () => {
  it('are the open ones nearest to today', () => {
    const summary = (id: string, firstDay: string, closedClassCount: number) => ({
      ...{ id, firstDay, closedClassCount, classCount: 2, title: id },
      ...{ kind: 'study' as const, mode: 'direct' as const },
    });
    const all = [summary('far', '2021-09-01', 0), summary('closed', '2021-01-15', 2), summary('near', '2021-01-18', 1)];
    expect(nearest(all, noon.day, 2).map(({ id }) => id)).toEqual(['near', 'far']);
  });
});
