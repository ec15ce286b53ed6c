import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { generateWard } from '../demo/ward/ward.js';
import { type ListRow, writeList } from '../src/platform/spreadsheet/write-list.js';
import type { ImportDto } from '../src/register-import/register-import.dto.js';
import { urlOf } from './database-url.js';
import { HttpClient } from './http-client.js';
import { invented } from './invented-people.js';
import { type Measure, measureOf } from './measure.js';
import { startProduct } from './product.js';

const cells = 100;
/** Besides the nine that are read, as lists of offices have them. */
const otherColumns = 21;
const head = ['STT', 'Họ và tên', 'Số thẻ Đảng viên', 'Ngày sinh', 'Giới tính', 'Ngày kết nạp', 'Ngày chính thức'];

const day = (iso: string): string => iso.split('-').reverse().join('/');
const cellOf = (n: number): string => `Chi bộ ${1 + (n % cells)}`;

function* rowsOf(rows: number): Generator<ListRow, void, undefined> {
  for (let n = 0; n < rows; n += 1) {
    const { fullName, cardNumber, birthDate, sex, admittedOn, officialOn } = invented(n);
    const told = [String(n + 1), fullName.toUpperCase(), cardNumber, day(birthDate), sex === 'male' ? 'Nam' : 'Nữ'];
    const other = Array.from({ length: otherColumns }, (_, at) => `Ghi ${at} ${n % 97}`);
    yield { values: [...told, day(admittedOn), day(officialOn), cellOf(n), 'Đang sinh hoạt', ...other] };
  }
}

function listOf(rows: number): Promise<Buffer> {
  const others = Array.from({ length: otherColumns }, (_, at) => `Cột ${at + 1}`);
  const heads = [...head, 'Chi bộ đang sinh hoạt', 'Trạng thái', ...others];
  const columns = heads.map((text) => ({ head: text, width: 14, kind: 'text' as const }));
  return writeList({
    ...{ title: 'Danh sách', author: 'Bench', at: new Date(0) },
    sheets: [{ name: 'Danh sách', columns, rows: rowsOf(rows) }],
  });
}

/** The slowest answer to somebody else meanwhile, ms. */
function otherAsks(client: HttpClient): { slowest: () => Promise<number> } {
  const over = new AbortController();
  let slowest = 0;
  const asking = (async () => {
    while (!over.signal.aborted) {
      const startedAt = performance.now();
      await client.json('GET', '/me');
      slowest = Math.max(slowest, performance.now() - startedAt);
      await sleep(50);
    }
  })();
  // Told where it is asked for: a failure must not end the run before.
  asking.catch(() => undefined);
  return {
    slowest: async () => {
      over.abort();
      await asking;
      return slowest;
    },
  };
}

async function settled(client: HttpClient, id: string, state: ImportDto['state']): Promise<ImportDto> {
  for (;;) {
    const list = await client.json<ImportDto>('GET', `/members/imports/${id}`);
    if (list.state === state) return list;
    if (!['reading', 'checking', 'writing'].includes(list.state)) throw new Error(`the list is ${list.state}`);
    await sleep(200);
  }
}

/** From the file to the register, as a clerk does it. */
async function bring(client: HttpClient, bytes: Buffer, rows: number): Promise<void> {
  const form = new FormData();
  form.append('isNotSecret', 'true');
  form.append('file', new Blob([new Uint8Array(bytes)]), 'danh sach.xlsx');
  const { id } = await client.form<ImportDto>('/members/imports', form);
  const { reading } = await settled(client, id, 'mapping');
  if (!reading) throw new Error('the list was not read');
  const { sheet, headRow, headDepth, columns, encodings, cells: named, cellForAll, from } = reading;
  const choice = { sheet, headRow, headDepth, cellForAll, from, isDraft: false };
  await client.json('PUT', `/members/imports/${id}/reading`, {
    ...choice,
    columns: columns.map(({ column, field }) => ({ column, field })),
    encodings: encodings.map(({ font, encoding }) => ({ font, encoding })),
    cells: named.map(({ name, cellId }) => ({ name, cellId })),
  });
  const { counts } = await settled(client, id, 'checked');
  if (counts?.new !== rows) throw new Error(`of ${rows} rows ${counts?.new} are new`);
  await client.json('POST', `/members/imports/${id}/write`, { which: 'all' });
  await settled(client, id, 'written');
}

