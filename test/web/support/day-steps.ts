import type { Page } from 'playwright-core';
import { plantRegister } from '../../../demo/plant.js';
import type { ApiClient } from '../../../demo/api-client.js';
import { generateWard } from '../../../demo/ward/ward.js';

export const password = 'bốn con thuyền giấy qua sông';
export const resolution = 'Nghị quyết Đại hội đại biểu Đảng bộ Thành phố Hà Nội lần thứ XVII, nhiệm kỳ 2020-2025';

/** First run: four facts about the committee, three about the account. */
export async function firstRun(page: Page): Promise<void> {
  await page.goto('/');
  await page.waitForURL('**/first-run');
  await page.getByLabel('Tên đảng bộ cơ sở').fill('Đảng bộ phường Sài Đồng');
  await page.getByLabel('Đảng bộ cấp trên trực tiếp').fill('Đảng bộ quận Long Biên');
  await page.getByLabel('Người ký văn bản').fill('Đặng Đức Cường');
  await typeDay(page, 'Ngày thành lập đảng bộ', '01/01/2004');
  await page.locator('button[type=submit]').click();
  await page.getByLabel('Họ tên hoặc tên bộ phận').fill('Văn phòng Đảng ủy');
  await page.getByLabel('Tên đăng nhập').fill('van-phong');
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((url) => url.pathname === '/');
}

/** Types a day as a clerk does, and leaves the field. */
export async function typeDay(page: Page, label: string, day: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  await field.click();
  await field.fill(day);
  await field.press('Enter');
  await page.locator('.ant-picker-dropdown').filter({ visible: true }).first().waitFor({ state: 'hidden' });
}

/** The ward's cells and members, as an import would bring them: through the API, with the sign-in of the browser. */
export async function bringRegister(page: Page): Promise<void> {
  const api: Pick<ApiClient, 'send'> = {
    send: async (method, path, data) => {
      const answer = await page.request.fetch(`/api/v1${path}`, { method, ...(data && { data }) });
      if (!answer.ok()) throw new Error(`${method} ${path} answered ${answer.status()}: ${await answer.text()}`);
      return (await answer.json()) as never;
    },
  };
  await plantRegister(api, generateWard());
}

/** The guided form, with no more than the article gives; its date first, which the form must question. */
export async function planSession(page: Page): Promise<void> {
  await page.goto('/sessions/new');
  await page.getByRole('button', { name: 'Nhập nghị quyết chưa có trong sổ' }).click();
  await page.getByLabel('Tên nghị quyết').fill(resolution);
  await page.getByLabel('Cơ quan ban hành').fill('Đại hội đại biểu Đảng bộ Thành phố Hà Nội lần thứ XVII');
  await typeDay(page, 'Ngày ban hành', '13/10/2020');
  await page.getByLabel(/^Căn cứ của cấp trên/).fill('Kế hoạch 09-KH/QU');
  await typeDay(page, 'Ngày của căn cứ', '26/11/2020');
  await page.getByLabel('Nơi họp').fill('Hội trường Trung đoàn 280');
  await typeDay(page, 'Ngày', '16/07/2020');
  await page.getByText('trước ngày').first().waitFor();
  await typeDay(page, 'Ngày', '16/01/2021');
  await page.getByLabel(/^Người truyền đạt/).fill('Vương Đình Huệ, Ủy viên Bộ Chính trị, Bí thư Thành ủy Hà Nội');
}

/** Ten cells in the morning, the rest in the afternoon: a number key each, no mouse. */
export async function splitByKeys(page: Page): Promise<void> {
  await page.getByText('861 chưa xếp').waitFor();
  await page.keyboard.press('ArrowDown');
  for (let cell = 0; cell < 10; cell += 1) await page.keyboard.press('1');
  for (let row = 0; row < 8; row += 1) await page.keyboard.press('2');
  await page.getByRole('button', { name: 'Triệu tập 861 người' }).waitFor();
}

export async function summon(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Triệu tập/ }).click();
  // On a phone the line of the day has names only.
  await page.getByText('861 người được triệu tập').first().waitFor({ state: 'attached' });
}
