import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../src/platform/database/today.js';
import { ask } from '../migrations/support/catalog.js';
import { trailOf } from '../support/audit-trail.js';
import { refused } from './support/office.js';
import { StudyDay } from './support/study-day.js';

let day: StudyDay;

beforeAll(async () => {
  day = await StudyDay.prepare();
});
afterAll(() => day.test.stop());

interface StoryEvent {
  on: string;
  kind: string;
  cellName: string | null;
  text: string | null;
  reason: string | null;
  paper: { number: string; on: string | null } | null;
}
interface Story {
  events: StoryEvent[];
  lastStep: { id: string; kind: string } | null;
}

const enter = async (fullName: string, more: object = {}): Promise<string> => {
  const memberships = [{ cellId: day.cell(0), kind: 'official', from: '2015-01-01' }];
  return (await day.make<{ id: string }>('POST', '/members', { fullName, memberships, ...more })).id;
};
const story = (id: string): Promise<Story> => day.make('GET', `/members/${id}/story`);
const person = (id: string): Promise<Record<string, unknown>> => day.make('GET', `/members/${id}`);
const step = (id: string, what: string, body: object) => day.test.call('POST', `/members/${id}/${what}`, body);
const takeBack = async (id: string) => {
  const { lastStep } = await story(id);
  return day.test.call('DELETE', `/members/${id}/steps/${lastStep?.id}`);
};
const isListed = async (name: string, asOf: string): Promise<boolean> => {
  const { items } = await day.make<{ items: { fullName: string }[] }>('GET', `/members?asOf=${asOf}&pageSize=200`);
  return items.some(({ fullName }) => fullName === name);
};

describe('a probationary member', () => {
  const probationary = { admittedOn: '2024-02-03', birthYear: 1999 };

  it('is recognised on a day, with the decision, and counts as a full one from then on', async () => {
    const id = await enter('Ngô Mẫu Dự', probationary);
    const paper = { number: '15-QĐ/ĐU', on: '2025-02-20' };
    expect(await step(id, 'recognition', { on: '2025-02-03', paper })).toMatchObject({
      ...{ status: 200, body: { officialOn: '2025-02-03' } },
    });
    const items = async (asOf: string) =>
      (await day.make<{ items: { id: string; standing: string }[] }>('GET', `/members?asOf=${asOf}&pageSize=200`))
        .items;
    const standing = async (asOf: string) => (await items(asOf)).find((each) => each.id === id)?.standing;
    expect(await standing('2025-02-02')).toBe('probationary');
    expect(await standing('2025-02-03')).toBe('official');
    const [newest] = (await story(id)).events;
    expect(newest).toMatchObject({ kind: 'official', on: '2025-02-03', paper });
    const entry = (await trailOf(day.test.databaseUrl)).find(({ action }) => action === 'member.recognised');
    expect(entry?.told).toMatchObject({ on: '2025-02-03', paper: '15-QĐ/ĐU' });
    expect(await step(id, 'recognition', { on: '2025-03-03' })).toMatchObject(refused(409, 'member.already-official'));
  });

  it('is not recognised before the admission, nor on a day to come', async () => {
    const id = await enter('Ngô Mẫu Sớm', probationary);
    expect(await step(id, 'recognition', { on: '2024-02-02' })).toMatchObject(
      refused(422, 'member.official-before-admission'),
    );
    expect(await step(id, 'recognition', { on: '2090-01-01' })).toMatchObject(refused(422, 'validation'));
    expect(await step(id, 'recognition', { on: 'x' })).toMatchObject(refused(422, 'validation'));
  });

  it('is one again where the recognition is taken back', async () => {
    const id = await enter('Ngô Mẫu Lại', probationary);
    const before = await person(id);
    await step(id, 'recognition', { on: '2025-02-03' });
    expect(await takeBack(id)).toMatchObject({ status: 200, body: { officialOn: null } });
    expect(await person(id)).toEqual(before);
    expect((await story(id)).lastStep).toBeNull();
  });
});

