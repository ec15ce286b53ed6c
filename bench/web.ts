import type { Browser, BrowserContext, CDPSession, Page, Response } from 'playwright-core';
import { openBrowser } from '../test/web/support/browser.js';
import type { SessionDto } from '../src/sessions/session.dto.js';
import type { HttpClient } from './http-client.js';
import { type Measure, measureOf, median } from './measure.js';

const rounds = 3;
const rollMinutes = 30;

/** What the browser costs: bytes of the first page, a roll of the whole ward, its memory. */
export async function measureWeb(client: HttpClient, session: SessionDto): Promise<Measure[]> {
  const sessionId = await wholeWardInOneClass(client, session);
  const browser = await openBrowser();
  try {
    const bytes = await firstPageBytes(browser, client);
    const opened: number[] = [];
    for (let round = 0; round < rounds; round += 1) opened.push(await timeToRoll(browser, client, sessionId));
    return [bytes, rollTime(median(opened)), ...(await memoryOfRoll(browser, client, sessionId))];
  } finally {
    await browser.close();
  }
}

/** A session whose one class has every cell, with its roll. */
async function wholeWardInOneClass(client: HttpClient, { classes }: SessionDto): Promise<string> {
  const heldOn = new Date().toISOString().slice(0, 10);
  const { id } = await client.json<SessionDto>('POST', '/sessions', {
    kind: 'study',
    title: 'Cả phường',
    mode: 'direct',
  });
  await client.json('POST', `/sessions/${id}/classes`, {
    ...{ mode: 'direct', venue: 'Hội trường', cellIds: classes.flatMap(({ cellIds }) => cellIds) },
    sittings: [{ heldOn, startsAt: '08:00', endsAt: '11:30' }],
  });
  await client.json('POST', `/sessions/${id}/summons`);
  return id;
}

async function visit(browser: Browser, client: HttpClient): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'vi-VN' });
  const [name = '', value = ''] = client.cookie.split('=');
  await context.addCookies([{ name, value, url: client.url }]);
  return { context, page: await context.newPage() };
}

/** Everything that came over the wire before anything was painted, fonts and data too; nothing was kept from before. */
async function firstPageBytes(browser: Browser, client: HttpClient): Promise<Measure> {
  const { context, page } = await visit(browser, client);
  await page.goto(client.url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const bytes = (await page.evaluate(`new Promise((resolve) => new PerformanceObserver((list) => {
    const [paint] = list.getEntriesByName('first-contentful-paint');
    if (!paint) return;
    const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
    resolve(all.filter((each) => each.responseStart <= paint.startTime).reduce((sum, each) => sum + each.transferSize, 0));
  }).observe({ type: 'paint', buffered: true }))`)) as number;
  await context.close();
  return measureOf({
    ...{ name: 'bytes of the first page before its first paint', value: bytes / 1000, unit: 'kB', reference: null },
    ...{ goal: '≤ 350 kB', isMet: ({ value }: Measure) => value <= 350 },
  });
}

const rollUrl = (client: HttpClient, sessionId: string): string => `${client.url}/sessions/${sessionId}/roll`;

/** From the address to a name field that takes letters, nothing kept from before. @returns ms */
async function timeToRoll(browser: Browser, client: HttpClient, sessionId: string): Promise<number> {
  const { context, page } = await visit(browser, client);
  const startedAt = performance.now();
  await page.goto(rollUrl(client, sessionId));
  await page.getByRole('textbox').first().fill('ho');
  const elapsed = performance.now() - startedAt;
  await context.close();
  return elapsed;
}

const rollTime = (value: number): Measure =>
  measureOf({
    ...{ name: 'roll of the whole ward, from its address to the first letter', value, unit: 'ms', reference: null },
    ...{ goal: null, isMet: null },
  });

async function heapMegabytes(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return usedSize / 2 ** 20;
}

/** Half an hour of the page's own clock, each of its polls a real request: before and after, swept. */
async function memoryOfRoll(browser: Browser, client: HttpClient, sessionId: string): Promise<Measure[]> {
  const { context, page } = await visit(browser, client);
  await page.clock.install();
  await page.goto(rollUrl(client, sessionId));
  await page.getByRole('textbox').first().waitFor();
  const cdp = await context.newCDPSession(page);
  const isPoll = (response: Response): boolean => response.url().includes('/marks');
  const poll = async (): Promise<void> => {
    const answered = page.waitForResponse(isPoll);
    await page.clock.runFor(2_000);
    await (await answered).finished();
  };
  for (let warm = 0; warm < 5; warm += 1) await poll();
  const before = await heapMegabytes(cdp);
  const polls = rollMinutes * 30;
  for (let count = 0; count < polls; count += 1) await poll();
  const after = await heapMegabytes(cdp);
  await context.close();
  const name = `memory of a roll after ${rollMinutes} minutes of its clock, ${polls} polls`;
  return [measureOf({ name, value: after, unit: 'MB', reference: before, goal: null, isMet: null })];
}
