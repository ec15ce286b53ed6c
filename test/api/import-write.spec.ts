import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { five, fiveLines, nationalHead, nationalRow, type Value } from '../fixtures/registers/people.js';
import { drawn } from '../fixtures/registers/workbook.js';
import { ask } from '../migrations/support/catalog.js';
import { trailOf } from '../support/audit-trail.js';
import { refused } from './support/office.js';
import { type Import, ImportOffice } from './support/import.js';

let office: ImportOffice;

beforeAll(async () => {
  office = await ImportOffice.prepare();
});
afterAll(() => office.test.stop());

const list = (rows: Value[][]): Promise<Buffer> => drawn({ rows: [nationalHead, ...rows] });
const [an, binh] = five;
if (!an || !binh) throw new Error('five people are expected');

const checked = async (rows: Value[][]): Promise<Import> => office.checked('danh sach.xlsx', await list(rows));
const write = (id: string, which = 'good') => office.test.call('POST', `/members/imports/${id}/write`, { which });
const undo = (id: string) => office.test.call('POST', `/members/imports/${id}/undo`);

interface Listed {
  id: string;
  fullName: string;
  cellName: string;
  cardNumber: string | null;
}
const members = async (): Promise<Listed[]> =>
  (await office.test.call('GET', '/members')).body['items'] as unknown as Listed[];
const named = async (name: string): Promise<Listed> => {
  const found = (await members()).find(({ fullName }) => fullName === name);
  if (!found) throw new Error(`${name} is not in the register`);
  return found;
};
const story = async (id: string) => (await office.test.call('GET', `/members/${id}`)).body;

