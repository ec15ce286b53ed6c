import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrations } from '../../migrations/all.js';
import { migrateSchema } from '../../src/platform/database/schema.js';
import { cloneDatabase } from '../support/test-database.js';
import { ask } from './support/catalog.js';

let database: Awaited<ReturnType<typeof cloneDatabase>>;
const step = migrations.findIndex(({ name }) => name.startsWith('TreeOverTime'));

beforeAll(async () => {
  database = await cloneDatabase('template1');
  await migrateSchema(database.url, migrations.slice(0, step));
});
afterAll(() => database.drop());

it('what the tree knew of its past becomes a story: foundings, changes with the number of their paper, dissolutions', async () => {
  const [unit, cell] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'];
  const path = `${unit}.${cell}`;
  await ask(database.url, 'INSERT INTO unit SELECT id, now() FROM unnest($1::uuid[]) AS id', [[unit, cell]]);
  await ask(
    database.url,
    `INSERT INTO unit_version (unit_id, valid, name, kind, parent_id, path, decision) VALUES
       ($1, '[2000-01-01,)', 'Đảng bộ', 'committee', NULL, $1::uuid::text::ltree, NULL),
       ($2, '[2000-01-01,2020-01-01)', 'Chi bộ 1', 'cell', $1, $3::ltree, NULL),
       ($2, '[2020-01-01,2025-01-01)', 'Chi bộ 2', 'cell', $1, $3::ltree, '12-QĐ/ĐU')`,
    [unit, cell, path],
  );
  await migrateSchema(database.url, migrations.slice(0, step + 1));
  const told = await ask(
    database.url,
    `SELECT c.kind, c.effective_on AS on, c.decision_number AS number, p.before, p.after
       FROM unit_change c JOIN unit_change_part p ON p.change_id = c.id WHERE p.unit_id = $1 ORDER BY c.effective_on`,
    [cell],
  );
  const one = { name: 'Chi bộ 1', valid: '[2000-01-01,2020-01-01)' };
  const two = { name: 'Chi bộ 2', valid: '[2020-01-01,2025-01-01)' };
  expect(told).toMatchObject([
    { kind: 'founded', number: null, before: [], after: [one] },
    { kind: 'changed', number: '12-QĐ/ĐU', before: [{ ...one, valid: '[2000-01-01,)' }], after: [one, two] },
    { kind: 'dissolved', number: null, before: [{ ...two, valid: '[2020-01-01,)' }], after: [two] },
  ]);
});
