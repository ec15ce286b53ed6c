import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPaper } from '../reports/support/read-paper.js';
import { roleHolder, viewerFromAbove } from './support/role-holder.js';
import { type StudyClass, StudyDay } from './support/study-day.js';

let day: StudyDay;
let one: StudyClass;

beforeAll(async () => {
  day = await StudyDay.prepare();
  await day.make('POST', `/members/${day.member(0, 2)}/exemptions`, { kind: 'poor-health', from: '2020-01-01' });
  await day.make('PATCH', `/members/${day.member(0, 0)}`, { citizenNumber: '001085012345', phone: '0912345678' });
  one = await day.plan();
  const absent = [
    { memberId: day.member(0, 0), kind: 'excused', reason: 'illness' },
    { memberId: day.member(0, 1), kind: 'excused', reason: 'treatment' },
  ];
  await day.callRoll(one, 0, absent);
  await day.callRoll(one, 1);
  const taken = { kind: 'excused', reason: 'treatment', note: 'Mổ tim ở bệnh viện', takenAt: '2021-01-16T03:00:00Z' };
  await day.mark(one, randomUUID(), day.member(0, 0), taken);
});
afterAll(() => day.test.stop());

describe('why somebody is absent', () => {
  it('is in no paper: names come with "có lý do" alone, in every format', async () => {
    const papers = ['pdf', 'docx', 'xlsx'].flatMap((format) =>
      ['attendance-list', 'result-report'].map((report) => [report, format] as const),
    );
    for (const [report, format] of papers) {
      const of = report === 'attendance-list' ? `?classId=${one.classId}` : '';
      const answer = await day.test.call('GET', `/sessions/${one.sessionId}/reports/${report}/${format}${of}`);
      expect(answer.status, `${report} ${format}`).toBe(200);
      const { text, rows } = await readPaper(format, answer.raw);
      const all = [text, ...rows.flat()].join(' ');
      expect(all, `${report} ${format}`).not.toMatch(
        /Mổ tim|ốm|điều trị|bệnh|sức khỏe|illness|treatment|health|2345|5678/i,
      );
      if (report === 'attendance-list') expect(all).toMatch(/Vắng có lý do/);
    }
  });

  it('is told, with the note, to those of the committee who may read the roll with its names', async () => {
    const { marks } = await day.make<{ marks: object[] }>('GET', `/sittings/${one.sittingId}/marks`);
    expect(marks).toContainEqual(expect.objectContaining({ reason: 'treatment', note: 'Mổ tim ở bệnh viện' }));
    const own = await roleHolder(day.test, 'cell-secretary', day.cell(0));
    expect((await own('GET', `/sittings/${one.sittingId}/marks`)).raw.toString()).toContain('Mổ tim');
  });

  it('is kept from other cells, from viewers, and from superiors who see names', async () => {
    const other = await roleHolder(day.test, 'cell-secretary', day.cell(1));
    const viewer = await roleHolder(day.test, 'viewer');
    const feed = `/sittings/${one.sittingId}/marks`;
    const ofMember = `/sittings/${one.sittingId}/members/${day.member(0, 0)}/marks`;
    expect((await other('GET', feed)).raw.toString()).not.toMatch(/Mổ tim|illness|treatment/);
    expect((await viewer('GET', feed)).status).toBe(403);
    await day.make('PATCH', '/committee', { showsNamesAbove: true });
    const above = await viewerFromAbove(day.test);
    for (const path of [feed, ofMember]) {
      const seen = await above('GET', path);
      expect(seen.status, path).toBe(200);
      expect(seen.raw.toString()).toContain('excused');
      expect(seen.raw.toString()).not.toMatch(/Mổ tim|illness|treatment/);
    }
    const roll = await above('GET', `/classes/${one.classId}/roll`);
    expect(roll.raw.toString()).not.toMatch(/illness|treatment|health/);
  });
});