describe('a list that was checked', () => {
  let first: Import;
  let bytes: Buffer;

  it('is written as a whole, and stands in the register', async () => {
    bytes = await list(five.map(nationalRow));
    first = await office.checked('danh sach.xlsx', bytes);
    expect(first.toWrite).toEqual({ new: 5, changed: 0, behind: 0 });
    const told = { state: 'written', toWrite: { new: 5, changed: 0, behind: 0 } };
    expect(await write(first.id, 'all')).toMatchObject({ status: 200, body: told });
    const lines = (await office.lines()).sort();
    expect(lines).toEqual([...fiveLines].sort());
    const [entry] = (await trailOf(office.test.databaseUrl)).filter(({ action }) => action === 'import.written');
    expect(entry?.told).toMatchObject({ new: 5, changed: 0, behind: 0 });
  });

  // Of a register that nobody has counted the planner looks for every key afar; so few rows no server counts by itself.
  it('leaves a first register counted', async () => {
    const counted = await ask(office.test.databaseUrl, `SELECT reltuples FROM pg_class WHERE oid = 'member'::regclass`);
    expect(counted).toEqual([{ reltuples: 5 }]);
  });

  it('is written once', async () => {
    expect(await write(first.id)).toMatchObject(refused(409, 'import.state'));
    expect(await office.send('ten khac.xlsx', bytes)).toMatchObject(refused(409, 'import.written-before'));
    expect((await office.send('ten khac.xlsx', bytes, { isNotSecret: 'true', again: 'true' })).status).toBe(201);
    expect(await office.send('ten khac.xlsx', bytes, {})).toMatchObject(refused(422, 'validation'));
  });

  it('changes nothing where it says what the register says', async () => {
    const same = await checked(five.map(nationalRow));
    expect(same.counts).toMatchObject({ same: 5, new: 0, changed: 0 });
    expect(await write(same.id)).toMatchObject(refused(409, 'import.nothing-to-write'));
  });

  it('changes what it says otherwise, tells it beforehand, and leaves what it does not say', async () => {
    const before = await story((await named('Trần Thị Bình')).id);
    const other = { ...binh, cell: an.cell, card: '99.888777', born: '12/04/1952' };
    const changing = await checked([nationalRow({ ...other, admitted: '' }, 0)]);
    expect(changing.counts).toMatchObject({ changed: 1 });
    const [row] = await office.rows(changing.id, 'changed');
    expect(row?.changes).toEqual([
      { field: 'birthDate', from: '1952', to: '12/04/1952' },
      { field: 'cardNumber', from: binh.card, to: '99.888777' },
      { field: 'cellId', from: 'Chi bộ 2', to: 'Chi bộ 1' },
    ]);
    expect(await write(changing.id, 'all')).toMatchObject({ body: { state: 'written' } });
    const after = await story((await named('Trần Thị Bình')).id);
    expect(after).toMatchObject({
      ...{ birthDate: '1952-04-12', cardNumber: '99.888777', admittedOn: before['admittedOn'] },
      citizenNumber: before['citizenNumber'],
    });
    expect(await named('Trần Thị Bình')).toMatchObject({ cellName: 'Chi bộ 1' });
    expect(await undo(changing.id)).toMatchObject({ status: 200, body: { state: 'undone' } });
    expect(await story((await named('Trần Thị Bình')).id)).toEqual(before);
  });

  it('keeps its good rows and gives back the rest, where some are wrong', async () => {
    const stranger = { ...an, name: 'VŨ MẪU LẠ', citizen: '001062000077', card: '55.000001', born: '09/09/1962' };
    const mixed = await checked([
      nationalRow(stranger, 0),
      nationalRow({ ...stranger, born: '31/02/1960', citizen: '001062000078', card: null }, 1),
    ]);
    expect(mixed.toWrite).toEqual({ new: 1, changed: 0, behind: 1 });
    expect(await write(mixed.id, 'all')).toMatchObject(refused(409, 'import.rows-behind'));
    expect(await write(mixed.id, 'good')).toMatchObject({ body: { state: 'written' } });
    expect(await named('Vũ Mẫu Lạ')).toMatchObject({ cellName: an.cell });
    expect(await undo(mixed.id)).toMatchObject({ body: { state: 'undone' } });
    expect((await members()).map(({ fullName }) => fullName)).not.toContain('Vũ Mẫu Lạ');
  });

  it('is not written where the register has changed since it was checked, and says in which row', async () => {
    const stranger = { ...an, name: 'VŨ MẪU SAU', citizen: '001062000088', card: '55.000002', born: '08/08/1962' };
    const late = await checked([nationalRow(stranger, 0)]);
    const memberships = [{ cellId: office.cell(an.cell), kind: 'official', from: '2020-01-01' }];
    const entered = { fullName: 'Vũ Mẫu Sau', birthDate: '1962-08-08', citizenNumber: stranger.citizen, memberships };
    expect((await office.test.call('POST', '/members', entered)).status).toBe(201);
    expect(await write(late.id)).toMatchObject({
      status: 200,
      body: { state: 'checked', counts: { new: 0, wrong: 1 } },
    });
    const [row] = await office.rows(late.id, 'wrong');
    expect(row?.notes.at(-1)?.sentence).toContain('Sổ đã thay đổi');
    expect((await members()).filter(({ fullName }) => fullName === 'Vũ Mẫu Sau')).toHaveLength(1);
  });

  it('is not written where somebody has put right what it would change', async () => {
    const { id, cardNumber } = await named('Lê Đức Thắng');
    const [, , thang] = five;
    if (!thang) throw new Error('five people are expected');
    const other = await checked([nationalRow({ ...thang, card: '88.000111' }, 0)]);
    expect(other.counts).toMatchObject({ changed: 1 });
    expect((await office.test.call('PATCH', `/members/${id}`, { cardNumber: '88.000222' })).status).toBe(200);
    expect(await write(other.id)).toMatchObject({
      status: 200,
      body: { state: 'checked', counts: { changed: 0, wrong: 1 } },
    });
    expect(await named('Lê Đức Thắng')).toMatchObject({ cardNumber: '88.000222' });
    await office.test.call('PATCH', `/members/${id}`, { cardNumber });
  });

  it('is not taken back once something was built on it; the sentence says on whom', async () => {
    const bach = await named('Nguyễn Văn An');
    await office.test.call('PATCH', `/members/${bach.id}`, { phone: '0912 345 678' });
    const answer = await undo(first.id);
    expect(answer).toMatchObject(refused(409, 'import.built-on'));
    expect(answer.body['title']).toContain('Nguyễn Văn An (dòng 2) đã được sửa sau khi nhập');
    expect(await members()).toHaveLength(6);
  });
});

describe('a list of which the rows have had their time', () => {
  it('is not taken back, and stays written', async () => {
    const stranger = { ...an, name: 'ĐỖ MẪU CŨ', citizen: '001063000066', card: '55.000009', born: '07/07/1963' };
    const old = await checked([nationalRow(stranger, 0)]);
    expect(await write(old.id)).toMatchObject({ body: { state: 'written' } });
    for (const table of ['import_before', 'import_row']) {
      await ask(office.test.databaseUrl, `DELETE FROM ${table} WHERE import_id = $1`, [old.id]);
    }
    expect(await undo(old.id)).toMatchObject(refused(409, 'import.state'));
    expect(await named('Đỗ Mẫu Cũ')).toMatchObject({ cellName: an.cell });
  });
});

