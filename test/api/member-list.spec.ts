import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RoleHolder, roleHolder, viewerFromAbove } from './support/role-holder.js';
import { StudyDay } from './support/study-day.js';

let day: StudyDay;
let cells: { one: string; below: string; outside: string };
let part: string;

const official = (cellId: string) => [{ cellId, kind: 'official', from: '2015-01-01' }];

/** Invented; each in a cell, with what sets him apart. */
const people = (): object[] => [
  {
    fullName: 'Trần Văn An',
    birthDate: '1980-06-15',
    sex: 'male',
    cardNumber: '30.123 456',
    memberships: official(cells.one),
  },
  { fullName: 'Nguyễn Thị Ánh', birthYear: 1980, sex: 'female', cardNumber: 'AB-77', memberships: official(cells.one) },
  {
    fullName: 'Nguyễn Văn Ân',
    memberships: official(cells.below),
    offices: [{ title: 'Bí thư chi bộ', from: '2020-01-01' }],
  },
  {
    fullName: 'Nguyễn Anh Quý',
    memberships: official(cells.below),
    exemptions: [{ kind: 'treatment', from: '2024-01-01', to: '2024-07-01' }],
  },
  { fullName: 'An Thị Bích', birthDate: '1996-02-29', memberships: official(cells.below) },
  { fullName: 'Đặng Thị Hoà', memberships: official(cells.outside), admittedOn: '2025-01-01', officialOn: null },
  { fullName: 'Đỗ Hoà Bình', memberships: official(cells.outside) },
  { fullName: 'Lê Thị Hòa', memberships: official(cells.outside) },
  { fullName: 'Lê Văn Hoa', memberships: official(cells.outside) },
  { fullName: 'Phạm Văn Hoàng', memberships: official(cells.outside) },
  { fullName: "H'Hen Niê", memberships: official(cells.outside) },
];

beforeAll(async () => {
  day = await StudyDay.prepare();
  const unit = (name: string, kind: string, parentId?: string): Promise<{ id: string }> =>
    day.make('POST', '/units', { name, kind, foundedOn: '2010-01-01', ...(parentId && { parentId }) });
  part = (await unit('Đảng bộ bộ phận Mẫu', 'committee')).id;
  const [one, below, outside] = [
    await unit('Chi bộ 11', 'cell', part),
    await unit('Chi bộ 12', 'cell', part),
    await unit('Chi bộ 13', 'cell'),
  ];
  cells = { one: one.id, below: below.id, outside: outside.id };
  const born = { admittedOn: '2012-01-01', officialOn: '2013-01-01' };
  await day.make('POST', '/members/batch', { members: people().map((person) => ({ ...born, ...person })) });
});
afterAll(() => day.test.stop());

const ask = async (filter: Record<string, string>, who: RoleHolder = day.test.call): Promise<string[]> => {
  const answer = await who('GET', `/members?${new URLSearchParams(filter)}`);
  if (answer.status !== 200) throw new Error(`answered ${answer.status}: ${answer.raw.toString()}`);
  const { items, total } = answer.body as unknown as { items: { fullName: string }[]; total: number };
  expect(total).toBe(items.length);
  return items.map(({ fullName }) => fullName);
};
const search = (text: string): Promise<string[]> => ask({ search: text });

describe('searching the register', () => {
  it('finds the given name first, then the other words', async () => {
    expect(await search('an')).toEqual([
      ...['Nguyễn Thị Thử An', 'Trần Văn An', 'Nguyễn Văn Ân', 'Nguyễn Thị Ánh', 'An Thị Bích', 'Nguyễn Anh Quý'],
    ]);
    expect((await search('ÂN'))[0]).toBe('Nguyễn Văn Ân');
  });

  it('takes words in any order, each from its beginning', async () => {
    expect(await search('an nguyen van')).toEqual(['Nguyễn Văn Ân']);
    expect(await search('an ngu')).toEqual(await search('nguyen an'));
    expect(await search('guyen')).toEqual([]);
    expect(await search('hen nie')).toEqual(["H'Hen Niê"]);
  });

  it('knows đ as d, and both placements of a tone; who types the tones gets the exact ones first', async () => {
    expect(await search('dang hoa')).toEqual(['Đặng Thị Hoà']);
    expect(await search('đo binh')).toEqual(['Đỗ Hoà Bình']);
    const found = ['Đặng Thị Hoà', 'Lê Thị Hòa', 'Đỗ Hoà Bình', 'Lê Văn Hoa', 'Phạm Văn Hoàng'];
    expect(await search('hoà')).toEqual(found);
    expect(await search('Hòa')).toEqual(found);
    expect(await search('hoa')).toEqual(['Lê Văn Hoa', 'Đặng Thị Hoà', 'Lê Thị Hòa', 'Phạm Văn Hoàng', 'Đỗ Hoà Bình']);
  });

  it('finds a card number by any part of it, however its digits were set apart', async () => {
    for (const text of ['30123456', '30.123', '3456', 'an 123'])
      expect(await search(text), text).toEqual(['Trần Văn An']);
    expect(await search('ab77')).toEqual(['Nguyễn Thị Ánh']);
    expect(await search('999')).toEqual([]);
  });

  it.each(['%', '_', '...', '—', '\\'])('finds nobody where no word was typed: %s', async (text) => {
    expect(await search(text)).toEqual([]);
  });
});

