import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StudyDay } from '../api/support/study-day.js';
import { violationsOf } from './support/axe.js';
import { startWebApp, type Visit, type WebApp } from './support/web-app.js';

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Đặng'];
const middles = ['Văn', 'Thị', 'Minh', 'Thử'];
const givens = ['An', 'Ân', 'Bình', 'Cúc', 'Đạt', 'Hoà', 'Yến'];

let web: WebApp;
let day: StudyDay;
let cookie: string;

beforeAll(async () => {
  day = await StudyDay.prepare();
  const memberships = [{ cellId: day.cell(0), kind: 'official', from: '2015-01-01' }];
  const person = (n: number): object => ({
    ...{ fullName: `${families[n % 5]} ${middles[n % 4]} ${givens[n % 7]}`, birthYear: 1940 + (n % 65), memberships },
    ...{ sex: n % 4 === 1 ? 'female' : 'male', cardNumber: String(10_000_000 + n) },
    ...{ admittedOn: '2012-01-01', officialOn: '2013-01-01' },
  });
  for (let from = 0; from < 5000; from += 1000) {
    const members = Array.from({ length: 1000 }, (_, at) => person(from + at));
    await day.make('POST', '/members/batch', { members });
  }
  web = await startWebApp({ test: day.test });
  cookie = day.test.cookie();
});
afterAll(() => web.stop());

const names = (visit: Visit): Promise<string[]> => visit.page.locator('.members-table tbody a').allInnerTexts();

