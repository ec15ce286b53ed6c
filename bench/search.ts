import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { generateWard } from '../demo/ward/ward.js';
import { urlOf } from './database-url.js';
import { HttpClient } from './http-client.js';
import { invented, inventedFamilies, inventedGivens, inventedMiddles } from './invented-people.js';
import { type Measure, measureOf, p95Of } from './measure.js';
import { startProduct } from './product.js';

const ours = 10_000;
const country = 5_600_000;
const committees = 560;

const list = (words: string[]): string => `(ARRAY[${words.map((word) => `'${word}'`).join(', ')}])`;
const at = (words: string[], n: string): string => `${list(words)}[1 + (${n}) % ${words.length}]`;

/** Over all rows at once, as a dump is restored: row by row, the indexes alone would take an hour. */
async function withoutIndexes(database: pg.Client, tables: string[], work: () => Promise<void>): Promise<void> {
  const { rows } = await database.query<{ away: string; back: string }>(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS away,
            format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS back
       FROM pg_constraint WHERE (contype = 'x' OR conperiod) AND contype <> 'f' AND conrelid = ANY ($1::regclass[])
     UNION ALL
     SELECT format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
       FROM pg_index WHERE indrelid = ANY ($1::regclass[])
        AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)`,
    [tables],
  );
  for (const { away } of rows) await database.query(away);
  await work();
  for (const { back } of rows) await database.query(back);
}

/** Invented people of other committees, ten thousand each, by one statement a table: the indexes are the product's. */
async function plantCountry(url: string, people: number): Promise<void> {
  const database = new pg.Client(url);
  await database.connect();
  // What they refer to is planted with them; millions of foreign keys checked one by one are not what is measured.
  await database.query(`SET session_replication_role = replica; SET maintenance_work_mem = '1GB'`);
  const places = [
    `CREATE TEMP TABLE place AS SELECT gen_random_uuid() AS committee, gen_random_uuid() AS cell, n
       FROM generate_series(0, ${committees - 1}) AS n`,
    `INSERT INTO unit SELECT cell, now() FROM place`,
    `INSERT INTO unit_version (unit_id, valid, name, kind, parent_id, path)
     SELECT cell, '[2000-01-01,)', 'Chi bộ ở xa ' || n, 'cell', top.unit_id, top.path || cell::text
       FROM place, (SELECT unit_id, path FROM unit_version WHERE parent_id IS NULL LIMIT 1) AS top`,
    `CREATE TEMP TABLE person AS SELECT place.committee, place.cell, uuidv7() AS id, n.n,
       ${at(inventedFamilies, 'n.n')} AS family, ${at(inventedMiddles, 'n.n / 14 + n.n')} AS middle,
       ${at(inventedGivens, 'n.n / 5 + n.n * 3')} AS given
       FROM generate_series(0, ${people - 1}) AS n(n) JOIN place ON place.n = n.n % ${committees}`,
  ];
  const rows = [
    `INSERT INTO member (committee_id, id, full_name, family_name, middle_name, given_name, birth_year, card_number, created_at)
     SELECT committee, id, family || ' ' || middle || ' ' || given, family, middle, given, 1935 + n % 66, n::text, now() FROM person`,
    `INSERT INTO membership (committee_id, member_id, kind, valid, cell_id)
     SELECT committee, id, 'official', '[2015-01-01,)', cell FROM person`,
  ];
  const all = async (statements: string[]): Promise<void> => {
    for (const statement of statements) await database.query(statement);
  };
  try {
    await all(places);
    await withoutIndexes(database, ['member', 'membership'], () => all(rows));
    await all(['ANALYZE member', 'ANALYZE membership']);
  } finally {
    await database.end();
  }
}

async function plantOurs(client: HttpClient): Promise<string[]> {
  const cells: string[] = [];
  for (let n = 0; n < 100; n += 1) {
    const cell = { name: `Chi bộ ${n + 1}`, kind: 'cell', foundedOn: '2010-01-01' };
    cells.push((await client.json<{ id: string }>('POST', '/units', cell)).id);
  }
  const all: string[] = [];
  for (let from = 0; from < ours; from += 1000) {
    const members = Array.from({ length: 1000 }, (_, index) => {
      const memberships = [{ cellId: cells[(from + index) % cells.length], kind: 'official', from: '2015-01-01' }];
      return { ...invented(from + index), memberships };
    });
    all.push(...(await client.json<{ ids: string[] }>('POST', '/members/batch', { members })).ids);
  }
  return all;
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase();

/** As people type: a given name, given name first, the beginning of one, the whole with its tones, a part of the card. */
function typed(n: number): string {
  const { fullName, cardNumber } = invented((n * 37) % ours);
  const words = fullName.split(' ');
  const [family = '', , given = ''] = words;
  const ways = [plain(given), plain(`${given} ${family}`), plain(given).slice(0, 2), fullName, cardNumber.slice(3)];
  return ways[n % ways.length] ?? '';
}

/** The list of a committee of ten thousand while a word is typed; the reference is one member by his key, over HTTP too. */
async function measureBeside(people: number): Promise<Measure> {
  const dataDir = await mkdtemp(join(tmpdir(), 'quan-triet-bench-'));
  const server = await startProduct(dataDir);
  try {
    const client = new HttpClient(server.url);
    const account = { loginName: 'bench', displayName: 'Bench', password: randomUUID() };
    await client.json('POST', '/first-run', { committee: generateWard().committee, account });
    const ids = await plantOurs(client);
    if (people > 0) await plantCountry(await urlOf(dataDir), people);
    const search = (n: number) => client.json('GET', `/members?search=${encodeURIComponent(typed(n))}&pageSize=50`);
    await p95Of(search);
    const reference = await p95Of((n) => client.json('GET', `/members/${ids[(n * 37) % ids.length]}`));
    const beside = people > 0 ? ` beside ${people.toLocaleString('vi-VN')} others` : '';
    return measureOf({
      ...{ name: `search of ${ours.toLocaleString('vi-VN')} members${beside}, p95`, value: await p95Of(search) },
      ...{ unit: 'ms', reference, goal: '< 50 ms', isMet: ({ value }) => value < 50 },
    });
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** @param isLarge also beside the country's 5,6 million, which takes a quarter of an hour and ten gigabytes */
export async function measureSearch(isLarge: boolean): Promise<Measure[]> {
  const small = await measureBeside(0);
  return isLarge ? [small, await measureBeside(country)] : [small];
}
