import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
  membership: string | null;
  text: string | null;
  paper: { number: string } | null;
}

const enter = async (fullName: string, more: object = {}): Promise<string> => {
  const memberships = [{ cellId: day.cell(0), kind: 'official', from: '2015-01-01' }];
  return (await day.make<{ id: string }>('POST', '/members', { fullName, memberships, ...more })).id;
};
const events = async (id: string): Promise<StoryEvent[]> =>
  (await day.make<{ events: StoryEvent[] }>('GET', `/members/${id}/story`)).events;
const step = (id: string, what: string, body: object) => day.test.call('POST', `/members/${id}/${what}`, body);
const take = (id: string, what: string, body: object) => day.make('POST', `/members/${id}/${what}`, body);
const paper = (number: string) => ({ paper: { number } });

describe('what happens on one day, each with its paper', () => {
  const papers = async (id: string, on: string) => {
    const told = (await events(id)).filter((event) => event.on === on);
    return told.map((event) => [event.kind, event.text ?? event.membership, event.paper?.number ?? null]);
  };

  it('keeps the decisions on two offices apart', async () => {
    const id = await enter('Đinh Mẫu Hai');
    await take(id, 'offices', { title: 'Bí thư', from: '2020-01-01', ...paper('1-QĐ') });
    await take(id, 'offices', { title: 'Tổ trưởng', from: '2020-01-01', ...paper('2-QĐ') });
    expect(await papers(id, '2020-01-01')).toEqual([
      ['office-began', 'Bí thư', '1-QĐ'],
      ['office-began', 'Tổ trưởng', '2-QĐ'],
    ]);
  });

  it('lends no decision to what was entered without one', async () => {
    const id = await enter('Đinh Mẫu Không', { offices: [{ title: 'Bí thư', from: '2020-01-01' }] });
    await take(id, 'offices', { title: 'Tổ trưởng', from: '2020-01-01', ...paper('2-QĐ') });
    expect(await papers(id, '2020-01-01')).toEqual([
      ['office-began', 'Bí thư', null],
      ['office-began', 'Tổ trưởng', '2-QĐ'],
    ]);
  });

  it('keeps the letter of a transfer apart from that of the residence', async () => {
    const id = await enter('Đinh Mẫu Giấy');
    await take(id, 'memberships', { cellId: day.cell(1), kind: 'residence', from: '2020-01-01', ...paper('1-NCT') });
    await take(id, 'memberships', { cellId: day.cell(1), kind: 'official', from: '2020-01-01', ...paper('2-GGT') });
    expect(await papers(id, '2020-01-01')).toEqual([
      ['membership-began', 'official', '2-GGT'],
      ['membership-began', 'residence', '1-NCT'],
    ]);
  });

  it('tells of the office that ends where another begins', async () => {
    const id = await enter('Đinh Mẫu Thôi');
    await take(id, 'offices', { title: 'Cấp ủy viên', from: '2020-01-01' });
    await take(id, 'offices', { title: 'Tổ trưởng', from: '2022-01-01', ...paper('7-QĐ') });
    const ending = { of: 'office', title: 'Cấp ủy viên', from: '2020-01-01', on: '2022-01-01', ...paper('8-QĐ') };
    await take(id, 'endings', ending);
    expect(await papers(id, '2022-01-01')).toEqual([
      ['office-began', 'Tổ trưởng', '7-QĐ'],
      ['office-ended', 'Cấp ủy viên', '8-QĐ'],
    ]);
  });
});

describe('the day of recognition', () => {
  const probationary = { admittedOn: '2019-02-03', birthYear: 1990 };
  const late = refused(409, 'member.official-after-leaving');

  it('lies before the day on which he went, whichever is recorded first, and where it is corrected', async () => {
    const dead = await enter('Mai Mẫu Mất', probationary);
    await take(dead, 'departure', { on: '2020-05-01', reason: 'deceased' });
    expect(await step(dead, 'recognition', { on: '2020-05-01' })).toMatchObject(late);
    expect(await day.test.call('PATCH', `/members/${dead}`, { officialOn: '2021-01-01' })).toMatchObject(late);
    expect(await step(dead, 'recognition', { on: '2020-04-30' })).toMatchObject({ status: 200 });
    const official = await enter('Mai Mẫu Sau', probationary);
    await take(official, 'recognition', { on: '2020-02-03' });
    expect(await step(official, 'departure', { on: '2020-02-03', reason: 'removed' })).toMatchObject(late);
    expect(await step(official, 'departure', { on: '2020-02-04', reason: 'removed' })).toMatchObject({ status: 200 });
  });

  it('may lie between going and coming back: it was another committee that recognised him', async () => {
    const id = await enter('Mai Mẫu Về', probationary);
    await take(id, 'departure', { on: '2020-01-01', reason: 'moved-out' });
    await take(id, 'memberships', { cellId: day.cell(1), kind: 'official', from: '2022-01-01' });
    expect(await step(id, 'recognition', { on: '2020-06-01' })).toMatchObject({ status: 200 });
  });

  it('needs the day of admission: without one he counts as official already', async () => {
    const id = await enter('Mai Mẫu Thiếu');
    expect(await step(id, 'recognition', { on: '2020-01-01' })).toMatchObject(refused(409, 'member.no-admission'));
  });
});

it('nobody is transferred to the cell where he takes part', async () => {
  const id = await enter('Lý Mẫu Đây');
  const here = { cellId: day.cell(0), kind: 'official', from: '2020-01-01' };
  expect(await step(id, 'memberships', here)).toMatchObject(refused(422, 'validation'));
  await take(id, 'memberships', { ...here, cellId: day.cell(1) });
  expect(await step(id, 'memberships', { ...here, from: '2021-01-01' })).toMatchObject({ status: 201 });
});
