import type pg from 'pg';

/** A row that is there now and was not before, or the other way round. */
export interface ChangedRow {
  table: string;
  row: string;
}

/** Kept apart: what every request may write, and steps of signing in, which are found by what only their owner holds. */
const notCompared = /^(audit_.*|rate_limit|schema_step.*|pending_sign_in|passkey_challenge)$/;

/** Columns that every request may write. */
const passing = new Set(['sign_in.seen_at', 'sign_in.refused_at']);

/** What all tables hold, compared with what they held when the world was ready, and put back so. */
export class Rows {
  private readonly base: Map<string, string>;

  private constructor(
    private readonly owner: pg.Client,
    private readonly columns: ReadonlyMap<string, string>,
    private readonly compared: ReadonlyMap<string, string>,
    private readonly question: string,
    base: Map<string, string>,
  ) {
    this.base = base;
  }

  static async of(owner: pg.Client): Promise<Rows> {
    const { rows } = await owner.query<{ table: string; columns: string[] }>(
      `SELECT c.relname AS table, array_agg(quote_ident(a.attname) ORDER BY a.attnum) AS columns
         FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace GROUP BY c.relname`,
    );
    const tables = rows.filter(({ table }) => !notCompared.test(table));
    await owner.query('CREATE SCHEMA before');
    for (const { table } of tables) await owner.query(`CREATE TABLE before.${table} AS TABLE public.${table}`);
    const columns = new Map(tables.map(({ table, columns: list }) => [table, list.join(', ')]));
    const lasting = ({ table, columns: list }: (typeof tables)[number]): string =>
      list.filter((column) => !passing.has(`${table}.${column}`)).join(', ');
    const compared = new Map(tables.map((each) => [each.table, lasting(each)]));
    const question = [...compared]
      .map(
        ([table, list]) =>
          `SELECT '${table}' AS name, concat(count(*), ' ', sum(hashtextextended(t::text, 0))) AS sum
             FROM (SELECT ${list} FROM public.${table}) t`,
      )
      .join(' UNION ALL ');
    return new Rows(owner, columns, compared, question, await sumsOf(owner, question));
  }

  /** Rows that have changed since, of all tables but the audit trail's, counters and steps under way. */
  async changed(): Promise<ChangedRow[]> {
    const found: ChangedRow[] = [];
    for (const table of await this.changedTables()) {
      const columns = this.compared.get(table) ?? '';
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

  private async changedTables(): Promise<string[]> {
    const now = await sumsOf(this.owner, this.question);
    return [...now].filter(([table, sum]) => this.base.get(table) !== sum).map(([table]) => table);
  }
}

async function sumsOf(owner: pg.Client, question: string): Promise<Map<string, string>> {
  const { rows } = await owner.query<{ name: string; sum: string }>(question);
  return new Map(rows.map(({ name, sum }) => [name, sum]));
}
