import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StudyDay } from '../api/support/study-day.js';
import { violationsOf } from './support/axe.js';
import { startWebApp, type Visit, type WebApp } from './support/web-app.js';

describe.each([
  { width: 1440, colorScheme: 'light' as const },
  { width: 390, colorScheme: 'dark' as const },
])('the way of a member at $width px in $colorScheme', ({ width, colorScheme }) => {
  let web: WebApp;
  let visit: Visit;

  beforeAll(async () => {
    const day = await StudyDay.prepare();
    const { id } = await day.make<{ id: string }>('POST', '/members', {
      ...{ fullName: 'Ngô Mẫu Dự', admittedOn: '2024-02-03', birthYear: 1999 },
      memberships: [{ cellId: day.cell(0), kind: 'official', from: '2024-02-03' }],
      exemptions: [{ kind: 'treatment', from: '2025-01-01' }],
    });
    web = await startWebApp({ test: day.test });
    visit = await web.visit({ width, colorScheme, cookie: day.test.cookie() });
    await visit.page.goto(`/members/${id}`);
    await visit.page.getByText('Đảng viên dự bị', { exact: true }).waitFor();
  });
  afterAll(() => web.stop());

  const story = () => visit.page.getByRole('region', { name: 'Quá trình' });
  const day = (label: string, text: string) =>
    visit.page
      .getByLabel(label, { exact: true })
      .fill(text)
      .then(() => visit.page.keyboard.press('Enter'));

  async function requireSound(): Promise<void> {
    await expect.poll(() => violationsOf(visit.page)).toEqual([]);
    expect(await visit.page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  }

  it('is told from the newest to the oldest', async () => {
    await expect
      .poll(() => story().getByRole('listitem').allInnerTexts())
      .toEqual([
        expect.stringContaining('Được miễn công tác và sinh hoạt: điều trị bệnh'),
        expect.stringContaining('Sinh hoạt ở Chi bộ 1'),
        expect.stringContaining('Được kết nạp vào Đảng'),
      ]);
    await requireSound();
  });

  it('goes on with the recognition, its decision beside it', async () => {
    const { page } = visit;
    await page.getByRole('button', { name: 'Công nhận chính thức' }).click();
    await day('Là đảng viên chính thức từ ngày', '02/02/2024');
    await page.getByRole('button', { name: 'Ghi công nhận chính thức' }).click();
    await page.getByText('Ngày chính thức không được trước ngày kết nạp.').waitFor();
    await day('Là đảng viên chính thức từ ngày', '03/02/2025');
    await page.getByLabel(/^Số văn bản/).fill('15-QĐ/ĐU');
    await requireSound();
    await page.getByRole('button', { name: 'Ghi công nhận chính thức' }).click();
    await page.getByText('Đảng viên chính thức', { exact: true }).waitFor();
    await story().getByText('15-QĐ/ĐU').waitFor();
  });

  it('with a transfer by its letter, and what ends', async () => {
    const { page } = visit;
    await page.getByRole('button', { name: 'Chuyển chi bộ' }).click();
    await page.getByRole('combobox', { name: 'Chi bộ chuyển đến' }).click();
    await page.locator('.ant-select-dropdown:visible').getByTitle('Chi bộ 2', { exact: true }).click();
    await day('Từ ngày', '01/03/2025');
    await page.getByLabel(/^Số văn bản/).fill('08-GTSHĐ');
    await page.getByRole('button', { name: 'Ghi chuyển chi bộ' }).click();
    await story().getByText('Sinh hoạt ở Chi bộ 2').waitFor();
    await story().getByText('08-GTSHĐ').waitFor();
    await page.getByRole('button', { name: 'Kết thúc Điều trị bệnh' }).click();
    await day('Không còn từ ngày', '01/06/2025');
    await requireSound();
    await page.getByRole('button', { name: 'Ghi kết thúc' }).click();
    await story().getByText('Hết miễn công tác và sinh hoạt: điều trị bệnh').waitFor();
  });

  it('with the departure, which is taken back where it was a mistake', async () => {
    const { page } = visit;
    await page.getByRole('button', { name: 'Ra khỏi danh sách' }).click();
    const warning = page.getByText(/Các mục bắt đầu từ ngày này trở đi sẽ bị xóa khỏi sổ/);
    expect(await warning.count()).toBe(0);
    await day('Từ ngày', '01/02/2025');
    expect(await warning.textContent()).toContain('sinh hoạt từ 01/03/2025');
    await requireSound();
    await day('Từ ngày', '01/06/2025');
    await expect.poll(() => warning.count()).toBe(0);
    await page.getByRole('button', { name: 'Ghi ra khỏi danh sách' }).click();
    await page.getByText(/^Chuyển sinh hoạt đến đảng bộ khác, từ/).waitFor();
    await page.getByText('Việc ghi sau cùng: ra khỏi danh sách').waitFor();
    await page.getByRole('button', { name: 'Lấy lại việc này' }).click();
    await page.getByRole('button', { name: 'Lấy lại', exact: true }).click();
    await page.getByText('Đảng viên chính thức', { exact: true }).waitFor();
    await page.getByText('Việc ghi sau cùng: kết thúc').waitFor();
    expect(visit.complaints.filter((text) => !text.includes('422'))).toEqual([]);
  });
});
