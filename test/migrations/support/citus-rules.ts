import { ask, ownTables } from './catalog.js';

const distributed = `(SELECT * FROM (${ownTables}) own WHERE own.remark = 'citus:distributed')`;
const committeeOf = (table: string): string =>
  `(SELECT a.attnum FROM pg_attribute a WHERE a.attrelid = ${table} AND a.attname = 'committee_id')`;

/** What would stop the schema from being distributed by committee; each statement names the breaches of its rule. */
const rules: Record<string, string> = {
  'says how it is distributed': `
    SELECT t.name FROM (${ownTables}) t
     WHERE t.remark IS NULL OR t.remark NOT IN ('citus:reference', 'citus:distributed', 'citus:local')`,
  'has a committee_id uuid NOT NULL': `
    SELECT t.name FROM ${distributed} t WHERE NOT EXISTS (
      SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attname = 'committee_id'
         AND a.atttypid = 'uuid'::regtype AND a.attnotnull)`,
  'has a primary key': `
    SELECT t.name FROM ${distributed} t
     WHERE NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = t.oid AND i.indisprimary)`,
  'has committee_id first in every unique key': `
    SELECT i.indexrelid::regclass::text AS name FROM ${distributed} t JOIN pg_index i ON i.indrelid = t.oid
     WHERE (i.indisunique OR i.indisprimary) AND i.indkey[0] IS DISTINCT FROM ${committeeOf('t.oid')}`,
  'compares committee_id with = in every exclusion': `
    SELECT k.conname AS name FROM ${distributed} t JOIN pg_constraint k ON k.conrelid = t.oid AND k.conexclop IS NOT NULL
     WHERE NOT EXISTS (
       SELECT FROM unnest(k.conkey, k.conexclop) AS part(attnum, op) JOIN pg_operator o ON o.oid = part.op
        WHERE part.attnum = ${committeeOf('t.oid')} AND o.oprname = '=')`,
  'carries committee_id in foreign keys between distributed tables': `
    SELECT k.conname AS name FROM ${distributed} t JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'f'
      JOIN ${distributed} target ON target.oid = k.confrelid
     WHERE NOT EXISTS (SELECT FROM unnest(k.conkey, k.confkey) AS part(own, other)
                        WHERE part.own = ${committeeOf('t.oid')} AND part.other = ${committeeOf('target.oid')})`,
  'sets no part of a foreign key to null': `
    SELECT k.conname AS name FROM (${ownTables}) t JOIN pg_constraint k ON k.conrelid = t.oid
     WHERE k.contype = 'f' AND 'n' IN (k.confdeltype, k.confupdtype)`,
  'points from shared tables to no distributed one': `
    SELECT k.conname AS name FROM (${ownTables}) t JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'f'
      JOIN ${distributed} target ON target.oid = k.confrelid WHERE t.remark <> 'citus:distributed'`,
  'is narrowed by row-level security, reading and writing': `
    SELECT t.name FROM ${distributed} t JOIN pg_class c ON c.oid = t.oid
     WHERE NOT c.relrowsecurity OR NOT EXISTS (
       SELECT FROM pg_policy p WHERE p.polrelid = t.oid AND p.polqual IS NOT NULL AND p.polwithcheck IS NOT NULL)`,
  'asks no table in a policy': `
    SELECT t.name FROM (${ownTables}) t JOIN pg_policy p ON p.polrelid = t.oid
     WHERE concat(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) ILIKE '%select %'`,
  'has no triggers of its own': `
    SELECT g.tgname AS name FROM (${ownTables}) t JOIN pg_trigger g ON g.tgrelid = t.oid WHERE NOT g.tgisinternal`,
  'numbers no rows by itself': `
    SELECT t.name || '.' || a.attname AS name FROM (${ownTables}) t JOIN pg_attribute a ON a.attrelid = t.oid
      LEFT JOIN pg_attrdef d ON (d.adrelid, d.adnum) = (a.attrelid, a.attnum)
     WHERE a.attidentity <> '' OR pg_get_expr(d.adbin, d.adrelid) LIKE '%nextval(%'`,
};

/** @returns `rule: table or constraint`, sorted */
export async function citusBreaches(url: string): Promise<string[]> {
  const breaches: string[] = [];
  for (const [rule, statement] of Object.entries(rules)) {
    for (const { name } of await ask(url, statement)) breaches.push(`${rule}: ${String(name)}`);
  }
  return breaches.sort();
}
