import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellNames, five, nationalHead, nationalRow, type Person, type Value } from '../fixtures/registers/people.js';
import { ask } from '../migrations/support/catalog.js';
import { drawn } from '../fixtures/registers/workbook.js';
import { readXlsx, type ReadSheet } from '../spreadsheet/support/read-xlsx.js';
import { trailOf } from '../support/audit-trail.js';
import { ImportOffice } from './support/import.js';
import { refused } from './support/office.js';
import { roleHolder } from './support/role-holder.js';

let office: ImportOffice;

const [an, binh] = five;
if (!an || !binh) throw new Error('five people are expected');
/** One whose texts a spreadsheet would take for formulas. */
const formula: Person = { ...an, name: '=1+1 MẪU', card: '55.000009', citizen: '001062000099', born: '09/09/1962' };

const listOf = (people: readonly Person[]): Promise<Buffer> =>
  drawn({ rows: [nationalHead, ...people.map(nationalRow)] });

async function sheets(path: string): Promise<ReadSheet[]> {
  const answer = await office.test.call('GET', path);
  expect(answer, answer.raw.toString().slice(0, 300)).toMatchObject({ status: 200 });
  expect(String(answer.headers['content-disposition'])).toMatch(/^attachment; filename="[a-z-]+\.xlsx"$/);
  return readXlsx(answer.raw);
}
const first = async (path: string): Promise<ReadSheet> => {
  const [sheet] = await sheets(path);
  if (!sheet) throw new Error('a workbook without sheets');
  return sheet;
};

beforeAll(async () => {
  office = await ImportOffice.prepare();
  const list = await office.checked('danh sach.xlsx', await listOf(five));
  await office.test.call('POST', `/members/imports/${list.id}/write`, { which: 'all' });
});
afterAll(() => office.test.stop());

describe('the register in the heads of the national export', () => {
  it('has everybody of the filter in the order of names, days as days, years alone as texts, zeros kept', async () => {
    const { name, rows } = await first('/members/sheets/national');
    expect(name).toBe('DS_DANGVIEN');
    expect(rows[0]).toEqual(nationalHead);
    expect(rows.slice(1).map(([, fullName]) => fullName)).toEqual([
      ...['Nguyễn Văn An', 'Đặng Thị Ánh', 'Trần Thị Bình', 'Phạm Quốc Hưng', 'Lê Đức Thắng'],
    ]);
    expect(rows[1]).toEqual([
      ...[1, 'Nguyễn Văn An', '01.234567', null, new Date('1960-03-05T00:00:00Z'), new Date('1985-02-03T00:00:00Z')],
      ...['Chi bộ 1', null, 'Đang sinh hoạt'],
    ]);
    expect(rows[3]?.[4]).toBe('1952');
    expect(rows[4]?.[8]).toBe('Đảng viên dự bị, đang sinh hoạt');
    const { rows: some } = await first(`/members/sheets/national?cellId=${office.cell('Chi bộ 2')}`);
    expect(some).toHaveLength(3);
  });

  it('has citizen numbers only where they are asked for, and the trail tells both', async () => {
    const { rows } = await first('/members/sheets/national-with-numbers?search=an');
    expect(rows[1]?.[3]).toBe(an.citizen);
    const told = (await trailOf(office.test.databaseUrl)).filter(({ action }) => action === 'register.exported');
    expect(told.at(-1)?.told).toMatchObject({ numbers: 'whole', search: 'an' });
    expect(told.at(0)?.told).toMatchObject({ numbers: 'none', count: 5 });
  });

  it.each(['national', 'national-with-numbers'])('is brought back as %s and changes nothing', async (kind) => {
    const { raw } = await office.test.call('GET', `/members/sheets/${kind}`);
    const again = await office.checked('DS_DANGVIEN.xlsx', raw);
    expect(again.reading?.columns.map(({ found }) => found)).toEqual(nationalHead.map(() => 'exact'));
    expect(again.counts).toMatchObject({ same: 5, new: 0, changed: 0, doubtful: 0, wrong: 0 });
  });

  it('keeps as a text what begins like a formula', async () => {
    const memberships = [{ cellId: office.cell('Chi bộ 1'), kind: 'official', from: '2020-01-01' }];
    for (const fullName of ['=1+1', '+84', '-2', '@SUM'].map((text) => `${text} Mẫu`)) {
      await office.test.call('POST', '/members', { fullName, birthYear: 1970, memberships });
    }
    const { rows, formulas } = await first('/members/sheets/national?search=mau');
    expect(rows.slice(1).map(([, name]) => name)).toEqual(
      expect.arrayContaining(['=1+1 Mẫu', '+84 Mẫu', '-2 Mẫu', '@SUM Mẫu']),
    );
    expect(formulas).toBe(0);
  });

  it('is for whoever may export, and of nobody there is none', async () => {
    const viewer = await roleHolder(office.test, 'secretary');
    expect(await viewer('GET', '/members/sheets/national')).toMatchObject({ status: 403 });
    expect(await office.test.call('GET', '/members/sheets/national?search=khongcoai')).toMatchObject({ status: 404 });
    expect(await office.test.call('GET', '/members/sheets/national?order=x')).toMatchObject(refused(422, 'validation'));
  });
});