describe('a doubtful row', () => {
  it('asks whom it means, and is written as it was answered', async () => {
    const twin = { ...an, citizen: '', card: null, cell: 'Chi bộ 2' };
    const doubtful = await checked([nationalRow(twin, 0)]);
    expect(doubtful.counts).toMatchObject({ doubtful: 1 });
    expect(doubtful.toWrite).toEqual({ new: 0, changed: 0, behind: 1 });
    const [row] = await office.rows(doubtful.id, 'doubtful');
    expect(row?.candidates).toMatchObject([
      { fullName: 'Nguyễn Văn An', by: 'name-birth', changes: [{ field: 'cellId' }] },
    ]);
    const decide = (body: object) => office.test.call('PUT', `/members/imports/${doubtful.id}/rows/2/decision`, body);
    expect(await decide({ kind: 'match', memberId: doubtful.id })).toMatchObject(refused(422, 'validation'));
    const memberId = row?.candidates[0]?.memberId;
    expect(await decide({ kind: 'match', memberId })).toMatchObject({ body: { toWrite: { changed: 1, behind: 0 } } });
    expect(await decide({ kind: 'new' })).toMatchObject({ body: { toWrite: { new: 1, changed: 0, behind: 0 } } });
    expect(await write(doubtful.id, 'all')).toMatchObject({ body: { state: 'written' } });
    const twins = (await members()).filter(({ fullName }) => fullName === 'Nguyễn Văn An');
    expect(twins.map(({ cellName }) => cellName).sort()).toEqual(['Chi bộ 1', 'Chi bộ 2']);
    expect(await undo(doubtful.id)).toMatchObject({ body: { state: 'undone' } });
  });

  it('whose number is somebody else’s can’t be entered as new', async () => {
    const other = { ...binh, citizen: an.citizen, card: null };
    const doubtful = await checked([nationalRow(other, 0)]);
    const answer = await office.test.call('PUT', `/members/imports/${doubtful.id}/rows/2/decision`, { kind: 'new' });
    expect(answer).toMatchObject(refused(422, 'validation'));
  });
});

describe('two rows that say the same', () => {
  const stranger = { ...an, name: 'HỒ MẪU HAI', citizen: '001064000055', card: '55.000033', born: '06/06/1964' };

  it('are one, but not where one of them says that he died', async () => {
    const twice = await checked([nationalRow(stranger, 0), nationalRow(stranger, 1)]);
    expect(twice.counts).toMatchObject({ new: 1, 'left-out': 1 });
    const unlike = await checked([nationalRow(stranger, 0), nationalRow({ ...stranger, status: 'Đã từ trần' }, 1)]);
    expect(unlike.counts).toMatchObject({ wrong: 2, new: 0, 'left-out': 0 });
  });
});

describe('what a person says of a list', () => {
  it('holds also where he says that a name is none of the cells', async () => {
    const sent = await office.sent(
      'danh sach.xlsx',
      await list([nationalRow({ ...an, citizen: '001065000044', card: null }, 0)]),
    );
    if (!sent.reading) throw new Error('the list has no reading');
    const cells = sent.reading.cells.map((cell) => ({ ...cell, cellId: null }));
    expect((await office.choose(sent.id, { ...sent.reading, cells })).status).toBe(200);
    expect((await office.settled(sent.id)).counts).toMatchObject({ wrong: 1, new: 0 });
  });

  it('is not asked for cells of other committees where somebody lives; that they are left out is told', async () => {
    const row = nationalRow({ ...an, citizen: '001066000033', card: null, name: 'LÝ MẪU XA', born: '05/05/1966' }, 0);
    const living = row.map((value, column) => (column === 7 ? 'Chi bộ 5, phường Khác' : value));
    const sent = await office.checked('danh sach.xlsx', await list([living]));
    expect(sent.reading?.needs).toEqual([]);
    expect(sent.counts).toMatchObject({ new: 1 });
    const [told] = await office.rows(sent.id);
    expect(told?.notes).toMatchObject([{ kind: 'restored', field: 'residenceCell', letter: 'H' }]);
  });
});

describe('what is kept of a list', () => {
  it('shows no number in full, also one that is written in groups', async () => {
    const kept = await office.sent(
      'danh sach.xlsx',
      await list([nationalRow({ ...an, citizen: '001 067 000022' }, 0)]),
    );
    const samples = JSON.stringify(kept.reading?.columns);
    expect(samples).toContain('…0022');
    expect(samples).not.toContain('067');
  });

  it('holds no number in the clear, and goes when it is forgotten', async () => {
    const kept = await checked([nationalRow({ ...an, citizen: '001062000099', card: null, name: 'LÊ MẪU KÍN' }, 0)]);
    const raw = await office.raw(kept.id);
    expect(raw).not.toContain('001062000099');
    expect(JSON.stringify(await office.rows(kept.id))).not.toContain('001062000099');
    expect((await office.test.call('DELETE', `/members/imports/${kept.id}`)).status).toBe(204);
    expect(await office.raw(kept.id)).toBe('');
  });
});
