import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SessionFiguresDto } from '../../src/attendance/attendance.dto.js';
import { readPaper } from '../reports/support/read-paper.js';
import { violationsOf } from './support/axe.js';
import { bringRegister, firstRun, planSession, summon } from './support/day-steps.js';
import { callClassByTaps, closeClass, read, sessionIn } from './support/roll-steps.js';
import { startWebApp, type Visit, type WebApp } from './support/web-app.js';

describe('the day of the article on a phone 390 px wide', () => {
  let web: WebApp;
  let visit: Visit;
  let sessionId: string;
  beforeAll(async () => {
    web = await startWebApp();
    visit = await web.visit({ width: 390, height: 844 });
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

  it('plans the session', async () => {
    await planSession(visit.page);
    expect(await violationsOf(visit.page)).toEqual([]);
    await visit.page.getByRole('button', { name: 'Lập hội nghị, sang xếp lớp' }).tap();
    await visit.page.waitForURL('**/classes');
    sessionId = sessionIn(visit.page);
  });

  it('lets the machine share out the cells, and summons', async () => {
    await visit.page.getByRole('button', { name: 'Tự xếp lớp theo chỗ ngồi' }).tap();
    await visit.page.getByRole('button', { name: 'Triệu tập 861 người' }).waitFor();
    expect(await violationsOf(visit.page)).toEqual([]);
    await summon(visit.page);
  });

  it.each(['Lớp 1', 'Lớp 2'])('calls the roll of %s with a thumb, and closes it', async (name) => {
    await callClassByTaps(visit.page, sessionId, name === 'Lớp 1' ? 0 : 1);
    // Colours fade for a tenth of a second.
    await expect.poll(() => violationsOf(visit.page)).toEqual([]);
    await closeClass(visit.page, name);
  });

  it('shows the figures and downloads the report', async () => {
    const { tally } = await read<SessionFiguresDto>(visit.page, `/sessions/${sessionId}/figures`);
    expect(tally).toMatchObject({ summoned: 861, present: 817, excused: 44, unmarked: 0 });
    await visit.page.goto(`/sessions/${sessionId}/figures`);
    await visit.page.getByText('817/861').filter({ visible: true }).first().waitFor();
    await visit.page.goto(`/sessions/${sessionId}/documents?paper=result`);
    await visit.page.locator('canvas[aria-label^="Trang"]').first().waitFor();
    const download = visit.page.waitForEvent('download');
    await visit.page.getByRole('link', { name: 'Tải Word' }).tap();
    const { text } = await readPaper('docx', await readFile(await (await download).path()));
    expect(text).toContain('817/861 đồng chí, đạt 94,89 %');
  });

  it('complained of nothing on the way', () => {
    expect(visit.complaints.filter((text) => !text.includes('401'))).toEqual([]);
  });
});