it('the list of the office is had for Excel as it is printed', async () => {
  const { rows } = await first(`/members/list/xlsx?cellId=${office.cell('Chi bộ 2')}`);
  expect(rows.flat()).toEqual(expect.arrayContaining(['Trần Thị Bình', 'Phạm Quốc Hưng']));
  expect(rows.flat()).not.toContain('Nguyễn Văn An');
});

describe('the list to fill in', () => {
  it('has the heads that an import knows, the cells to choose from, and says how each column is filled', async () => {
    const [list, help, cells] = await sheets('/members/sheets/template');
    expect(list?.rows).toHaveLength(1);
    expect(list?.choices).toEqual(expect.arrayContaining(["'Chi bộ'!$A$2:$A$4", '"Nam,Nữ"']));
    expect(help?.rows.map(([head]) => head)).toEqual(expect.arrayContaining(['Họ và tên', 'Ngày sinh']));
    expect(cells?.rows.flat()).toEqual(['Chi bộ', ...cellNames]);
  });

  it('is refused empty, in a sentence', async () => {
    const { raw } = await office.test.call('GET', '/members/sheets/template');
    const list = await office.sent('mau.xlsx', raw);
    if (!list.reading) throw new Error('the template was not read');
    expect(await office.choose(list.id, list.reading)).toMatchObject(refused(422, 'import.no-rows'));
  });

  it('is known whole once it is filled in', async () => {
    const [list] = await sheets('/members/sheets/template');
    const head = list?.rows[0] as string[];
    const said: Record<string, Value> = {
      ...{ 'Họ và tên': 'Vũ Mẫu Điền', 'Ngày sinh': '01/02/1980', 'Chi bộ đang sinh hoạt': 'Chi bộ 1' },
      ...{
        'Ngày kết nạp': '03/02/2010',
        'Ngày chính thức': '03/02/2011',
        'Giới tính': 'Nam',
        'Điện thoại': '0912345678',
      },
    };
    const filled = await drawn({ rows: [head, head.map((title) => said[title] ?? null)] });
    const checked = await office.checked('mau da dien.xlsx', filled);
    expect(checked.reading?.needs).toEqual([]);
    expect(checked.reading?.columns.filter(({ field }) => field === null)).toEqual([]);
    expect(checked.counts).toMatchObject({ new: 1 });
  });
});

