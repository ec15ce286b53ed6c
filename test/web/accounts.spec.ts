import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../src/platform/database/today.js';
import { goodPassword, Office } from '../api/support/office.js';
import { violationsOf } from './support/axe.js';
import { startWebApp, type Visit, type WebApp } from './support/web-app.js';

let office: Office;
let web: WebApp;

beforeAll(async () => {
  office = await Office.prepare();
  await office.day.plan({ heldOn: today() });
  web = await startWebApp({ test: office.test });
});
afterAll(() => web.stop());

const isWiderThanScreen = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');

/** Waits until the page, with whatever is open over it, has nothing that axe finds, and does not scroll sideways. */
async function requireSound(page: Page, name: string): Promise<void> {
  await page.evaluate('document.fonts.ready.then(() => null)');
  await expect.poll(() => violationsOf(page), { message: name }).toEqual([]);
  expect(await isWiderThanScreen(page), name).toBe(false);
  const folder = process.env['PICTURES'];
  const { width } = page.viewportSize() ?? { width: 0 };
  if (folder) await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
}

/** As a hand does: what opens is looked at when it stands still, and is gone before the next field is reached for. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label, exact: true });
  await field.click();
  const list = page.locator('.ant-select-dropdown:not([class*=ant-slide-]):visible');
  await list.locator('.ant-select-item-option', { hasText: option }).last().click();
  await list.waitFor({ state: 'hidden' });
}

describe.each([
  { width: 1440, colorScheme: 'light' as const },
  { width: 390, colorScheme: 'dark' as const },
])('at $width px in $colorScheme', ({ width, colorScheme }) => {
  let admin: Visit;
  let link: string;
  const visit = (cookie?: string) =>
    web.visit({ width, height: 900, colorScheme, ...(cookie !== undefined && { cookie }) });

  beforeAll(async () => {
    admin = await visit(office.test.cookie());
  });
  afterAll(() => admin.context.close());

  it('an administrator invites somebody and gets a link, once', async () => {
    const { page } = admin;
    await page.goto('/accounts');
    await page.getByRole('button', { name: 'Mời người mới' }).click();
    await page.getByRole('dialog').getByLabel('Họ tên').fill('Trần Thị Mẫu');
    await page.getByLabel('Tên đăng nhập').fill(`tran-mau-${width}`);
    await choose(page, 'Vai trò', 'Bí thư chi bộ');
    await choose(page, 'Ở đâu', 'Chi bộ 2');
    await requireSound(page, 'invite');
    await page.getByRole('button', { name: 'Lập tài khoản, lấy liên kết mời' }).click();
    link = await page.getByLabel('Liên kết', { exact: true }).inputValue();
    expect(link).toMatch(/^http:\/\/localhost:\d+\/invitation#[\w-]{43}$/);
    await requireSound(page, 'link');
    await page.getByRole('button', { name: 'Đã chép xong, đóng' }).click();
    await page.getByRole('link', { name: `tran-mau-${width}` }).waitFor();
    await page.getByText('Chưa nhận lời mời').first().waitFor();
    await requireSound(page, 'accounts');
  });

  it('the invited sets a password and is in, and sees what the role opens', async () => {
    const { page, context, complaints } = await visit();
    await page.goto(link);
    await page.getByRole('heading', { name: 'Đảng ủy phường Thử Nghiệm' }).waitFor();
    await page.getByLabel('Chọn mật khẩu').fill(goodPassword);
    await page.getByLabel('Gõ lại mật khẩu').fill('khác');
    await requireSound(page, 'invitation');
    await page.getByRole('button', { name: 'Đặt mật khẩu và vào làm việc' }).click();
    await page.getByText('Hai lần gõ chưa giống nhau.').waitFor();
    await page.getByLabel('Gõ lại mật khẩu').fill(goodPassword);
    await page.getByRole('button', { name: 'Đặt mật khẩu và vào làm việc' }).click();
    await page.waitForURL(web.url + '/');
    await page.goto('/members');
    await page.getByText('Đỗ Mẫu Dung').first().waitFor();
    expect(await page.getByText('Lê Mẫu Bình').count()).toBe(0);
    await page.goto('/accounts');
    await page.getByText('Tài khoản này không làm phần việc đó').waitFor();
    await page.goto(link);
    await page.getByText('Liên kết không còn dùng được').waitFor();
    expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
    await context.close();
  });

  it('an administrator gives another role, takes it back, and locks the account', async () => {
    const { page } = admin;
    await page.goto('/accounts');
    await page.getByRole('link', { name: `tran-mau-${width}` }).click();
    await page.getByRole('button', { name: 'Sửa họ tên' }).click();
    await page.getByRole('dialog').getByLabel('Họ và tên').fill(`Trần Mẫu Đúng ${width}`);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: `Trần Mẫu Đúng ${width}` }).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Giao vai trò' }).click();
    await choose(page, 'Vai trò', 'Văn phòng');
    await page.getByText('Được xuất tệp').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Giao vai trò' }).click();
    await page.getByText('Văn phòng – toàn đảng bộ – được xuất tệp').waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await requireSound(page, 'account');
    const row = page.getByRole('listitem').filter({ hasText: 'Văn phòng – toàn đảng bộ' });
    await row.getByRole('button', { name: 'Thu hồi' }).click();
    await page.getByRole('tooltip').getByRole('button', { name: 'Thu hồi' }).click();
    await row.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Khóa tài khoản' }).click();
    await page.getByRole('tooltip').getByRole('button', { name: 'Khóa tài khoản' }).click();
    await page.getByRole('button', { name: 'Mở khóa tài khoản' }).waitFor();
    await requireSound(page, 'account-locked');
  });

  it('a device comes in with a code from its own browser, and is put out', async () => {
    const { page } = admin;
    await page.goto('/devices');
    await page.getByRole('button', { name: 'Thêm thiết bị' }).click();
    await choose(page, 'Hội nghị', 'Hội nghị học tập nghị quyết');
    await page.getByRole('checkbox').check();
    await requireSound(page, 'add-device');
    await page.getByRole('button', { name: 'Lấy mã' }).click();
    const code = (await page.locator('.shown-code-text').textContent()) ?? '';
    expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    expect(await page.locator('.shown-code svg path').count()).toBeGreaterThan(0);
    await requireSound(page, 'code');
    const door = await visit();
    await door.page.goto(`/door#${code}`);
    await door.page.getByLabel('Tên thiết bị').fill(`Máy ${width}`);
    await requireSound(door.page, 'door');
    await door.page.getByRole('button', { name: 'Dùng làm thiết bị ở cửa' }).click();
    await door.page.getByRole('heading', { name: 'Thiết bị đã sẵn sàng' }).waitFor();
    await requireSound(door.page, 'door-ready');
    expect(door.complaints.filter((text) => !text.includes('401'))).toEqual([]);
    await page.getByRole('button', { name: 'Đóng' }).click();
    await page.getByText(`Máy ${width}`).waitFor();
    await requireSound(page, 'devices');
    const row = page.getByRole('listitem').filter({ hasText: `Máy ${width}` });
    await row.getByRole('button', { name: 'Thu hồi' }).click();
    await page.getByRole('tooltip').getByRole('button', { name: 'Thu hồi' }).click();
    await row.waitFor({ state: 'detached' });
    await door.page.reload();
    await door.page.getByLabel('Mã', { exact: true }).waitFor();
    await door.context.close();
  });

  it('a token is made and shown once', async () => {
    const { page } = admin;
    await page.goto('/tokens');
    await page.getByRole('button', { name: 'Lập mã truy cập' }).click();
    await page.getByLabel('Tên', { exact: true }).fill(`Bảng điện tử ${width}`);
    await page.getByLabel('Xem số liệu').check();
    await requireSound(page, 'add-token');
    await page.getByRole('button', { name: 'Lập mã', exact: true }).click();
    expect(await page.getByLabel('Mã', { exact: true }).inputValue()).toMatch(/^[\w-]{43}$/);
    await page.getByRole('button', { name: 'Đã chép xong, đóng' }).click();
    await page.getByText(`Bảng điện tử ${width}`).waitFor();
    await requireSound(page, 'tokens');
  });

  it('a committee below is founded, looked into, and left again', async () => {
    const { page } = admin;
    await page.goto('/accounts');
    await page.getByRole('button', { name: 'Lập đảng bộ trực thuộc' }).click();
    await page.getByLabel('Tên đảng bộ cơ sở').fill(`Đảng bộ xã Mẫu ${width}`);
    await page.getByLabel('Ngày thành lập').fill('01/07/2020');
    await page.getByLabel('Ngày thành lập').press('Enter');
    await page.getByLabel('Họ tên Bí thư').fill('Vũ Mẫu Hải');
    await page.getByRole('dialog').getByLabel('Họ tên', { exact: true }).fill('Đỗ Mẫu Quản');
    await page.getByLabel('Tên đăng nhập').fill(`qt-mau-${width}`);
    await requireSound(page, 'found');
    await page.getByRole('button', { name: 'Lập đảng bộ, lấy liên kết mời' }).click();
    await page.getByRole('button', { name: 'Đã chép xong, đóng' }).click();
    await page.goto('/workplaces');
    const row = page.getByRole('listitem').filter({ hasText: `Đảng bộ xã Mẫu ${width}` });
    await requireSound(page, 'workplaces');
    await row.getByRole('button', { name: 'Vào xem' }).click();
    await page.getByText('đảng bộ trực thuộc.').waitFor();
    await requireSound(page, 'away');
    await page.getByRole('link', { name: 'Đổi đảng bộ' }).click();
    await page.getByRole('button', { name: 'Về đây' }).click();
    await page.waitForURL(web.url + '/');
    await page.getByText('đảng bộ trực thuộc.').waitFor({ state: 'detached' });
  });

  it('breaks no rule of the page’s policy', () => {
    expect(admin.complaints).toEqual([]);
  });
});
