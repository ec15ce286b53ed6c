import pg from 'pg';

export type Row = Record<string, unknown>;

/** Rows of one statement on a connection of its own. */
export async function ask<T extends Row = Row>(
  url: string,
  statement: string,
  parameters: unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<T>(statement, parameters)).rows;
  } finally {
    await client.end();
  }
}

/** Our own tables; the list of steps is TypeORM's. */
export const ownTables = `
  SELECT c.oid, c.relname AS name, obj_description(c.oid, 'pg_class') AS remark FROM pg_class c
   WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'schema_step'`;

const notOfExtension = (object: string, catalog: string): string =>
  `NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = '${catalog}'::regclass AND e.objid = ${object} AND e.deptype = 'e')`;

const parts: Record<string, string> = {
  tables: `SELECT t.name, t.remark, c.relpersistence AS persistence, array_to_string(c.relacl, ' ') AS rights
             FROM (${ownTables}) t JOIN pg_class c ON c.oid = t.oid`,
  columns: `SELECT i.table_name AS table, i.column_name AS column, i.is_nullable AS nullable,
                   i.column_default AS "default", i.collation_name AS collation, i.generation_expression AS generated,
                   format_type(a.atttypid, a.atttypmod) AS type, array_to_string(a.attacl, ' ') AS rights
              FROM (${ownTables}) t JOIN information_schema.columns i ON i.table_name = t.name AND i.table_schema = 'public'
              JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname = i.column_name`,
  constraints: `SELECT t.name AS table, k.conname AS name, pg_get_constraintdef(k.oid) AS definition
                  FROM (${ownTables}) t JOIN pg_constraint k ON k.conrelid = t.oid`,
  indexes: `SELECT i.indexname AS name, i.indexdef AS definition
              FROM (${ownTables}) t JOIN pg_indexes i ON i.tablename = t.name AND i.schemaname = 'public'`,
  functions: `SELECT pg_get_functiondef(p.oid) AS definition FROM pg_proc p
               WHERE p.pronamespace = 'public'::regnamespace AND p.prokind = 'f' AND ${notOfExtension('p.oid', 'pg_proc')}`,
  collations: `SELECT collname AS name, colllocale AS locale FROM pg_collation
                WHERE collnamespace = 'public'::regnamespace`,
  extensions: `SELECT extname AS name FROM pg_extension`,
  policies: `SELECT tablename AS table, policyname AS name, roles::text, cmd, qual, with_check FROM pg_policies`,
  security: `SELECT t.name FROM (${ownTables}) t JOIN pg_class c ON c.oid = t.oid WHERE c.relrowsecurity`,
  schema: `SELECT array_to_string(nspacl, ' ') AS rights FROM pg_namespace WHERE nspname = 'public'`,
  steps: `SELECT sequence_name AS name FROM information_schema.sequences WHERE sequence_name NOT LIKE 'schema_step%'`,
};

/** Everything that a step of the schema may leave behind, as sorted lines. */
export async function catalogOf(url: string): Promise<Record<string, string[]>> {
  const dump: Record<string, string[]> = {};
  for (const [part, statement] of Object.entries(parts)) {
    dump[part] = (await ask(url, statement)).map((row) => JSON.stringify(row)).sort();
  }
  return dump;
}
