import { ask } from '../migrations/support/catalog.js';

/** Puts so many cells under a unit, in one statement; the tree is then larger than the server answers at once. */
export async function plantManyCells(databaseUrl: string, parentId: string, count: number): Promise<void> {
  await ask(
    databaseUrl,
    'CREATE TABLE leaf AS SELECT gen_random_uuid() AS id, n FROM generate_series(1, $1::int) AS n',
    [count],
  );
  await ask(databaseUrl, 'INSERT INTO unit SELECT id, now() FROM leaf');
  await ask(
    databaseUrl,
    `INSERT INTO unit_version (unit_id, valid, name, kind, parent_id, path)
     SELECT leaf.id, '[2020-01-01,)', 'Chi bộ đông ' || n, 'cell', v.unit_id, v.path || leaf.id::text
       FROM leaf, unit_version v WHERE v.unit_id = $1 AND upper_inf(v.valid)`,
    [parentId],
  );
  await ask(databaseUrl, 'DROP TABLE leaf');
}