describe.each([
  { width: 1440, colorScheme: 'light' as const },
  { width: 390, colorScheme: 'dark' as const },
])('the register of five thousand at $width px in $colorScheme', ({ width, colorScheme }) => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await web.visit({ width, height: 900, colorScheme, cookie });
    await visit.page.goto('/members');
    await visit.page.getByText('5.005 đảng viên.').waitFor();
  });
  afterAll(() => visit.context.close());

  it('scrolls to any place of it, and holds a few hundred rows at most', async () => {
    const { page } = visit;
    const rows = page.locator('tr[id^="member-"]');
    await page.evaluate('scrollTo(0, document.body.scrollHeight / 2)');
    await expect.poll(async () => page.locator('tr[aria-rowindex="2510"]').count()).toBe(1);
    expect(await rows.count()).toBeLessThan(600);
    const last = page.locator('tr[aria-rowindex="5006"]');
    await expect
      .poll(async () => {
        await page.evaluate('scrollTo(0, document.body.scrollHeight)');
        return (await last.count()) > 0 ? last.innerText() : '';
      })
      .toMatch(/Yến/);
    expect(await rows.count()).toBeLessThan(600);
    expect(await page.locator('table').getAttribute('aria-rowcount')).toBe('5006');
    await page.evaluate('scrollTo(0, 0)');
    await page.locator('tr[aria-rowindex="2"]').waitFor();
    expect((await names(visit)).slice(0, 1)).toEqual(['Đặng Minh An']);
  });

  it('fills its sheet with the columns that are there', async () => {
    const gap = await visit.page.evaluate(`(() => {
      const table = document.querySelector('.members-table');
      const heads = [...table.querySelectorAll('th')].filter((head) => head.offsetWidth > 0);
      return table.getBoundingClientRect().right - heads.at(-1).getBoundingClientRect().right;
    })()`);
    expect(gap, 'px of the sheet beyond its last column').toBeLessThan(4);
  });

  it('is searched in any order of words and narrowed by more conditions, all in the address', async () => {
    const { page } = visit;
    await page.getByLabel(/^Tìm đảng viên/).fill('an nguyen');
    await page.getByText(/trong 5\.005 đảng viên khớp “an nguyen”/).waitFor();
    await expect.poll(async () => (await names(visit))[0]).toMatch(/^Nguyễn .* An$/);
    await page.getByRole('button', { name: 'Thêm điều kiện' }).click();
    await page.getByLabel('Từ tuổi').fill('60');
    await page.getByLabel('Đến tuổi').fill('50');
    await page.getByText('Tuổi đầu lớn hơn tuổi cuối: không ai khớp.').waitFor();
    await page.getByText('Không có đảng viên nào khớp').waitFor();
    await page.getByLabel('Đến tuổi').fill('70');
    await page.waitForURL((url) => url.searchParams.get('ageFrom') === '60' && url.searchParams.get('ageTo') === '70');
    await page.getByText(/khớp “an nguyen” và bộ lọc\.$/).waitFor();
    await expect.poll(() => violationsOf(page)).toEqual([]);
  });

  it('keeps the conditions under a name, brings them back and forgets the name again', async () => {
    const { page } = visit;
    const address = new URL(page.url()).search;
    await page.getByRole('button', { name: 'Lưu bộ lọc' }).click();
    await page.getByLabel('Lưu các điều kiện đang chọn với tên').fill('An họ Nguyễn, 60 đến 70');
    await page.getByLabel('Cả văn phòng cùng dùng').check();
    await page.getByRole('button', { name: 'Lưu bộ lọc này' }).click();
    await page.getByRole('dialog').getByText('cả văn phòng dùng').waitFor();
    await expect.poll(() => violationsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Bỏ hết điều kiện' }).click();
    await page.getByText('5.005 đảng viên.').waitFor();
    await page.getByRole('button', { name: 'Bộ lọc đã lưu (1)' }).click();
    await page.getByRole('button', { name: 'An họ Nguyễn, 60 đến 70' }).click();
    await page.getByText(/khớp “an nguyen” và bộ lọc/).waitFor();
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual(
      Object.fromEntries(new URLSearchParams(address)),
    );
    await page.getByRole('button', { name: 'Bộ lọc đã lưu (1)' }).click();
    await page.getByRole('button', { name: 'Xóa', exact: true }).click();
    await page.getByRole('button', { name: 'Xóa bộ lọc' }).click();
    await expect.poll(() => page.getByRole('button', { name: 'An họ Nguyễn, 60 đến 70' }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Lưu bộ lọc' }).waitFor();
  });

  it('is printed as it is filtered, and nothing else of the screen', async () => {
    const { page } = visit;
    await page.evaluate(
      `print = () => { document.body.dataset.printed = document.querySelectorAll('.printed-pages img').length }`,
    );
    await page.getByRole('button', { name: 'In danh sách' }).click();
    await page.getByRole('menuitem', { name: 'In ngay' }).click();
    await expect.poll(() => page.evaluate('document.body.dataset.printed'), { timeout: 30_000 }).toMatch(/^[1-9]$/);
    await page.getByRole('button', { name: 'In danh sách' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Tải tệp PDF' }).click();
    expect((await download).suggestedFilename()).toBe('danh-sach-dang-vien.pdf');
    await page.getByRole('button', { name: 'Xuất sổ ra Excel' }).click();
    const sheet = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Mẫu toàn quốc, có số căn cước' }).click();
    expect((await sheet).suggestedFilename()).toBe('danh-sach-dang-vien-co-so-can-cuoc.xlsx');
    await page.getByRole('button', { name: 'Bỏ hết điều kiện' }).click();
    expect(visit.complaints).toEqual([]);
  });
});

describe('the keys of the list', () => {
  it('go from the field through the rows, over the end of what was read together', async () => {
    const visit = await web.visit({ width: 1440, height: 900, cookie });
    const { page } = visit;
    await page.goto('/members');
    await page.getByText('5.005 đảng viên.').waitFor();
    const chosen = () => page.locator('tr.chosen').getAttribute('aria-rowindex');
    await page.keyboard.press('/');
    await page.keyboard.press('ArrowDown');
    await expect.poll(chosen).toBe('2');
    const row = page.locator('tr[aria-rowindex="101"]');
    await row.scrollIntoViewIfNeeded();
    await row.locator('td').nth(1).click();
    await expect.poll(chosen).toBe('101');
    await page.locator('tr[aria-rowindex="103"]').waitFor();
    for (const next of ['102', '103']) {
      await page.keyboard.press('ArrowDown');
      await expect.poll(chosen).toBe(next);
    }
    await page.keyboard.press('Enter');
    await page.waitForURL('**/members/*-*');
    await visit.context.close();
  });
});