/** The same people into a table like that of members, by COPY. @returns rows a second */
async function bareCopy(dataDir: string, rows: number): Promise<number> {
  const database = new pg.Client(await urlOf(dataDir));
  await database.connect();
  // Outside the data folder, which whoever runs the database may not enter.
  const file = join(tmpdir(), `quan-triet-people-${randomUUID()}.csv`);
  const lines = Array.from({ length: rows }, (_, n) => {
    const { fullName, cardNumber, birthDate, sex, admittedOn, officialOn } = invented(n);
    const [family = '', middle = '', given = ''] = fullName.split(' ');
    const year = birthDate.slice(0, 4);
    return [
      randomUUID(),
      randomUUID(),
      fullName,
      family,
      middle,
      given,
      birthDate,
      year,
      sex,
      cardNumber,
      admittedOn,
      officialOn,
      '2026-01-01',
    ];
  });
  await writeFile(file, lines.map((line) => `${line.join(',')}\n`).join(''));
  await database.query('CREATE TABLE bare_member (LIKE member INCLUDING ALL)');
  const startedAt = performance.now();
  await database.query(
    `COPY bare_member (committee_id, id, full_name, family_name, middle_name, given_name, birth_date, birth_year, sex, card_number,
                       admitted_on, official_on, created_at) FROM '${file}' (FORMAT csv)`,
  );
  const perSecond = rows / ((performance.now() - startedAt) / 1000);
  await database.query('DROP TABLE bare_member');
  await rm(file);
  await database.end();
  return perSecond;
}

async function measureOne(rows: number): Promise<Measure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'quan-triet-bench-'));
  const bytes = await listOf(rows);
  const server = await startProduct(dataDir);
  try {
    const client = new HttpClient(server.url);
    const account = { loginName: 'bench', displayName: 'Bench', password: randomUUID() };
    await client.json('POST', '/first-run', { committee: generateWard().committee, account });
    for (let n = 0; n < cells; n += 1) {
      await client.json('POST', '/units', { name: cellOf(n), kind: 'cell', foundedOn: '2010-01-01' });
    }
    const others = otherAsks(client);
    const startedAt = performance.now();
    await bring(client, bytes, rows);
    const perSecond = rows / ((performance.now() - startedAt) / 1000);
    const slowest = await others.slowest();
    const peak = await server.peakMegabytes();
    const reference = await bareCopy(dataDir, rows);
    return told(rows, { perSecond, peak, slowest, reference });
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

interface Told {
  perSecond: number;
  peak: number;
  slowest: number;
  reference: number;
}

function told(rows: number, { perSecond, peak, slowest, reference }: Told): Measure[] {
  const name = `import of ${rows.toLocaleString('vi-VN')} rows × 30 columns`;
  const none = { reference: null, goal: null, isMet: null };
  return [
    measureOf({
      name: `${name}, from file to register`,
      value: perSecond,
      unit: 'rows/s',
      reference,
      goal: null,
      isMet: null,
    }),
    measureOf({
      ...{ name: `${name}, peak memory of the server`, value: peak, unit: 'MB', reference: null, goal: '≤ 400 MB' },
      isMet: ({ value }) => value <= 400,
    }),
    measureOf({ ...none, name: `${name}, slowest answer to somebody else`, value: slowest, unit: 'ms' }),
  ];
}

/** Lists of offices from the file to the register; each in a server of its own, whose memory nothing else has grown. */
export async function measureImports(): Promise<Measure[]> {
  return [...(await measureOne(5000)), ...(await measureOne(100_000))];
}
