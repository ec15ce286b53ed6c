import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StudyDay } from '../api/support/study-day.js';
import { ask } from '../migrations/support/catalog.js';
import { violationsOf } from './support/axe.js';
import { startWebApp, type Visit, type WebApp } from './support/web-app.js';

let day: StudyDay;
let web: WebApp;
let visit: Visit;
beforeAll(async () => {
  day = await StudyDay.prepare();
  await day.plan();
  await day.make('PATCH', `/members/${day.member(0, 0)}`, { admittedOn: '2009-12-31' });
  web = await startWebApp({ test: day.test });
  visit = await web.visit({ cookie: day.test.cookie() });
});
afterAll(() => web.stop());

const rows = () => visit.page.locator('.audit-row');

describe('the page of the trail', () => {
  it('is found under the name of who is signed in', async () => {
    await visit.page.goto('/');
    await visit.page.getByRole('button', { name: /Văn phòng Đảng ủy/ }).click();
    await visit.page.getByText('Nhật ký', { exact: true }).click();
    await visit.page.waitForURL('**/audit');
    await expect.poll(() => visit.page.locator('.audit-chain').innerText()).toContain('còn nguyên đến mục');
  });

  it('tells who changed what of whom, from what to what, and all of it when it is opened', async () => {
    const row = rows().filter({ hasText: 'sửa thông tin của đồng chí Nguyễn Thị Thử An' });
    await expect.poll(() => row.innerText()).toContain('ngày vào Đảng từ 03/03/2010 thành 31/12/2009');
    await row.click();
    const drawer = visit.page.locator('.audit-details');
    await expect.poll(() => drawer.innerText()).toContain('127.0.0.1');
    expect(await violationsOf(visit.page)).toEqual([]);
    await drawer.getByRole('button', { name: 'Mọi mục về đối tượng này' }).click();
    await expect.poll(() => rows().count()).toBe(2);
    await visit.page.getByRole('button', { name: 'Bỏ lọc theo đối tượng' }).click();
    await expect.poll(() => rows().count()).toBeGreaterThan(4);
  });

  it('is narrowed as one types, and says where nothing fits', async () => {
    await visit.page.getByLabel('Tìm trong nội dung nhật ký').fill('khong co gi nhu the');
    await visit.page.getByText('Không có mục nào khớp').waitFor();
    await visit.page.getByLabel('Tìm trong nội dung nhật ký').fill('hoi nghi hoc tap');
    await expect.poll(() => rows().first().innerText()).toContain('lập hội nghị');
  });

  it('gives what is shown as a file', async () => {
    await visit.page.getByRole('button', { name: 'Xuất ra tệp' }).click();
    await visit.page.getByText('CSV', { exact: true }).click();
    expect(await violationsOf(visit.page)).toEqual([]);
    const coming = visit.page.waitForEvent('download');
    await visit.page.getByRole('button', { name: 'Xuất nhật ký' }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(/^nhat-ky-.*\.csv$/);
    const text = await readFile(await download.path(), 'utf8');
    expect(text.split('\r\n').filter(Boolean)).toHaveLength(2);
    expect(text).toContain('lập hội nghị');
  });

  it('breaks no rule of the page’s policy', () => {
    expect(visit.complaints).toEqual([]);
  });

  it('shows no way out of the system to who may not export, and no page to who may not read', async () => {
    await ask(day.test.databaseUrl, 'UPDATE role_grant SET may_export = false');
    const other = await web.visit({ cookie: day.test.cookie() });
    await other.page.goto('/audit');
    await other.page.locator('.audit-row').first().waitFor();
    expect(await other.page.getByRole('button', { name: 'Xuất ra tệp' }).count()).toBe(0);
    await ask(day.test.databaseUrl, `UPDATE role_grant SET ended_at = now() WHERE role = 'administrator'`);
    await other.page.goto('/audit');
    await other.page.getByText('Tài khoản này không làm phần việc đó').waitFor();
    await ask(day.test.databaseUrl, `UPDATE role_grant SET ended_at = NULL WHERE role = 'administrator'`);
    await other.context.close();
  });

  it('says in red where the chain is broken, and what to do', async () => {
    const change = (address: string): Promise<unknown> =>
      ask(day.test.databaseUrl, `UPDATE audit_entry SET address = $1 WHERE seq = 3`, [address]);
    await change('::9');
    // The verdict of before holds for a minute in this process; another process knows nothing of it.
    await web.halt();
    await web.resume();
    await visit.page.goto('/audit');
    await visit.page.getByText('Chuỗi nhật ký bị đứt từ mục 3').waitFor();
    await change('127.0.0.1');
  });
});
