import pg from 'pg';
import { urlOf } from './database-url.js';
import { HttpClient } from './http-client.js';
import { type Measure, measureOf, p95Of } from './measure.js';

const committees = 1300;
const cellsEach = 100;

/** Invented: 1.300 committees below the ward with 100 cells each, a third of which were renamed once. One statement each. */
const plant = [
  `CREATE TEMP TABLE top AS SELECT path, unit_id FROM unit_version WHERE parent_id IS NULL`,
  `CREATE TEMP TABLE part AS SELECT gen_random_uuid() AS id, n FROM generate_series(1, ${committees}) AS n`,
  `CREATE TEMP TABLE leaf AS SELECT gen_random_uuid() AS id, part.id AS part, c AS n FROM part, generate_series(1, ${cellsEach}) AS c`,
  `INSERT INTO unit SELECT id, now() FROM part UNION ALL SELECT id, now() FROM leaf`,
  `INSERT INTO unit_version (unit_id, valid, name, kind, parent_id, path)
   SELECT id, '[2000-01-01,)', 'Đảng bộ bộ phận ' || n, 'committee', top.unit_id, top.path || part.id::text FROM part, top`,
  `INSERT INTO unit_version (unit_id, valid, name, kind, parent_id, path)
   SELECT id, daterange('2000-01-01', CASE WHEN n % 3 = 0 THEN '2020-01-01'::date END), 'Chi bộ ' || n, 'cell', part,
          top.path || leaf.part::text || leaf.id::text FROM leaf, top`,
  `INSERT INTO unit_version (unit_id, valid, name, kind, parent_id, path)
   SELECT id, '[2020-01-01,)', 'Chi bộ mới ' || n, 'cell', part, top.path || leaf.part::text || leaf.id::text FROM leaf, top WHERE n % 3 = 0`,
  `ANALYZE unit_version`,
];

/** The tree as of a day in a committee of 130.000 cells, over HTTP; the reference is one unit looked up by its key, over HTTP too. */
export async function measureTree(dataDir: string, client: HttpClient): Promise<Measure[]> {
  const database = new pg.Client(await urlOf(dataDir));
  await database.connect();
  // Its foreign keys hold as written above; checking 175.000 of them one by one is not what is measured.
  await database.query('SET session_replication_role = replica');
  for (const statement of plant) await database.query(statement);
  const { rows } = await database.query<{ id: string }>('SELECT id FROM part ORDER BY n');
  const part = (index: number): string => rows[index % rows.length]?.id ?? '';
  const day = (index: number): string => `20${String(10 + (index % 17)).padStart(2, '0')}-06-30`;
  await database.end();
  const reference = await p95Of((index) => client.json('GET', `/units/${part(index)}`));
  const asked: [name: string, path: (index: number) => string][] = [
    ['one committee of 100 cells', (index) => `/units?asOf=${day(index)}&below=${part(index)}`],
    ['the first level, 1.300 committees', (index) => `/units?asOf=${day(index)}&depth=1`],
  ];
  const measures: Measure[] = [];
  for (const [name, path] of asked) {
    const value = await p95Of((index) => client.json('GET', path(index)));
    const figure = { name: `tree of 130.000 cells as of a day: ${name}, p95`, value, unit: 'ms', reference };
    measures.push(measureOf({ ...figure, goal: null, isMet: null }));
  }
  return measures;
}
