import { DataSource, type EntityMetadata } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entities } from '../../src/entities.js';
import { appConnection } from '../../src/platform/database/connection.js';
import { cloneDatabase } from '../support/test-database.js';
import { ask, ownTables } from './support/catalog.js';
import { citusBreaches } from './support/citus-rules.js';

let database: Awaited<ReturnType<typeof cloneDatabase>>;

beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

interface ColumnRow extends Record<string, unknown> {
  table: string;
  line: string;
}

/** `name type null|not null key?` of each column that somebody writes, by table. */
async function columnsOfSchema(): Promise<Record<string, string[]>> {
  const rows = await ask<ColumnRow>(
    database.url,
    `SELECT t.name AS table, concat_ws(' ', a.attname, a.atttypid::regtype,
            CASE WHEN a.attnotnull THEN 'not null' ELSE 'null' END, CASE WHEN a.attnum = ANY (i.indkey) THEN 'key' END) AS line
       FROM (${ownTables}) t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
       LEFT JOIN pg_index i ON i.indrelid = t.oid AND i.indisprimary
      WHERE a.attgenerated = '' AND t.name <> 'rate_limit' ORDER BY 1, 2`,
  );
  return linesByTable(rows);
}

async function columnsOfEntities(metadatas: EntityMetadata[]): Promise<Record<string, string[]>> {
  const columns = metadatas.flatMap(({ tableName, columns: list }) =>
    list.map((column) => ({
      table: tableName,
      name: column.databaseName,
      type: `${String(column.type)}${column.isArray ? '[]' : ''}`,
      rest: `${column.isNullable ? 'null' : 'not null'}${column.isPrimary ? ' key' : ''}`,
    })),
  );
  const rows = await ask<ColumnRow>(
    database.url,
    `SELECT c.table, concat_ws(' ', c.name, to_regtype(c.type), c.rest) AS line
       FROM json_to_recordset($1) AS c("table" text, name text, type text, rest text) ORDER BY 1, 2`,
    [JSON.stringify(columns)],
  );
  return linesByTable(rows);
}

function linesByTable(rows: ColumnRow[]): Record<string, string[]> {
  return Object.fromEntries(
    [...Map.groupBy(rows, ({ table }) => table)].map(([table, of]) => [table, of.map(({ line }) => line)]),
  );
}

describe('the migrated schema', () => {
  it('is what the entities say, column by column, both ways', async () => {
    const source = await new DataSource({ ...appConnection(database.url, 2), entities }).initialize();
    try {
      expect(await columnsOfEntities(source.entityMetadatas)).toEqual(await columnsOfSchema());
    } finally {
      await source.destroy();
    }
  });

  it('could be distributed by committee as it stands', async () => {
    expect(await citusBreaches(database.url)).toEqual([]);
  });

  it('would not pass with tables that break the rules', async () => {
    const bad = await cloneDatabase();
    try {
      await ask(
        bad.url,
        `CREATE TABLE unsaid (id uuid PRIMARY KEY);
         CREATE TABLE wrong (id serial PRIMARY KEY, committee_id uuid, at daterange, member_id uuid,
           CONSTRAINT wrong_at EXCLUDE USING gist (at WITH &&),
           CONSTRAINT wrong_member FOREIGN KEY (committee_id, member_id) REFERENCES member ON DELETE SET NULL);
         COMMENT ON TABLE wrong IS 'citus:distributed';
         CREATE TRIGGER wrong_trigger BEFORE UPDATE ON wrong FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()`,
      );
      expect(await citusBreaches(bad.url)).toEqual([
        'compares committee_id with = in every exclusion: wrong_at',
        'has a committee_id uuid NOT NULL: wrong',
        'has committee_id first in every unique key: wrong_pkey',
        'has no triggers of its own: wrong_trigger',
        'is narrowed by row-level security, reading and writing: wrong',
        'numbers no rows by itself: wrong.id',
        'says how it is distributed: unsaid',
        'sets no part of a foreign key to null: wrong_member',
      ]);
    } finally {
      await bad.drop();
    }
  });
});

describe('the role under which the app works', () => {
  const rightsOn = (table: string): Promise<Record<string, unknown>[]> =>
    ask(
      database.url,
      `SELECT privilege FROM unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER']) AS privilege
        WHERE has_table_privilege('quan_triet_app', $1, privilege)`,
      [table],
    );

  it('may add marks and read them, and change or remove none, not even a column', async () => {
    expect(await rightsOn('mark')).toEqual([{ privilege: 'SELECT' }, { privilege: 'INSERT' }]);
    const [column] = await ask(
      database.url,
      `SELECT has_any_column_privilege('quan_triet_app', 'mark', 'UPDATE') AS "mayUpdate"`,
    );
    expect(column).toEqual({ mayUpdate: false });
    for (const change of [`UPDATE mark SET kind = 'present'`, 'DELETE FROM mark', 'TRUNCATE mark']) {
      const attempt = ask(database.url, `SET ROLE quan_triet_app; ${change}`);
      await expect(attempt, change).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('may not touch the figures of a closing', async () => {
    expect(await rightsOn('class_closure')).toEqual([{ privilege: 'SELECT' }, { privilege: 'INSERT' }]);
    const attempt = ask(database.url, `SET ROLE quan_triet_app; UPDATE class_closure SET tally = '{}'`);
    await expect(attempt).rejects.toMatchObject({ code: '42501' });
  });

  it('neither owns tables nor may make any', async () => {
    const [owned] = await ask(
      database.url,
      `SELECT count(*)::int AS tables, has_schema_privilege('quan_triet_app', 'public', 'CREATE') AS "mayCreate"
         FROM pg_class WHERE relowner = 'quan_triet_app'::regrole`,
    );
    expect(owned).toEqual({ tables: 0, mayCreate: false });
  });
});
