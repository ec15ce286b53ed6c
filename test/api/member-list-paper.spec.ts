import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../migrations/support/catalog.js';
import { linesOf, readPdf } from '../reports/support/read-pdf.js';
import { refused } from './support/office.js';
import { roleHolder } from './support/role-holder.js';
import { StudyDay } from './support/study-day.js';

let day: StudyDay;

beforeAll(async () => {
  day = await StudyDay.prepare();
});
afterAll(() => day.test.stop());

/** Lines of all pages. */
async function linesOfPaper(query: string): Promise<string[]> {
  const answer = await day.test.call('GET', `/members/list/pdf?${query}`);
  expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'application/pdf' } });
  const { pages } = await readPdf(answer.raw);
  return pages.flatMap((page) => linesOf(page).map((line) => line.replaceAll('\u00A0', ' ')));
}
const trail = () =>
  ask<{ action: string; told: Record<string, string> }>(
    day.test.databaseUrl,
    `SELECT e.action, jsonb_object_agg(v.field, v.value) AS told FROM audit_entry e
       JOIN audit_value v ON (v.committee_id, v.seq) = (e.committee_id, e.seq)
      WHERE e.action IN ('members.printed', 'members.downloaded') GROUP BY e.seq, e.action ORDER BY e.seq`,
  );

describe('the list on paper', () => {
  it('has the head of the committee, the conditions in words, the people of the filter in its order, and how many they are', async () => {
    const lines = await linesOfPaper(`cellId=${day.cell(1)}&asOf=2024-01-01&search=mau`);
    const text = lines.join('\n');
    expect(text).toContain('ĐẢNG ỦY PHƯỜNG');
    expect(text).toContain('DANH SÁCH ĐẢNG VIÊN');
    expect(text).toContain('tính đến ngày 01/01/2024');
    expect(text).toContain('(Chi bộ 2; tìm “mau”)');
    expect(text).toContain('Danh sách có 2 đồng chí. Được miễn sinh hoạt 1 đồng chí.');
    const people = lines.filter((line) => /^\d+ (Đỗ|Hồ)/.test(line));
    expect(people.map((line) => line.replace(/ Chi bộ.*/, ''))).toEqual(['1 Đỗ Mẫu Dung', '2 Hồ Mẫu Giang']);
    expect(text).toContain('Miễn sinh hoạt');
    expect(text).not.toContain('Bình');
  });

  it('of everybody has all and no conditions', async () => {
    const text = (await linesOfPaper('asOf=2024-01-01')).join('\n');
    expect(text).toContain('Danh sách có 5 đồng chí.');
    expect(text).not.toContain('()');
  });

  it('is told in the trail, printed or downloaded, with the filter, the count and the digest', async () => {
    const before = (await trail()).length;
    await linesOfPaper('search=an&purpose=print');
    const docx = await day.test.call('GET', '/members/list/docx?search=an');
    expect(docx.status).toBe(200);
    expect(docx.raw.subarray(0, 2).toString()).toBe('PK');
    const told = (await trail()).slice(before);
    expect(told).toMatchObject([
      { action: 'members.printed', told: { search: '"an"', count: '1', file: '"danh-sach-dang-vien.pdf"' } },
      { action: 'members.downloaded', told: { search: '"an"', format: '"docx"' } },
    ]);
    expect(told[0]?.told['sha256']).toMatch(/^"[0-9a-f]{64}"$/);
  });

  it('is refused in a sentence where nobody belongs to it, in another format, or for a filter that is none', async () => {
    expect(await day.test.call('GET', '/members/list/pdf?search=khongco')).toMatchObject(refused(404, 'not-found'));
    expect(await day.test.call('GET', '/members/list/html')).toMatchObject({ status: 404 });
    expect(await day.test.call('GET', '/members/list/pdf?purpose=ghi')).toMatchObject({ status: 422 });
    expect(await day.test.call('GET', '/members/list/pdf?sort=id')).toMatchObject({ status: 422 });
  });

  it('is made by those who may print names, of the cells they reach', async () => {
    const secretary = await roleHolder(day.test, 'cell-secretary', day.cell(0));
    const own = await secretary('GET', '/members/list/pdf');
    const { pages } = await readPdf(own.raw);
    const text = pages.flatMap(linesOf).join('\n').replaceAll('\u00A0', ' ');
    expect(text).toContain('Danh sách có 3 đồng chí');
    expect(text).not.toContain('Giang');
    expect(await secretary('GET', `/members/list/pdf?cellId=${day.cell(1)}`)).toMatchObject({ status: 404 });
    const viewer = await roleHolder(day.test, 'viewer');
    expect(await viewer('GET', '/members/list/pdf')).toMatchObject(refused(403, 'access.forbidden'));
    await ask(day.test.databaseUrl, `UPDATE role_grant SET may_export = false WHERE role = 'cell-secretary'`);
    expect(await secretary('GET', '/members/list/pdf')).toMatchObject(refused(403, 'access.forbidden'));
  });
});
