import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nationalHead, type Value } from '../fixtures/registers/people.js';
import { drawn } from '../fixtures/registers/workbook.js';
import { ask } from '../migrations/support/catalog.js';
import { type Import, ImportOffice, type Row } from './support/import.js';

type Line = Record<string, Value>;

let office: ImportOffice;
let ids: string[];

const name = (text: string): Line => ({ 'Họ và tên': text, 'Chi bộ đang sinh hoạt': 'Chi bộ 1' });
const citizen: Line = { 'Số CCCD': '001060000011' };
const card: Line = { 'Số thẻ Đảng viên': '01.234567' };

/** A list of these people, checked against the register. */
async function check(...lines: Line[]): Promise<{ list: Import; rows: Row[] }> {
  const rows = lines.map((said) => nationalHead.map((title) => said[title] ?? null));
  const list = await office.checked('ds.xlsx', await drawn({ rows: [nationalHead, ...rows] }));
  return { list, rows: await office.rows(list.id) };
}

const sentences = (row: Row | undefined): string => (row?.notes ?? []).map(({ sentence }) => sentence).join(' ');
const decide = (list: Import, memberId: string) =>
  office.test.call('PUT', `/members/imports/${list.id}/rows/2/decision`, { kind: 'match', memberId });

beforeAll(async () => {
  office = await ImportOffice.prepare();
  const memberships = [{ cellId: office.cell('Chi bộ 1'), kind: 'official', from: '2015-01-01' }];
  const [known, days] = [{ citizenNumber: '001060000011' }, { admittedOn: '1985-02-03', officialOn: '1986-02-03' }];
  const members = [
    { fullName: 'Nguyễn Văn Mẫu', birthDate: '1960-03-05', cardNumber: '01.234567', ...known, ...days, memberships },
    { fullName: 'Trần Thị Năm', memberships },
  ];
  ids = (await office.test.call('POST', '/members/batch', { members })).body['ids'] as string[];
});
afterAll(() => office.test.stop());

describe('a row without a birth to compare', () => {
  it('that names somebody of the same cell is for a person to look at', async () => {
    const { list, rows } = await check(name('Nguyễn Văn Mẫu'));
    expect(rows).toMatchObject([{ verdict: 'doubtful', candidates: [{ memberId: ids[0], by: 'name' }] }]);
    expect(sentences(rows[0])).toContain('chưa đủ năm sinh để so');
    expect((await decide(list, ids[0] ?? '')).status).toBe(200);
  });

  it('is so too where the register knows no birth', async () => {
    const { rows } = await check({ ...name('Trần Thị Năm'), 'Ngày sinh': '01/02/1970' });
    expect(rows).toMatchObject([{ verdict: 'doubtful', candidates: [{ memberId: ids[1], by: 'name' }] }]);
  });

  it('is somebody new with another cell, or with a number that the other does not have', async () => {
    const { rows } = await check(
      { 'Họ và tên': 'Nguyễn Văn Mẫu', 'Chi bộ đang sinh hoạt': 'Chi bộ 2' },
      { ...name('Nguyễn Văn Mẫu'), 'Số CCCD': '001071000033' },
    );
    expect(rows.map(({ verdict }) => verdict)).toEqual(['new', 'new']);
  });
});

describe('what a row says', () => {
  it('of a member of whom another row says something else is wrong, whatever signs the two go by', async () => {
    const { rows } = await check(
      { ...name('Nguyễn Văn Mẫu'), ...citizen, 'Ngày kết nạp': '04/02/1985' },
      { ...name('Nguyễn Văn Mẫu'), ...card, 'Ngày kết nạp': '05/02/1985' },
    );
    expect(rows).toMatchObject([{ verdict: 'changed' }, { verdict: 'wrong', changes: [] }]);
    expect(sentences(rows[1])).toContain('Cùng một đồng chí trong sổ với dòng 2');
  });

  it.each([
    ['03/02/1990', 'Ngày chính thức 03/02/1986 trước ngày kết nạp 03/02/1990'],
    ['03/02/1950', 'Ngày kết nạp 03/02/1950 không sau ngày sinh 05/03/1960'],
  ])('is wrong where the register’s own days do not allow it: admitted on %s', async (day, sentence) => {
    const { rows } = await check({ ...name('Nguyễn Văn Mẫu'), ...citizen, 'Ngày kết nạp': day });
    expect(rows[0]?.verdict).toBe('wrong');
    expect(sentences(rows[0])).toContain(sentence);
  });

  it('can’t be put upon a member whose days do not allow it, even where a person chooses him', async () => {
    const { list, rows } = await check({ ...name('Nguyễn Văn Mẫu'), 'Ngày kết nạp': '03/02/1950' });
    expect(rows).toMatchObject([{ verdict: 'doubtful', candidates: [{ memberId: ids[0] }] }]);
    const refused = await decide(list, ids[0] ?? '');
    expect(refused.status).toBe(422);
    expect(refused.raw.toString()).toContain('không sau ngày sinh 05/03/1960');
  });

  it('of another year of birth, without a day, takes no day away', async () => {
    const { rows } = await check({ ...name('Nguyễn Văn Mẫu'), ...card, 'Ngày sinh': '1961' });
    expect(rows).toMatchObject([{ verdict: 'doubtful', candidates: [{ changes: [] }] }]);
    expect(sentences(rows[0])).toContain('Tệp ghi năm sinh 1961, sổ ghi ngày sinh 05/03/1960.');
  });
});

it('the mistakes of a list, which stand unsealed, name nobody and repeat no cell', async () => {
  const { list } = await check(
    { ...name('Lạ Hoàn Toàn'), ...citizen, 'Ngày sinh': '01/01/1990' },
    { ...name('Phạm Thị Thử'), 'Ngày sinh': 'Ngô Kín Đáo', 'Trạng thái': 'ốm nằm nhà' },
    { ...name('Phạm Thị Hai'), 'Ngày sinh': 'không nhớ rõ' },
  );
  expect(list.mistakes).toContainEqual({
    ...{ sentence: '“…” không phải là ngày tháng.', field: 'birth', rows: 2, firstRow: 3 },
  });
  const [kept] = await ask(
    office.test.databaseUrl,
    'SELECT mistakes::text AS said FROM register_import WHERE id = $1',
    [list.id],
  );
  expect(kept?.['said']).toContain('là của …');
  expect(kept?.['said']).not.toMatch(/Mẫu|Hoàn Toàn|Kín Đáo|nằm nhà/);
});