describe('the rows that a list leaves behind', () => {
  const stranger = { ...binh, name: 'VŨ MẪU SAI', card: '55.000011', citizen: '001162000111', born: '31/02/1962' };
  const doubtful = { ...binh, card: null, citizen: '', cell: cellNames[2] };

  it('are a file with what is to be put right, and nothing of the others', async () => {
    const list = await office.checked('co loi.xlsx', await listOf([an, stranger, doubtful, formula]));
    const { rows, name, formulas } = await first(`/members/imports/${list.id}/rest`);
    expect(name).toBe('Cần sửa');
    expect(rows[0]).toEqual(['Dòng', 'Cần sửa', ...nationalHead]);
    expect(rows.slice(1).map(([row, , , who]) => [row, who])).toEqual([
      [3, 'VŨ MẪU SAI'],
      [4, 'TRẦN THỊ BÌNH'],
      [5, '=1+1 MẪU'],
    ]);
    expect(formulas).toBe(0);
    expect(rows[1]?.[1]).toBe('Ngày sinh: Không có ngày 31/02/1962 trong lịch.');
    expect(rows[1]?.slice(2)).toEqual(nationalRow(stranger, 1));
    const [entry] = (await trailOf(office.test.databaseUrl)).filter(({ action }) => action === 'import.rest-read');
    expect(entry?.told).toMatchObject({ name: 'co loi.xlsx', rows: 3 });
  });

  it('keep numbers as numbers and days as days, also of columns that mean nothing here', async () => {
    const head = [...nationalHead, 'Ngày cấp thẻ', 'Hệ số'];
    const cardDay = new Date('1990-05-07T00:00:00Z');
    const person = nationalRow(stranger, 0).with(2, 55_000_011).with(3, 1_162_000_111).with(5, 27_533);
    const bytes = await drawn({ rows: [head, [...person, cardDay, 4.98]] });
    const list = await office.checked('so.xlsx', bytes);
    const { raw } = await office.test.call('GET', `/members/imports/${list.id}/rest`);
    const [sheet] = await readXlsx(raw);
    expect(sheet?.rows[1]?.slice(2)).toEqual([...person, cardDay, 4.98]);
    const again = await office.checked('so lai.xlsx', raw);
    const notesOf = async (id: string) =>
      (await office.rows(id)).map(({ notes }) => notes.map((note) => note.sentence));
    expect(await notesOf(again.id)).toEqual(await notesOf(list.id));
  });

  it('are corrected, brought again and known without a question', async () => {
    const list = await office.checked('co loi nua.xlsx', await listOf([an, stranger]));
    const { rows } = await first(`/members/imports/${list.id}/rest`);
    const corrected = rows.map((row) => row.map((value) => (value === '31/02/1962' ? '28/02/1962' : value)));
    const again = await office.checked('da sua.xlsx', await drawn({ rows: corrected }));
    expect(again.reading?.columns.map(({ title, field }) => [title, field]).slice(0, 4)).toEqual([
      ['Dòng', null],
      ['Cần sửa', null],
      ['STT', 'ordinal'],
      ['Họ và tên', 'fullName'],
    ]);
    expect(again.toWrite).toEqual({ new: 1, changed: 0, behind: 0 });
    const written = await office.test.call('POST', `/members/imports/${again.id}/write`, { which: 'all' });
    expect(written.body).toMatchObject({ state: 'written' });
  });

  it('name the cell that stood above them, or that was said for all', async () => {
    const [head, ...ordinary] = [nationalHead, nationalRow(stranger, 0)].map((row) => row.filter((_, at) => at !== 6));
    if (!head) throw new Error('a head is expected');
    const above = await drawn({ rows: [head, ['Chi bộ 2'], ...ordinary] });
    const list = await office.checked('theo chi bo.xlsx', above);
    const { rows } = await first(`/members/imports/${list.id}/rest`);
    expect(rows[0]?.at(-1)).toBe('Chi bộ đang sinh hoạt');
    expect(rows[1]?.at(-1)).toBe('Chi bộ 2');
  });

  it('are refused in a sentence where they are kept no longer', async () => {
    const list = await office.checked('cu.xlsx', await listOf([stranger]));
    await ask(office.test.databaseUrl, 'DELETE FROM import_row WHERE import_id = $1', [list.id]);
    const { status, body } = await office.test.call('GET', `/members/imports/${list.id}/rest`);
    expect([status, body['title']]).toEqual([409, 'Không có dòng nào để lại, hoặc các dòng đã hết hạn lưu giữ.']);
  });

  it('are refused in a sentence where none is left', async () => {
    const list = await office.checked('dung ca.xlsx', await listOf([an]));
    expect(await office.test.call('GET', `/members/imports/${list.id}/rest`)).toMatchObject(
      refused(409, 'import.nothing-behind'),
    );
  });
});
