import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdfOf, png } from '../files/support/made-files.js';
import { startTestApp } from '../support/test-app.js';
import { violationsOf } from './support/axe.js';
import { startWebApp, type Visit, type WebApp } from './support/web-app.js';

let web: WebApp;
let path: string;

beforeAll(async () => {
  const test = await startTestApp();
  await test.firstRun();
  const resolution = {
    title: 'Nghị quyết số 21-NQ/TW',
    issuer: 'Trung ương',
    issuedOn: '2022-06-16',
    level: 'central',
  };
  path = `/resolutions/${String((await test.call('POST', '/resolutions', resolution)).body['id'])}`;
  web = await startWebApp({ test });
});
afterAll(() => web.stop());

async function open(options: Parameters<WebApp['visit']>[0] = {}): Promise<Visit> {
  const visit = await web.visit({ cookie: web.test.cookie(), ...options });
  await visit.page.goto(path);
  await visit.page.getByRole('heading', { name: 'Tệp văn bản' }).waitFor();
  return visit;
}

const choose = ({ page }: Visit, name: string, buffer: Buffer): Promise<void> =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/pdf', buffer });

describe('the files of a resolution', () => {
  it('are sent once the sender has stated that they are no secret, and are kept as they were', async () => {
    const visit = await open();
    const { page, complaints, context } = visit;
    const bytes = await pdfOf();
    await choose(visit, 'Nghị quyết 21.pdf', bytes);
    await page.getByRole('button', { name: 'Gửi tệp', exact: true }).click();
    await page.getByRole('alert').getByText('phải xác nhận').waitFor();
    await page.getByRole('checkbox', { name: 'Tài liệu không thuộc bí mật nhà nước' }).check();
    await page.getByRole('button', { name: 'Gửi tệp', exact: true }).click();
    const link = page.getByRole('link', { name: 'Nghị quyết 21.pdf' });
    await link.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toBe('Nghị quyết 21.pdf');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('are refused in place, with what to do, and the page goes on', async () => {
    const visit = await open();
    const { page, context } = visit;
    await choose(visit, 'ke-hoach.pdf', await pdfOf(['TỐI MẬT']));
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Gửi tệp', exact: true }).click();
    await page.getByText('Tài liệu có dấu chỉ độ mật').waitFor();
    await page.getByRole('button', { name: 'Thôi' }).click();
    await choose(visit, 'ban-chup.png', png());
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Gửi tệp', exact: true }).click();
    await page.getByText('máy không đọc được chữ').waitFor();
    await context.close();
  });

  it.each([
    ['light', 1440],
    ['dark', 1440],
    ['light', 390],
    ['dark', 390],
  ] as const)('can be read by everybody: %s, %i wide', async (colorScheme, width) => {
    const visit = await open({ colorScheme, width });
    const { page, context } = visit;
    await page.getByRole('link', { name: 'ban-chup.png' }).waitFor();
    await choose(visit, 'ke-hoach.pdf', await pdfOf(['MẬT']));
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Gửi tệp', exact: true }).click();
    await page.getByText('Tài liệu có dấu chỉ độ mật').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    if (process.env['LOOK'])
      await page.screenshot({ path: `${process.env['LOOK']}/files-${colorScheme}-${width}.png`, fullPage: true });
    await context.close();
  });

  it('are taken away by those who may', async () => {
    const { page, context } = await open();
    await page.getByRole('button', { name: 'Bỏ tệp ban-chup.png' }).click();
    await page.getByRole('button', { name: 'Bỏ tệp', exact: true }).click();
    await page.getByRole('link', { name: 'ban-chup.png' }).waitFor({ state: 'detached' });
    await context.close();
  });
});
