import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StudyDay } from '../api/support/study-day.js';
import { violationsOf } from './support/axe.js';
import { startWebApp, type Visit, type WebApp } from './support/web-app.js';

describe.each([
  { width: 1440, colorScheme: 'light' as const },
  { width: 390, colorScheme: 'dark' as const },
])('who may be one person at $width px in $colorScheme', ({ width, colorScheme }) => {
  let day: StudyDay;
  let web: WebApp;
  let visit: Visit;

  beforeAll(async () => {
    day = await StudyDay.prepare();
    const enter = (fullName: string, cell: number, more: object) =>
      day.make('POST', '/members', {
        ...{ fullName, memberships: [{ cellId: day.cell(cell), kind: 'official', from: '2015-01-01' }] },
        ...more,
      });
    await enter('Đinh Mẫu Gộp', 0, { birthDate: '1958-04-05', cardNumber: '77.000001' });
    await enter('Đinh Mẫu Gôp', 1, { birthDate: '1958-04-05', sex: 'female' });
    await enter('Ông Mẫu Hai', 0, { birthYear: 1955 });
    await enter('Ông Mẫu Hai', 1, { birthYear: 1955 });
    web = await startWebApp({ test: day.test });
    visit = await web.visit({ width, colorScheme, cookie: day.test.cookie() });
  });
  afterAll(() => web.stop());

  async function requireSound(): Promise<void> {
    await expect.poll(() => violationsOf(visit.page)).toEqual([]);
    expect(await visit.page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  }

  it('is shown in pairs, with what makes them alike', async () => {
    const { page } = visit;
    await page.goto('/members');
    await page.getByRole('link', { name: 'Người ghi trùng' }).click();
    await page.getByText('2 cặp hồ sơ cần xem.').waitFor();
    await page.getByText('Cùng họ tên, cùng ngày sinh').waitFor();
    await page.getByText('Cùng họ tên, cùng năm sinh').waitFor();
    await requireSound();
  });

  it('and is not, is left alone', async () => {
    const { page } = visit;
    await page.getByRole('button', { name: 'Là hai người khác nhau' }).last().click();
    await page.getByText('1 cặp hồ sơ cần xem.').waitFor();
    await page.getByRole('heading', { name: 'Đã ghi là hai người khác nhau' }).waitFor();
    await requireSound();
  });

  it('and is not after all, is shown again', async () => {
    const { page } = visit;
    await page.getByRole('button', { name: 'Xem lại cặp này' }).click();
    await page.getByText('2 cặp hồ sơ cần xem.').waitFor();
    await page.getByRole('button', { name: 'Là hai người khác nhau' }).last().click();
    await page.getByText('1 cặp hồ sơ cần xem.').waitFor();
  });

  it('is made one, with the word that is chosen where they differ', async () => {
    const { page } = visit;
    await page.getByRole('button', { name: 'So sánh và gộp' }).click();
    await page.getByRole('radio', { name: 'Giữ hồ sơ thứ nhất' }).waitFor();
    await requireSound();
    await page.getByRole('radio', { name: 'Đinh Mẫu Gôp', exact: true }).check();
    await page.getByRole('button', { name: 'Gộp thành một' }).click();
    await page.getByRole('heading', { name: 'Không thấy ai ghi trùng' }).waitFor();
    await page.getByText('gộp vào').waitFor();
    await requireSound();
    const { body } = await day.test.call('GET', '/members?search=dinh');
    expect(body['items']).toMatchObject([{ fullName: 'Đinh Mẫu Gôp', sex: 'female', cardNumber: '77.000001' }]);
  });

  it('is two again, and the page of the second says so meanwhile', async () => {
    const { page } = visit;
    await page.locator('.twins-merges').getByRole('link').first().click();
    await page.getByText('Hồ sơ này đã gộp vào hồ sơ khác').waitFor();
    await requireSound();
    await page.goBack();
    await page.getByRole('button', { name: 'Tách lại như cũ' }).click();
    await page.getByRole('button', { name: 'Tách lại', exact: true }).click();
    await page.getByText('1 cặp hồ sơ cần xem.').waitFor();
    expect(visit.complaints).toEqual([]);
  });
});
