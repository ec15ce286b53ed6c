import type pg from 'pg';

/** A row that is there now and was not before, or the other way round. */
export interface ChangedRow {
  table: string;
  row: string;
}

/** Kept apart: what every request may write. */
const notCompared = /^(audit_.*|sign_in|rate_limit|schema_step.*)$/;

/** What all tables hold, compared with what they held when the world was ready, and put back so. */
export class Rows {
  private readonly base: Map<string, string>;

  private constructor(
    private readonly owner: pg.Client,
    private readonly columns: ReadonlyMap<string, string>,
    private readonly question: string,
    base: Map<string, string>,
  ) {
    this.base = base;
  }

  static async of(owner: pg.Client): Promise<Rows> {
    const { rows } = await owner.query<{ table: string; columns: string }>(
      `SELECT c.relname AS table, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns
         FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace GROUP BY c.relname`,
    );
    const tables = rows.filter(({ table }) => !notCompared.test(table));
    await owner.query('CREATE SCHEMA before');
    for (const { table } of tables) await owner.query(`CREATE TABLE before.${table} AS TABLE public.${table}`);
    const question = tables
      .map(
        ({ table }) =>
          `SELECT '${table}' AS name, concat(count(*), ' ', sum(hashtextextended(t::text, 0))) AS sum FROM public.${table} t`,
      )
      .join(' UNION ALL ');
    const columns = new Map(tables.map(({ table, columns: list }) => [table, list]));
    return new Rows(owner, columns, question, await sumsOf(owner, question));
  }

  /** Rows that have changed since, of all tables but the audit trail's, sign-ins and counters. */
  async changed(): Promise<ChangedRow[]> {
    const found: ChangedRow[] = [];
    for (const table of await this.changedTables()) {
      const columns = this.columns.get(table) ?? '';
      const of = (schema: string): string =>
        `SELECT to_jsonb(t)::text AS row FROM (SELECT ${columns} FROM ${schema}.${table}) t`;
      const [now, old] = [of('public'), of('before')];
      const { rows } = await this.owner.query<{ row: string }>(
        `(${now} EXCEPT ALL ${old}) UNION ALL (${old} EXCEPT ALL ${now})`,
      );
      found.push(...rows.map(({ row }) => ({ table, row })));
    }
    return found;
  }

  /** Puts everything back as it was; foreign keys are not asked meanwhile. */
  async restore(changed: ChangedRow[]): Promise<void> {
    const tables = new Set(changed.map(({ table }) => table));
    if (tables.size === 0) return;
    const steps = [...tables].map((table) => {
      const columns = this.columns.get(table) ?? '';
      return `DELETE FROM public.${table}; INSERT INTO public.${table} (${columns}) SELECT ${columns} FROM before.${table}`;
    });
    const all = ['BEGIN', `SET LOCAL session_replication_role = replica`, ...steps, 'COMMIT'];
    await this.owner.query(all.join('; '));
  }

  /** Sign-ins that were ended hold again. */
  async revive(): Promise<void> {
    await this.owner.query('UPDATE sign_in SET ended_at = NULL WHERE ended_at IS NOT NULL');
  }

  private async changedTables(): Promise<string[]> {
    const now = await sumsOf(this.owner, this.question);
    return [...now].filter(([table, sum]) => this.base.get(table) !== sum).map(([table]) => table);
  }
}

async function sumsOf(owner: pg.Client, question: string): Promise<Map<string, string>> {
  const { rows } = await owner.query<{ name: string; sum: string }>(question);
  return new Map(rows.map(({ name, sum }) => [name, sum]));
}