describe('who goes', () => {
  const office = { offices: [{ title: 'Phó Bí thư', from: '2020-01-01' }] };
  const exempt = {
    exemptions: [
      { kind: 'old-age', from: '2019-01-01', to: '2020-01-01' },
      { kind: 'treatment', from: '2030-01-01' },
    ],
  };

  it('belongs nowhere from that day on; the days before stay as they were', async () => {
    const id = await enter('Bùi Mẫu Đi', { ...office, exemptions: [exempt.exemptions[1]] });
    const paper = { number: '03-GGT' };
    const answer = await step(id, 'departure', { on: '2024-05-01', reason: 'moved-out', paper });
    expect(answer).toMatchObject({ status: 200, body: { left: { on: '2024-05-01', reason: 'moved-out' } } });
    expect(answer.body).toMatchObject({ exemptions: [], offices: [{ valid: { to: '2024-05-01' } }] });
    expect(await isListed('Bùi Mẫu Đi', '2024-04-30')).toBe(true);
    expect(await isListed('Bùi Mẫu Đi', '2024-05-01')).toBe(false);
    expect((await story(id)).events[0]).toMatchObject({
      kind: 'left',
      reason: 'moved-out',
      paper: { ...paper, on: null },
    });
    expect((await story(id)).events.map(({ kind }) => kind)).not.toContain('membership-ended');
  });

  it('is back as he was where that is taken back', async () => {
    const id = await enter('Bùi Mẫu Nhầm', { ...office, ...exempt });
    await day.make('POST', `/members/${id}/aways`, { from: '2021-01-01', to: '2021-06-01', place: 'Huế' });
    const before = await person(id);
    await step(id, 'departure', { on: '2024-05-01', reason: 'deceased' });
    expect(await takeBack(id)).toMatchObject({ status: 200 });
    expect(await person(id)).toEqual(before);
  });

  it('may come back later, the dead do not; and nothing reaches over the day', async () => {
    const gone = await enter('Bùi Mẫu Về');
    await step(gone, 'departure', { on: '2024-05-01', reason: 'moved-out' });
    const back = { cellId: day.cell(1), kind: 'official', from: '2025-01-01' };
    const across = { from: '2024-03-01', kind: 'treatment' };
    expect(await step(gone, 'exemptions', across)).toMatchObject(refused(409, 'member.left'));
    expect(await step(gone, 'memberships', back)).toMatchObject({ status: 201, body: { left: null } });
    const dead = await enter('Bùi Mẫu Mất');
    await step(dead, 'departure', { on: '2024-05-01', reason: 'deceased' });
    expect(await step(dead, 'memberships', back)).toMatchObject(refused(409, 'member.left'));
    expect((await person(dead))['left']).toMatchObject({ reason: 'deceased' });
  });

  it('does not go twice, from nowhere, for no reason or on a day to come', async () => {
    const id = await enter('Bùi Mẫu Hai');
    expect(await step(id, 'departure', { on: '2015-01-01', reason: 'removed' })).toMatchObject(
      refused(409, 'member.nowhere'),
    );
    await step(id, 'departure', { on: '2024-05-01', reason: 'expelled' });
    expect(await step(id, 'departure', { on: '2024-06-01', reason: 'expelled' })).toMatchObject(
      refused(409, 'member.nowhere'),
    );
    expect(await step(id, 'departure', { on: '2024-06-01', reason: 'x' })).toMatchObject(refused(422, 'validation'));
    expect(await step(id, 'departure', { on: '2090-06-01', reason: 'removed' })).toMatchObject(
      refused(422, 'validation'),
    );
  });

  it('changes no list that is closed', async () => {
    const id = day.member(0, 2);
    const { sessionId } = await day.closed();
    const before = await day.make('GET', `/sessions/${sessionId}/figures`);
    await step(id, 'departure', { on: '2021-01-10', reason: 'removed' });
    expect(await day.make('GET', `/sessions/${sessionId}/figures`)).toEqual(before);
    await takeBack(id);
  });
});

