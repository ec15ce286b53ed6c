import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../src/platform/database/today.js';
import { addDays } from '../../src/personal-data/working-days.js';
import { StudyDay } from '../api/support/study-day.js';
import { ask } from '../migrations/support/catalog.js';
import { firstRunBody } from '../support/test-app.js';
import { startWebApp, type Visit, type WebApp } from './support/web-app.js';

let day: StudyDay;
let web: WebApp;

const picture = async ({ page }: Visit, name: string): Promise<void> => {
  const folder = process.env['PICTURES'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};
/** In a sign-in of its own: a proof exchanges its token. */
async function visit(options: object = {}): Promise<Visit> {
  const { loginName, password } = firstRunBody.account;
  const { headers } = await day.test.call('POST', '/sign-in', { loginName, password });
  return web.visit({ cookie: String(headers['set-cookie']).split(';')[0] ?? '', ...options });
}
const proveAll = () => ask(day.test.databaseUrl, 'UPDATE sign_in SET proved_at = now()');
const forgetProof = () => ask(day.test.databaseUrl, `UPDATE sign_in SET proved_at = now() - interval '1 hour'`);

beforeAll(async () => {
  day = await StudyDay.prepare();
  web = await startWebApp({ test: day.test });
});
afterEach(proveAll);
afterAll(() => web.stop());

describe('the numbers of a member', () => {
  it('are entered, masked, shown for half a minute with password and reason, and found by the whole number', async () => {
    const one = await visit();
    const { page } = one;
    await page.goto(`/members/${day.member(0, 0)}`);
    await page.getByRole('button', { name: 'Ghi điện thoại' }).click();
    await page.getByLabel('Điện thoại mới').fill('12345');
    await page.getByRole('dialog').getByRole('button', { name: 'Ghi số' }).click();
    await page.getByText('Số điện thoại gồm 10 hoặc 11 chữ số').waitFor();
    await page.getByLabel('Điện thoại mới').fill('+84 912 345 678');
    await page.getByRole('dialog').getByRole('button', { name: 'Ghi số' }).click();
    await page.getByText('•••••• 5678').waitFor();
    await page.clock.install();
    await forgetProof();
    await page.getByRole('button', { name: 'Hiện số điện thoại' }).click();
    await picture(one, 'reveal');
    await page.getByRole('dialog').getByRole('button', { name: 'Hiện số' }).click();
    await page
      .getByRole('dialog', { name: 'Xác nhận lại là đồng chí' })
      .getByRole('textbox', { name: 'Mật khẩu' })
      .fill(firstRunBody.account.password);
    await page.getByRole('button', { name: 'Xác nhận và làm tiếp' }).click();
    await page.getByText('0912345678').waitFor();
    await picture(one, 'member-shown');
    await page.clock.fastForward(31_000);
    await page.getByText('•••••• 5678').waitFor();
    expect(await page.getByText('0912345678').count()).toBe(0);

    await page.goto('/members');
    await page.getByPlaceholder('Tên, số thẻ, số căn cước, điện thoại').fill('0912 345 678');
    await page.clock.runFor(1000);
    await page.getByText('1 đảng viên ghi đúng số này.').waitFor();
    expect(page.url()).not.toContain('0912');
    await one.context.close();
  });

  it('offers nothing of it to who may only read', async () => {
    await day.make('PATCH', `/members/${day.member(0, 1)}`, { phone: '0912000001' });
    await ask(day.test.databaseUrl, `UPDATE role_grant SET role = 'secretary' WHERE role = 'clerk'`);
    const one = await visit();
    await one.page.goto(`/members/${day.member(0, 1)}`);
    await one.page.getByText('•••••• 0001').waitFor();
    expect(await one.page.getByRole('button', { name: /Hiện số|Sửa|Ghi / }).count()).toBe(0);
    await ask(day.test.databaseUrl, `UPDATE role_grant SET role = 'clerk' WHERE role = 'secretary'`);
    await one.context.close();
  });
});

describe('requests about personal data', () => {
  it('are entered, acknowledged and end in an erasure that asks for the password and says what follows', async () => {
    const one = await visit();
    const { page } = one;
    await page.goto('/data-requests');
    await page.getByText('Chưa có yêu cầu nào').waitFor();
    await page.getByRole('button', { name: 'Ghi nhận yêu cầu' }).click();
    await page.getByLabel('Đảng viên').fill('thu an');
    await page.getByTitle(/Nguyễn Thị Thử An/).click();
    await page.getByLabel('Yêu cầu', { exact: true }).click();
    await page.getByTitle('Xóa dữ liệu').click();
    await page.getByRole('button', { name: 'Ghi nhận', exact: true }).click();
    await page.getByRole('heading', { name: 'Xóa dữ liệu' }).waitFor();
    await page.getByText(/còn 20 ngày/).waitFor();
    await page.getByRole('button', { name: 'Ghi đã phản hồi' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Ghi đã phản hồi' }).click();
    await page.getByText('Đã phản hồi tiếp nhận', { exact: true }).waitFor();
    await picture(one, 'request');
    await forgetProof();
    await page.getByRole('button', { name: 'Xóa dữ liệu' }).click();
    await picture(one, 'erasure');
    await page.getByText('Không hoàn tác được.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Xóa dữ liệu' }).click();
    await page.getByRole('textbox', { name: 'Mật khẩu' }).fill(firstRunBody.account.password);
    await page.getByRole('button', { name: 'Xác nhận và làm tiếp' }).click();
    await page.getByText('Đã giải quyết', { exact: true }).waitFor();
    await page.getByRole('link', { name: /Đảng viên đã xóa/ }).click();
    await page.getByText('Dữ liệu cá nhân đã xóa').waitFor();
    expect(await page.getByRole('button', { name: /Sửa|Ghi|Chuyển/ }).count()).toBe(0);
    expect(one.complaints.filter((text) => !text.includes('403'))).toEqual([]);
    await one.context.close();
  });

  it('stand by what is due first; who is late is told in red; the data come as a file', async () => {
    for (const [place, kind, back] of [
      [1, 'view', 12],
      [2, 'correct', 5],
      [2, 'restrict', 1],
    ] as const) {
      const receivedOn = addDays(today(), -back);
      await day.make('POST', '/data-requests', { memberId: day.member(0, place), kind, receivedOn });
    }
    const one = await visit();
    await one.page.goto('/data-requests');
    await one.page.getByText('3 yêu cầu đang chờ.').waitFor();
    expect(await one.page.locator('.requests-list').first().locator('li').first().textContent()).toContain(
      'Xem dữ liệu',
    );
    await picture(one, 'requests-desk');
    await one.page.getByRole('link', { name: /Xem dữ liệu/ }).click();
    const file = one.page.waitForEvent('download');
    await one.page.getByRole('button', { name: 'Tải bản PDF' }).click();
    expect((await file).suggestedFilename()).toBe('du-lieu-ca-nhan.pdf');
    await picture(one, 'request-view');
    await one.context.close();
  });

  it('periods and keeping are changed on one page, and it says what is due', async () => {
    const one = await visit();
    const { page } = one;
    await page.goto('/data-requests/rules');
    await page.getByLabel('Xem dữ liệu, ngày').fill('7');
    await page.getByRole('button', { name: 'Thêm ngày nghỉ' }).last().click();
    await page.getByLabel('Tên').last().fill('Nghỉ Tết');
    await page.getByLabel('Tự xóa ban đêm: Các lần đăng nhập').check();
    await picture(one, 'rules-desk');
    await page.getByRole('button', { name: 'Ghi thời hạn và lưu giữ' }).click();
    await page.getByText('Đã ghi.').waitFor();
    const rules = await day.make('GET', '/data-rules');
    expect(rules).toMatchObject({
      ...{ days: { view: 7 }, datedHolidays: [{ name: 'Nghỉ Tết' }] },
      retention: { 'sign-ins': { months: 12, erases: true }, rolls: { erases: false } },
    });
    await one.context.close();
    for (const colorScheme of ['light', 'dark'] as const) {
      const phone = await visit({ width: 390, height: 844, colorScheme });
      for (const [name, path] of Object.entries({ requests: '', rules: '/rules' })) {
        await phone.page.goto(`/data-requests${path}`);
        await phone.page.getByRole('heading', { level: 1 }).waitFor();
        await phone.page.waitForLoadState('networkidle');
        await picture(phone, `${name}-phone-${colorScheme}`);
      }
      await phone.page.goto(`/members/${day.member(0, 1)}`);
      await phone.page.getByText('•••••• 0001').waitFor();
      await picture(phone, `member-phone-${colorScheme}`);
      await phone.context.close();
    }
  });
});
