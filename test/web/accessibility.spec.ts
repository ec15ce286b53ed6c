import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArticleDay, prepareArticleDay } from '../support/article-day.js';
import { today } from '../../src/platform/database/today.js';
import { violationsOf } from './support/axe.js';
import { startWebApp, type Visit, type WebApp } from './support/web-app.js';

let day: ArticleDay;
let web: WebApp;
let requestId: string;
beforeAll(async () => {
  day = await prepareArticleDay();
  const { items } = await day.api.send<{ items: { id: string }[] }>('GET', '/members');
  const request = { memberId: items[0]?.id, kind: 'view', receivedOn: today() };
  requestId = (await day.api.send<{ id: string }>('POST', '/data-requests', request)).id;
  web = await startWebApp({ test: day.test });
});
afterAll(() => web.stop());

/** Every address of the app; `:session` is the article's, `:member` the first of the register, `:resolution` the one studied. */
const pages = [
  ...['/', '/sessions', '/sessions?view=month', '/sessions/new', '/resolutions', '/resolutions/:resolution'],
  ...['/data-requests', '/data-requests/:request', '/data-requests/rules'],
  ...[
    '/members',
    '/members?search=hoa',
    '/members/:member',
    '/cells',
    '/audit',
    '/me',
    '/first-factor',
    '/more',
    '/khong-co-trang-nay',
  ],
  ...['', '/plan', '/classes', '/roll', '/figures', '/documents'].map((part) => `/sessions/:session${part}`),
];

async function addressOf(page: string): Promise<string> {
  const { items } = await day.api.send<{ items: { id: string }[] }>('GET', '/members');
  const resolutions = await day.api.send<{ id: string }[]>('GET', '/resolutions');
  return page
    .replace(':session', day.sessionId)
    .replace(':request', requestId)
    .replace(':member', items[0]?.id ?? '')
    .replace(':resolution', resolutions[0]?.id ?? '');
}

/** Loaded, and nothing under way any more. */
async function settle({ page }: Visit): Promise<void> {
  await page.locator('main, [role=alert]').first().waitFor();
  await page.waitForLoadState('networkidle').catch(() => null);
  await expect.poll(() => page.locator('[aria-label="Đang tải"]').count(), { timeout: 30_000 }).toBe(0);
}

const looks = [
  { width: 1440, colorScheme: 'light' },
  { width: 1440, colorScheme: 'dark' },
  { width: 390, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
] as const;

describe.each(looks)('at $width px in $colorScheme', ({ width, colorScheme }) => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await web.visit({ width, height: width < 720 ? 844 : 900, colorScheme, cookie: day.test.cookie() });
  });
  afterAll(() => visit.context.close());

  it.each(pages)('%s is free of what axe can find, of sideways scrolling and of complaints', async (page) => {
    visit.complaints.length = 0;
    await visit.page.goto(await addressOf(page));
    await settle(visit);
    expect(await violationsOf(visit.page)).toEqual([]);
    const overhang = await visit.page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
    expect(overhang, 'px wider than the window').toBeLessThanOrEqual(0);
    expect(visit.complaints).toEqual([]);
  });
});

describe.each(looks)('before the sign-in, at $width px in $colorScheme', ({ width, colorScheme }) => {
  it('the door is free of what axe can find', async () => {
    const visit = await web.visit({ width, colorScheme });
    await visit.page.goto('/sign-in');
    await visit.page.getByLabel('Mật khẩu').waitFor();
    expect(await violationsOf(visit.page)).toEqual([]);
    await visit.context.close();
  });
});
