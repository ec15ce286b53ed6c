import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SessionFiguresDto } from '../../src/attendance/attendance.dto.js';
import { readPaper } from '../reports/support/read-paper.js';
import { violationsOf } from './support/axe.js';
import { bringRegister, firstRun, planSession, splitByKeys, summon } from './support/day-steps.js';
import { callClassByKeys, closeClass, read, sessionIn } from './support/roll-steps.js';
import { startWebApp, type Visit, type WebApp } from './support/web-app.js';

describe('the day of the article in a browser 1440 px wide', () => {
  let web: WebApp;
  let visit: Visit;
  let sessionId: string;
  beforeAll(async () => {
    web = await startWebApp();
    visit = await web.visit();
  });
  afterAll(() => web.stop());

  it('begins with a first run, whose page axe finds nothing on, light or dark', async () => {
    await visit.page.goto('/first-run');
    await visit.page.getByLabel('Tên đảng bộ cơ sở').waitFor();
    for (const colorScheme of ['dark', 'light'] as const) {
      await visit.page.emulateMedia({ colorScheme });
      await expect.poll(() => violationsOf(visit.page)).toEqual([]);
    }
    await firstRun(visit.page);
    await bringRegister(visit.page);
  });

  it('plans the session with no more than the article gives, and questions its date', async () => {
    await planSession(visit.page);
    await visit.page.keyboard.press('Control+Enter');
    await visit.page.waitForURL('**/classes');
    sessionId = sessionIn(visit.page);
  });

  it('splits the cells into two classes by keys', async () => {
    await splitByKeys(visit.page);
    await summon(visit.page);
  });

  it.each(['Lớp 1', 'Lớp 2'])('calls the roll of %s by keys alone, and closes it', async (name) => {
    await callClassByKeys(visit.page, sessionId, name === 'Lớp 1' ? 0 : 1);
    await closeClass(visit.page, name);
  });

  it('shows the figures that the server counts, each with the names behind it', async () => {
    const { tally } = await read<SessionFiguresDto>(visit.page, `/sessions/${sessionId}/figures`);
    expect(tally).toMatchObject({ total: 930, summoned: 861, unmarked: 0, excused: 44 });
    await visit.page.goto(`/sessions/${sessionId}/figures`);
    await visit.page.getByText(`${tally.present}/${tally.summoned}`).first().waitFor();
    await visit.page.getByRole('link', { name: '44 người vắng có lý do, toàn đảng bộ' }).click();
    await visit.page.locator('.figures-names li').nth(43).waitFor();
    expect(await visit.page.locator('.figures-names li').count()).toBe(44);
  });

  it('shows the report as it will be printed, and downloads it', async () => {
    await visit.page.goto(`/sessions/${sessionId}/documents`);
    await visit.page.locator('canvas[aria-label^="Trang"]').first().waitFor();
    const download = visit.page.waitForEvent('download');
    await visit.page.getByRole('link', { name: 'Tải PDF' }).click();
    const { text } = await readPaper('pdf', await readFile(await (await download).path()));
    expect(text).toContain('Tham gia: 817/861 đồng chí, đạt 94,89 % trên số được triệu tập');
    expect(text).toContain('tại Hội trường Trung đoàn 280');
  });

  it('complained of nothing on the way', () => {
    // Who is not signed in yet is told so once.
    expect(visit.complaints.filter((text) => !text.includes('401'))).toEqual([]);
  });
});
