import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ImportOffice } from '../api/support/import.js';
import { roleCookie } from '../api/support/role-holder.js';
import { oldFonts } from '../fixtures/registers/old-fonts.js';
import { cellNames, five, nationalHead, nationalRow, type Person } from '../fixtures/registers/people.js';
import { refusedFiles } from '../fixtures/registers/refused.js';
import { drawn } from '../fixtures/registers/workbook.js';
import { readXlsx } from '../spreadsheet/support/read-xlsx.js';
import { violationsOf } from './support/axe.js';
import { startWebApp, type Visit, type WebApp } from './support/web-app.js';

const listOf = (people: readonly Person[], head = nationalHead): Promise<Buffer> =>
  drawn({ rows: [head, ...people.map(nationalRow)] });

async function bring({ page }: Visit, name: string, buffer: Buffer): Promise<void> {
  await page.goto('/members/imports');
  await page.getByLabel('Tệp danh sách', { exact: true }).setInputFiles({ name, mimeType: 'application/x', buffer });
  await page.getByRole('checkbox', { name: 'Tài liệu không thuộc bí mật nhà nước' }).check();
  await page.getByRole('button', { name: 'Gửi tệp', exact: true }).click();
}

const figures = async ({ page }: Visit): Promise<string> =>
  (await page.getByRole('group', { name: 'Các loại dòng' }).getByRole('button').allInnerTexts())
    .map((text) => text.replace(/\s+/g, ' '))
    .join(', ');

async function check({ page }: Visit): Promise<void> {
  await page.getByRole('button', { name: 'Kiểm tra danh sách' }).click();
  await page.getByRole('group', { name: 'Các loại dòng' }).waitFor();
}

async function choose({ page }: Visit, field: string, option: string): Promise<void> {
  const list = page.getByRole('combobox', { name: field });
  await list.click();
  if ((await list.getAttribute('readonly')) === null) await list.fill(option);
  await page.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).click();
}

const rowOf = ({ page }: Visit, row: number) =>
  page.locator('.import-rows > li').filter({ has: page.getByText(`Dòng ${row}`, { exact: true }) });

