import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArticleDay, prepareArticleDay } from '../support/article-day.js';
import { violationsOf } from './support/axe.js';
import { startWebApp, type Visit, type WebApp } from './support/web-app.js';

let day: ArticleDay;
let web: WebApp;
beforeAll(async () => {
  day = await prepareArticleDay();
  web = await startWebApp({ test: day.test });
});
afterAll(() => web.stop());

describe.each([
  { width: 1440, colorScheme: 'light' as const },
  { width: 390, colorScheme: 'dark' as const },
])('what opens over a page at $width px in $colorScheme', ({ width, colorScheme }) => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await web.visit({ width, height: 900, colorScheme, cookie: day.test.cookie() });
  });
  afterAll(() => visit.context.close());

  it('is free of what axe can find: a calendar', async () => {
    await visit.page.goto('/sessions/new');
    await visit.page.getByLabel('Ngày', { exact: true }).click();
    await visit.page.locator('.ant-picker-body').waitFor();
    await expect.poll(() => violationsOf(visit.page)).toEqual([]);
  });

  it('is free of what axe can find: a list to choose from', async () => {
    await visit.page.goto('/members');
    await visit.page.getByText('Mọi chi bộ').first().click();
    await visit.page.getByText('Chi bộ 11').last().waitFor();
    await expect.poll(() => violationsOf(visit.page)).toEqual([]);
  });

  it('is free of what axe can find: the search, and it leads to a person', async () => {
    await visit.page.goto('/');
    await visit.page.getByRole('heading', { level: 1 }).waitFor();
    await visit.page.keyboard.press('Control+k');
    await visit.page.getByLabel('Tên người, hội nghị hoặc nghị quyết').fill('nguyen thi');
    await visit.page.locator('.search-hits .chosen').waitFor();
    await expect.poll(() => violationsOf(visit.page)).toEqual([]);
    await visit.page.keyboard.press('Enter');
    await visit.page.waitForURL('**/members/**');
  });

  it('breaks no rule of the page’s policy', () => {
    expect(visit.complaints).toEqual([]);
  });
});