describe('a transfer within the committee', () => {
  it('has the number of its paper, and is taken back', async () => {
    const id = await enter('Cao Mẫu Chuyển');
    const before = await person(id);
    const paper = { number: '08-GTSHĐ', on: '2025-01-02' };
    await step(id, 'memberships', { cellId: day.cell(1), kind: 'official', from: '2025-01-05', paper });
    expect((await story(id)).events[0]).toMatchObject({ kind: 'membership-began', cellName: 'Chi bộ 2', paper });
    expect((await story(id)).events.map(({ kind }) => kind)).toEqual(['membership-began', 'membership-began']);
    expect(await takeBack(id)).toMatchObject({ status: 200 });
    expect(await person(id)).toEqual(before);
  });

  it('is the last step alone that is taken back, and only as it left things', async () => {
    const id = await enter('Cao Mẫu Bước');
    await step(id, 'offices', { title: 'Bí thư', from: '2020-01-01' });
    const first = (await story(id)).lastStep?.id;
    await step(id, 'offices', { title: 'Cấp ủy viên', from: '2020-01-01' });
    expect(await day.test.call('DELETE', `/members/${id}/steps/${first}`)).toMatchObject(
      refused(409, 'member.not-last-step'),
    );
    await ask(day.test.databaseUrl, `DELETE FROM member_office WHERE member_id = $1 AND title = 'Bí thư'`, [id]);
    expect(await takeBack(id)).toMatchObject(refused(409, 'member.changed-since-step'));
  });
});

describe('what holds for a time', () => {
  it('ends on a day that is said, of whatever kind it is', async () => {
    const id = await enter('Đào Mẫu Hết', { exemptions: [{ kind: 'treatment', from: '2022-01-01' }] });
    await step(id, 'memberships', { cellId: day.cell(1), kind: 'residence', from: '2021-01-01' });
    await step(id, 'aways', { from: '2022-01-01', place: 'Vinh' });
    await step(id, 'offices', { title: 'Bí thư', from: '2020-01-01' });
    const ends = [
      { of: 'exemption', from: '2022-01-01', on: '2023-01-01' },
      { of: 'residence', from: '2021-01-01', on: '2023-02-01' },
      { of: 'away', from: '2022-01-01', on: '2023-03-01' },
      { of: 'office', title: 'Bí thư', from: '2020-01-01', on: '2023-04-01', paper: { number: '9-QĐ/ĐU' } },
    ];
    for (const end of ends) expect(await step(id, 'endings', end)).toMatchObject({ status: 200 });
    expect((await story(id)).events.slice(0, 4).map(({ kind, on }) => [kind, on])).toEqual([
      ['office-ended', '2023-04-01'],
      ['away-ended', '2023-03-01'],
      ['membership-ended', '2023-02-01'],
      ['exemption-ended', '2023-01-01'],
    ]);
    expect((await story(id)).events[0]).toMatchObject({ text: 'Bí thư', paper: { number: '9-QĐ/ĐU' } });
    for (const end of ends) expect(await step(id, 'endings', end)).toMatchObject(refused(422, 'validation'));
  });
});

it('the way of an erased member is gone', async () => {
  const id = await enter('Tạ Mẫu Xóa');
  await step(id, 'departure', { on: '2024-05-01', reason: 'resigned', paper: { number: '1-QĐ' } });
  const request = { memberId: id, kind: 'delete', receivedOn: today() };
  const { id: requestId } = await day.make<{ id: string }>('POST', '/data-requests', request);
  await day.make('POST', `/data-requests/${requestId}/erasure`, {});
  expect(await ask(day.test.databaseUrl, 'SELECT FROM member_step WHERE member_id = $1', [id])).toEqual([]);
  expect((await story(id)).events.map(({ reason }) => reason)).not.toContain('resigned');
});
