import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RollDto } from '../../src/attendance/attendance.dto.js';
import type { PersonOnRoll } from '../../src/attendance/roll.types.js';
import { type StudyClass, StudyDay } from '../api/support/study-day.js';
import { violationsOf } from './support/axe.js';
import { plain, read } from './support/roll-steps.js';
import { startWebApp, type Visit, type WebApp } from './support/web-app.js';

let day: StudyDay;
let web: WebApp;
beforeAll(async () => {
  day = await StudyDay.prepare();
  web = await startWebApp({ test: day.test });
});
afterAll(() => web.stop());

const roll = ({ classId }: StudyClass): Promise<RollDto> => day.make('GET', `/classes/${classId}/roll`);
const namesOf = (people: PersonOnRoll[]): string[] => people.map(({ fullName }) => fullName);

async function openRoll({ sessionId }: StudyClass, cookie = day.test.cookie()): Promise<Visit> {
  const visit = await web.visit({ cookie });
  await visit.page.goto(`/sessions/${sessionId}/roll`);
  await visit.page.getByLabel('Tên người cần ghi').waitFor();
  return visit;
}

async function markByName({ page }: Visit, name: string, key = 'Enter'): Promise<void> {
  await page.getByLabel('Tên người cần ghi').fill(plain(name));
  await page.keyboard.press(key);
}

/** As the browser's own session sees it: the test's app may have gone. */
const seen = async (page: Page, { classId }: StudyClass, name: string): Promise<string | undefined> =>
  (await read<RollDto>(page, `/classes/${classId}/roll`)).people.find(({ fullName }) => fullName === name)?.attendance;

const attendanceOf = async (planned: StudyClass, name: string): Promise<string | undefined> =>
  (await roll(planned)).people.find(({ fullName }) => fullName === name)?.attendance;

describe('a roll by keys', () => {
  it('takes part of a name without tones, in the four states, and undoes', async () => {
    const planned = await day.plan();
    const [first = '', second = '', third = ''] = namesOf((await roll(planned)).people);
    const visit = await openRoll(planned);
    await markByName(visit, first);
    await markByName(visit, second, 'Alt+KeyL');
    await markByName(visit, third, 'Alt+KeyK');
    await expect.poll(() => attendanceOf(planned, third)).toBe('unexcused');
    expect([await attendanceOf(planned, first), await attendanceOf(planned, second)]).toEqual(['present', 'excused']);
    await visit.page.keyboard.press('Control+KeyZ');
    await expect.poll(() => attendanceOf(planned, third)).toBe('unmarked');
    expect(await violationsOf(visit.page)).toEqual([]);
    await visit.context.close();
  });

  it('shows each of two clerks what the other has marked, without a reload', async () => {
    const planned = await day.plan();
    const [first = '', second = ''] = namesOf((await roll(planned)).people);
    const { headers, displayName } = await day.colleague();
    const [mine, other] = [await openRoll(planned), await openRoll(planned, headers.cookie)];
    await markByName(mine, first);
    await markByName(other, second);
    const row = (visit: Visit, name: string) =>
      visit.page.locator('[data-row]', { hasText: name }).getByText(/\dh\d\d/);
    await row(mine, second).waitFor();
    await row(other, first).waitFor();
    await mine.page.getByText(displayName).first().waitFor();
    await Promise.all([mine.context.close(), other.context.close()]);
  });
});

describe('with the server gone in the middle of a roll', () => {
  it('loses nothing that was typed, says so, outlives a reload, and sends it when the server is back', async () => {
    const planned = await day.plan();
    const [first = '', second = '', third = ''] = namesOf((await roll(planned)).people);
    const visit = await openRoll(planned);
    const { page, context } = visit;
    await markByName(visit, first);
    await expect.poll(() => attendanceOf(planned, first)).toBe('present');

    const before = await roll(planned);
    expect(before.tally.present).toBe(1);
    await web.halt();
    await markByName(visit, second);
    await markByName(visit, third, 'Alt+KeyL');
    await page.getByText('2 lượt vừa ghi đang giữ trên máy này').waitFor();
    expect(await page.getByText('chờ gửi').count()).toBeGreaterThan(1);
    expect(await violationsOf(page)).toEqual([]);

    await web.resume();
    await page.reload();
    await expect.poll(() => seen(page, planned, second), { timeout: 30_000 }).toBe('present');
    await expect.poll(() => seen(page, planned, third), { timeout: 30_000 }).toBe('excused');
    await expect.poll(() => page.getByText('chờ gửi').count()).toBe(0);
    await context.close();
  });
});
