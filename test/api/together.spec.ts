import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MarkFeedDto, SessionTallyDto } from '../../src/attendance/attendance.dto.js';
import type { CellStrengthDto } from '../../src/members/member-record.dto.js';
import { type StudyClass, StudyDay, takenAt } from './support/study-day.js';

let day: StudyDay;
beforeAll(async () => {
  day = await StudyDay.prepare();
});
afterAll(() => day.test.stop());

describe('two people at one roll', () => {
  let planned: StudyClass;
  const feed = (since?: Date | string): Promise<MarkFeedDto> =>
    day.make('GET', `/sittings/${planned.sittingId}/marks${since ? `?since=${String(since)}` : ''}`);
  beforeAll(async () => {
    planned = await day.plan();
  });

  it('see each other’s marks with who made them, when and how', async () => {
    const { headers, displayName } = await day.colleague();
    const id = randomUUID();
    const mark = { memberId: day.member(0, 0), kind: 'present', method: 'name', device: 'Cửa chính', takenAt };
    await day.test.call('PUT', `/sittings/${planned.sittingId}/marks/${id}`, mark, headers);
    const { marks, until } = await feed();
    expect(marks).toMatchObject([{ id, memberId: day.member(0, 0), kind: 'present', takenBy: displayName, takenAt }]);
    expect(marks[0]?.device).toBe('Cửa chính');
    expect(Date.parse(String(until))).toBeGreaterThan(Date.parse(takenAt));
  });

  it('miss nothing that came in since they last asked, and need not read all of it again', async () => {
    const { until } = await feed();
    const id = randomUUID();
    await day.mark(planned, id, day.member(0, 1));
    expect((await feed(until)).marks.map((mark) => mark.id)).toContain(id);
    const later = new Date(Date.parse(String(until)) + 120_000).toISOString();
    expect((await feed(later)).marks).toEqual([]);
  });

  it('are told of a sitting that is not there, and of a moment that is none', async () => {
    expect((await day.test.call('GET', `/sittings/${randomUUID()}/marks`)).status).toBe(404);
    expect((await day.test.call('GET', `/sittings/${planned.sittingId}/marks?since=hom-qua`)).status).toBe(422);
  });
});

describe('the latest sessions with their figures', () => {
  it('come latest first, those without a roll left out', async () => {
    const earlier = await day.plan({ heldOn: '2020-12-08', session: { title: 'Hội nghị tháng 12' } });
    await day.plan({ heldOn: '2021-02-01', isSummoned: false });
    await day.callRoll(earlier, 0);
    const tallies = await day.make<SessionTallyDto[]>('GET', '/session-tallies?last=2');
    expect(tallies.map(({ firstDay }) => firstDay)).toEqual(['2021-01-16', '2020-12-08']);
    expect(tallies[1]).toMatchObject({
      title: 'Hội nghị tháng 12',
      tally: { summoned: 4, present: 3, unmarked: 1 },
      classes: [{ classId: earlier.classId, closedAt: null }],
    });
  });

  it('are at least one and at most fifty', async () => {
    expect((await day.test.call('GET', '/session-tallies?last=0')).status).toBe(422);
  });
});

describe('the register by cell', () => {
  it('says who is expected, exempt and away as of a day', async () => {
    const byCell = await day.make<CellStrengthDto[]>('GET', '/members/by-cell?asOf=2021-01-16');
    const of = (cell: number) => byCell.find(({ cellId }) => cellId === day.cell(cell));
    expect(of(0)).toMatchObject({ total: 3, exempt: 0, away: 0, expected: 3, probationary: 0 });
    expect(of(1)).toMatchObject({ total: 2, exempt: 1, away: 0, expected: 1 });
    expect(await day.make('GET', '/members/by-cell?asOf=2001-01-01')).toEqual([]);
  });
});
