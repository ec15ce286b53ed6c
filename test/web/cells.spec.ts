import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareArticleDay } from '../support/article-day.js';
import { plantManyCells } from '../support/many-cells.js';
import { violationsOf } from './support/axe.js';
import { startWebApp, type Visit, type WebApp } from './support/web-app.js';

interface Unit {
  id: string;
  name: string;
}

let web: WebApp;
let cookie: string;
let databaseUrl: string;
let units: Map<string, string>;
beforeAll(async () => {
  const day = await prepareArticleDay();
  cookie = day.test.cookie();
  databaseUrl = day.test.databaseUrl;
  const large = { name: 'Đảng bộ Đông', kind: 'committee', foundedOn: '2004-01-01' };
  const { id: parentId } = await day.api.send<Unit>('POST', '/units', large);
  await day.api.send('POST', '/units', { ...large, name: 'Bộ phận Đông', parentId });
  units = new Map((await day.api.send<Unit[]>('GET', '/units')).map(({ id, name }) => [name, id]));
  const rename = { from: '2025-07-01', name: 'Chi bộ 20A', document: { number: '31-QĐ/ĐU' } };
  await day.api.send('POST', `/units/${units.get('Chi bộ 20')}/changes`, rename);
  web = await startWebApp({ test: day.test });
});
afterAll(() => web.stop());

describe.each([
  { width: 1440, colorScheme: 'light' as const },
  { width: 390, colorScheme: 'dark' as const },
])('the tree at $width px in $colorScheme', ({ width, colorScheme }) => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await web.visit({ width, height: 900, colorScheme, cookie });
  });
  afterAll(() => visit.context.close());

  it('is shown as of an earlier day by the keys of the slider, and says so', async () => {
    const { page } = visit;
    await page.goto('/cells');
    await page.getByRole('button', { name: 'Chi bộ 20A' }).waitFor();
    const slider = page.getByRole('slider');
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    await page.getByText('Sổ tính đến 01/07/2025', { exact: true }).waitFor();
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    await page.getByText('Sổ tính đến 01/07/2013', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Chi bộ 20', exact: true }).waitFor();
    expect(await slider.getAttribute('aria-valuetext')).toBe('01/07/2013');
    await expect.poll(() => violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Về hôm nay' }).click();
    await page.getByRole('button', { name: 'Chi bộ 20A' }).waitFor();
  });

  it('tells of two cells what their merger would do before it is done, and takes it back', async () => {
    const { page } = visit;
    await page.goto(`/cells?cell=${units.get('Chi bộ 1')}`);
    await page.getByRole('button', { name: 'Nhập chi bộ' }).click();
    await page.getByLabel('Nhập Chi bộ 1 với').click();
    await page.keyboard.type('chi bo 2');
    await page.keyboard.press('Enter');
    await page.getByLabel('Tên từ ngày ấy').fill('Chi bộ 1 mới');
    await page.getByLabel('Quyết định số').fill('52-QĐ/ĐU');
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await page.getByText(/^Chi bộ 2 nhập vào Chi bộ 1 mới từ .*: 44 đảng viên chuyển sinh hoạt/).waitFor();
    await expect.poll(() => violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Nhập 2 chi bộ thành Chi bộ 1 mới' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Chi bộ 1 mới', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Chi bộ 2 nhập vào Chi bộ 1 mới').waitFor();
    await dialog.getByText(/52-QĐ\/ĐU/).waitFor();
    await dialog.getByRole('button', { name: 'Lấy lại' }).click();
    await page.locator('.ant-popconfirm').getByRole('button', { name: 'Lấy lại' }).click();
    await page.getByRole('button', { name: 'Chi bộ 2', exact: true }).waitFor({ state: 'attached' });
    await dialog.getByText('Chi bộ 2 nhập vào Chi bộ 1 mới').waitFor({ state: 'hidden' });
  });

  it('complains of nothing', () => expect(visit.complaints).toEqual([]));
});

it('a tree that is too large to be answered at once is gone down level by level', async () => {
  const units = await web.test.call('GET', '/units');
  const top = (units.body as unknown as Unit[]).find(({ name }) => name === 'Bộ phận Đông');
  await plantManyCells(databaseUrl, top?.id ?? '', 5000 - units.body.length + 1);
  const { page, context } = await web.visit({ cookie });
  await page.goto('/cells');
  await page.getByRole('button', { name: 'Đảng bộ Đông' }).click();
  await page.getByRole('button', { name: 'Bộ phận Đông' }).waitFor();
  expect(await page.getByRole('button', { name: 'Chi bộ 15' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Lên cấp trên' }).click();
  await page.getByRole('button', { name: 'Chi bộ 15' }).waitFor();
  await context.close();
});