/** Free of what axe can find, and no wider than the screen. */
async function requireSound({ page }: Visit): Promise<void> {
  await expect.poll(() => violationsOf(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
}

describe.each([
  { width: 1440, colorScheme: 'light' as const },
  { width: 390, colorScheme: 'dark' as const },
])('the list of an office at $width px in $colorScheme', ({ width, colorScheme }) => {
  let office: ImportOffice;
  let web: WebApp;
  let visit: Visit;
  let corrected: Buffer;
  let rest: string;

  beforeAll(async () => {
    corrected = await listOf(five);
    office = await ImportOffice.prepare();
    web = await startWebApp({ test: office.test });
    visit = await web.visit({ width, height: 900, colorScheme, cookie: office.test.cookie() });
  });
  afterAll(() => web.stop());

  const [an, binh, ...others] = five;
  if (!an || !binh) throw new Error('five people are expected');

  it('is brought with a mistake: the good rows go into the register, the wrong one is told and stays behind', async () => {
    const { page } = visit;
    await bring(visit, 'danh sach.xlsx', await listOf([an, { ...binh, born: '31/02/1952' }, ...others]));
    await page.getByText('5 dòng sẽ được đối chiếu với sổ.').waitFor();
    await page.getByText('3 chi bộ khớp với sổ.').waitFor();
    await requireSound(visit);
    await check(visit);
    expect(await figures(visit)).toBe('1 Sai, 0 Cần chọn, 0 Thay đổi, 4 Mới, 0 Không đổi, 0 Bỏ qua');
    await rowOf(visit, 3).getByText('Không có ngày 31/02/1952 trong lịch.').waitFor();
    await requireSound(visit);
    await page.getByText('Sẽ ghi 4 người mới. 1 dòng sai hoặc chưa chọn sẽ để lại.').waitFor();
    await page.getByRole('button', { name: 'Chỉ ghi các dòng đúng' }).click();
    await page.getByRole('heading', { name: 'Đã ghi 4 người mới' }).waitFor();
    await page.getByText('1 dòng còn để lại').waitFor();
    await requireSound(visit);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải các dòng cần sửa' }).click();
    rest = await (await download).path();
    await page.getByRole('link', { name: 'Mở sổ đảng viên' }).click();
    await page.getByText('4 đảng viên.').waitFor();
  });

  it('gives its wrong row back, to be corrected and brought again', async () => {
    const { page } = visit;
    const [sheet] = await readXlsx(readFileSync(rest));
    const mended = sheet?.rows.map((row) => row.map((value) => (value === '31/02/1952' ? '28/02/1952' : value))) ?? [];
    await bring(visit, 'cac dong da sua.xlsx', await drawn({ rows: mended }));
    await check(visit);
    expect(await figures(visit)).toBe('0 Sai, 0 Cần chọn, 0 Thay đổi, 1 Mới, 0 Không đổi, 0 Bỏ qua');
    await page.getByRole('button', { name: 'Bỏ lần nhập này' }).click();
    await page.getByRole('button', { name: 'Bỏ lần nhập', exact: true }).click();
    await page.getByRole('heading', { name: 'Gửi tệp danh sách' }).waitFor();
  });

  it('is corrected as a whole and brought again: only what was missing is new', async () => {
    const { page } = visit;
    await bring(visit, 'danh sach da sua.xlsx', corrected);
    await check(visit);
    expect(await figures(visit)).toBe('0 Sai, 0 Cần chọn, 0 Thay đổi, 1 Mới, 4 Không đổi, 0 Bỏ qua');
    await page.getByRole('button', { name: 'Ghi cả danh sách vào sổ' }).click();
    await page.getByRole('heading', { name: 'Đã ghi 1 người mới' }).waitFor();
    await page.getByRole('link', { name: 'Mở sổ đảng viên' }).click();
    await page.getByText('5 đảng viên.').waitFor();
    await page.getByRole('link', { name: 'Trần Thị Bình' }).waitFor();
  });

  it('is asked about when it is brought a second time', async () => {
    const { page } = visit;
    await bring(visit, 'danh sach da sua.xlsx', corrected);
    await page.getByText('Tệp này đã được ghi vào sổ trước đây.').waitFor();
    await page.getByRole('button', { name: 'Vẫn nhập lại tệp này' }).click();
    await page.getByRole('button', { name: 'Bỏ lần nhập này' }).click();
    await page.getByRole('button', { name: 'Bỏ lần nhập', exact: true }).click();
    await page.getByRole('heading', { name: 'Gửi tệp danh sách' }).waitFor();
    await expect.poll(() => page.locator('.imports-list li').count()).toBe(2);
    await requireSound(visit);
  });

  it('leaves a doubtful row to a person, who says whom it means', async () => {
    const { page } = visit;
    const elsewhere = { ...binh, cell: cellNames[2], card: null, citizen: '' };
    await bring(visit, 'binh.xlsx', await listOf([elsewhere]));
    await check(visit);
    const row = rowOf(visit, 2);
    await row.getByText('Chi bộ Trường Tiểu học Mẫu').last().waitFor();
    await page.getByText('Không có gì phải ghi vào sổ. 1 dòng sai hoặc chưa chọn sẽ để lại.').waitFor();
    await requireSound(visit);
    await row.getByRole('radio', { name: /^Là Trần Thị Bình, sinh 1952, Chi bộ 2/ }).click();
    await page.getByText('Sẽ sửa 1 người.').waitFor();
    await page.getByRole('button', { name: 'Ghi cả danh sách vào sổ' }).click();
    await page.getByRole('heading', { name: 'Đã sửa 1 người' }).waitFor();
  });

  it('is taken back as a whole', async () => {
    const { page } = visit;
    await page.getByRole('button', { name: 'Rút lại cả danh sách' }).click();
    await page.getByRole('button', { name: 'Rút lại', exact: true }).click();
    await page.getByRole('heading', { name: 'Đã rút lại danh sách này' }).waitFor();
    const { body } = await office.test.call('GET', '/members?search=binh');
    expect(body['items']).toMatchObject([{ fullName: 'Trần Thị Bình', cellName: 'Chi bộ 2' }]);
  });

  it('has a column explained once, and its cells with it', async () => {
    const { page } = visit;
    const strange = nationalHead.map((title) => (title === 'Chi bộ đang sinh hoạt' ? 'Đơn vị' : title));
    await bring(visit, 'la.xlsx', await listOf([{ ...an, cell: 'Tổ một' }], strange));
    await page.getByText('Danh sách không ghi chi bộ.').waitFor();
    await choose(visit, 'G Đơn vị', 'Chi bộ sinh hoạt');
    await page.getByText('Chưa khớp: người mới ở các dòng này').waitFor();
    await choose(visit, 'Tổ một', 'Chi bộ 1');
    await requireSound(visit);
    await check(visit);
    expect(await figures(visit)).toContain('1 Không đổi');
    await bring(visit, 'la nua.xlsx', await listOf([{ ...an, cell: 'Tổ một' }], strange));
    await page.getByText('Như lần trước đã chọn').waitFor();
    await page.getByText('1 chi bộ khớp với sổ.').waitFor();
  });

  it('in letters of twenty years ago is shown beside what it means', async () => {
    const { page } = visit;
    const old = oldFonts.find(({ fileName }) => fileName === 'vntime.xlsx');
    if (!old) throw new Error('the list in .VnTime is gone');
    await bring(visit, old.fileName, await old.bytes());
    const letters = page.getByRole('region', { name: 'Bảng mã chữ' });
    await letters.getByText('Trần Thị Bình').waitFor();
    await requireSound(visit);
    await choose(visit, 'Phông .VnTime', 'Unicode (để nguyên)');
    await expect.poll(() => letters.getByText('Trần Thị Bình').count()).toBe(0);
    await choose(visit, 'Phông .VnTime', 'TCVN3 (ABC)');
    await letters.getByText('Trần Thị Bình').waitFor();
  });

  it('that nobody can read is refused in a sentence, and nothing of it is kept', async () => {
    const { page } = visit;
    const locked = refusedFiles.find(({ kind }) => kind === 'an encrypted .xlsx');
    if (!locked) throw new Error('the encrypted list is gone');
    await bring(visit, locked.fileName, await locked.bytes());
    await page.getByText(/mật khẩu/).waitFor();
    await page.getByText('Sổ đảng viên không đổi, và tệp không được giữ lại.').waitFor();
    await requireSound(visit);
    expect(visit.complaints.filter((text) => !text.includes('409'))).toEqual([]);
  });
});

it('is had as an empty one to fill in', async () => {
  const office = await ImportOffice.prepare();
  const web = await startWebApp({ test: office.test });
  const { page } = await web.visit({ cookie: office.test.cookie() });
  await page.goto('/members');
  await page.getByRole('link', { name: 'Nhập danh sách từ tệp Excel' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải tệp mẫu để điền' }).click();
  expect((await download).suggestedFilename()).toBe('mau-danh-sach-dang-vien.xlsx');
  await web.stop();
});

it('is not shown to whoever may not bring lists', async () => {
  const office = await ImportOffice.prepare();
  const web = await startWebApp({ test: office.test });
  const visit = await web.visit({ cookie: await roleCookie(office.test, 'viewer') });
  await visit.page.goto('/members/imports');
  await visit.page.getByText('Tài khoản này không làm phần việc đó').waitFor();
  await web.stop();
});