describe('filtering the register', () => {
  it('takes a unit with all that lay below it on the day', async () => {
    expect(await ask({ unitId: part })).toHaveLength(5);
    expect(await ask({ unitId: cells.below })).toHaveLength(3);
    expect(await ask({ unitId: part, asOf: '2014-01-01' })).toEqual([]);
    expect(await ask({ unitId: part, cellId: cells.outside })).toEqual([]);
  });

  it('counts years as of the day, the day itself included', async () => {
    const forty = { ageFrom: '40', ageTo: '40' };
    expect(await ask({ ...forty, asOf: '2020-06-14' })).toEqual(['Nguyễn Thị Ánh']);
    expect(await ask({ ...forty, asOf: '2020-06-15' })).toEqual(['Trần Văn An', 'Nguyễn Thị Ánh']);
    // Born on 29 February: a year older on 1 March.
    const bich = { ageFrom: '30', unitId: cells.below };
    expect(await ask({ ...bich, asOf: '2026-02-28' })).toEqual([]);
    expect(await ask({ ...bich, asOf: '2026-03-01' })).toEqual(['An Thị Bích']);
  });

  it('knows offices, exemptions, sex, standing as of the day', async () => {
    expect(await ask({ officeTitle: 'bi thu' })).toEqual(['Nguyễn Văn Ân']);
    expect(await ask({ offices: 'any', asOf: '2019-12-31' })).toEqual([]);
    expect(await ask({ offices: 'none', unitId: cells.below })).toEqual(['An Thị Bích', 'Nguyễn Anh Quý']);
    expect(await ask({ exemption: 'treatment', asOf: '2024-06-30' })).toEqual(['Nguyễn Anh Quý']);
    expect(await ask({ exemption: 'treatment', asOf: '2024-07-01' })).toEqual([]);
    expect(await ask({ sex: 'female', search: 'anh' })).toEqual(['Nguyễn Thị Ánh']);
    expect(await ask({ standing: 'probationary', asOf: '2025-06-01' })).toEqual(['Đặng Thị Hoà']);
  });

  it('refuses what is no filter, field by field', async () => {
    for (const [field, value] of [
      ['ageFrom', 'già'],
      ['ageTo', '-1'],
      ['offices', 'Bí thư'],
      ['exemption', 'lười'],
      ['sex', 'x'],
      ['unitId', 'chi bộ 1'],
      ['pageSize', '100000'],
    ]) {
      const answer = await day.test.call('GET', `/members?${field}=${encodeURIComponent(String(value))}`);
      expect(answer, field).toMatchObject({ status: 422, body: { errors: [{ path: field }] } });
    }
  });

  it('never widens what one may see', async () => {
    const secretary = await roleHolder(day.test, 'cell-secretary', cells.one);
    expect(await ask({ unitId: part }, secretary)).toEqual(['Trần Văn An', 'Nguyễn Thị Ánh']);
    expect(await ask({ cellId: cells.outside }, secretary)).toEqual([]);
    await day.make('PATCH', '/committee', { showsNamesAbove: true });
    const above = await viewerFromAbove(day.test);
    expect(await above('GET', '/members?duty=exempt')).toMatchObject({ status: 200 });
    expect(await above('GET', '/members?exemption=treatment')).toMatchObject({ status: 403 });
  });
});
