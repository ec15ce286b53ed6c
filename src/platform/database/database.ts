import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import pg from 'pg';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { type RowScope, settingsOf } from './row-scope.js';

interface Surroundings {
  /** Undefined where nobody has said whose rows these are: the policies then show none. */
  scope?: RowScope;
  open?: { manager: EntityManager; beforeCommit: (() => Promise<void>)[]; members: string[]; cells: string[] };
}

/**
 * The one door to the database. Every statement that touches a committee's rows runs in a transaction that carries a
 * scope; a request has one transaction for all that it does, and so does a service's public method outside a request.
 */
@Injectable()
export class Database {
  private readonly current = new AsyncLocalStorage<Surroundings>();

  constructor(private readonly source: DataSource) {}

  /** The manager of the transaction that is open here. Reading outside of one would read under no scope. */
  get manager(): EntityManager {
    const manager = this.current.getStore()?.open?.manager;
    if (!manager) throw new Error('no transaction is open: use database.transaction or database.inScope');
    return manager;
  }

  /** Runs `work` in one transaction under the scope; commits when it resolves, rolls back when it throws. */
  inScope<T>(scope: RowScope, work: () => Promise<T>): Promise<T> {
    return this.current.run({ scope }, () => this.transaction(work));
  }

  /** Statements within `work` take this scope, each transaction of it anew: for what must not hold a connection. */
  withScope<T>(scope: RowScope, work: () => Promise<T>): Promise<T> {
    return this.current.run({ scope }, work);
  }

  /** Joins the transaction that is open here, or opens one. */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    const around = this.current.getStore();
    if (around?.open) return work();
    const scope = around?.scope;
    return this.source.transaction(async (manager) => {
      if (scope) await manager.query(settingsOf(scope));
      const { members, cells } = scope && scope.people !== 'all' ? scope.people : { members: [], cells: [] };
      const open = { manager, beforeCommit: [], members: [...members], cells: [...cells] };
      return this.current.run({ ...(scope && { scope }), open }, async () => {
        const result = await work();
        for (const last of open.beforeCommit as (() => Promise<void>)[]) await last();
        return result;
      });
    });
  }

  /** To be done once, after all else in the transaction that is open here, and with it. */
  beforeCommit(last: () => Promise<void>): void {
    const open = this.current.getStore()?.open;
    if (!open) throw new Error('no transaction is open');
    open.beforeCommit.push(last);
  }

  /** Members that this transaction is about to enter are its own, also where its scope names members one by one. */
  reachMembers(ids: readonly string[]): Promise<void> {
    return this.reach({ members: ids });
  }

  /** The same of cells that it has founded. */
  reachCells(ids: readonly string[]): Promise<void> {
    return this.reach({ cells: ids });
  }

  private async reach(more: { members?: readonly string[]; cells?: readonly string[] }): Promise<void> {
    const { scope, open } = this.current.getStore() ?? {};
    if (!open || !scope || scope.people === 'all') return;
    open.members.push(...(more.members ?? []));
    open.cells.push(...(more.cells ?? []));
    const { members, cells } = open;
    await open.manager.query(settingsOf({ ...scope, people: { ...scope.people, members, cells } }));
  }

  /** A committee that this transaction founds below its own: until the end it may touch the rows of both. */
  async reachCommittee(id: string): Promise<void> {
    const { scope, open } = this.current.getStore() ?? {};
    if (!open || !scope) throw new Error('no transaction is open under a scope');
    await open.manager.query(settingsOf({ ...scope, besides: id }));
  }

  /** Rows of one written statement; the caller states their shape as the statement selects it. */
  async rows<Row>(statement: string, parameters: unknown[] = []): Promise<Row[]> {
    const result: unknown = await this.transaction(() => this.manager.query(statement, parameters));
    return rowsOf<Row>(result);
  }

  /** Tables that this transaction has filled are counted for the planner, which knows nothing yet of what is new or small. */
  async count(...tables: string[]): Promise<void> {
    await this.rows('SELECT count_tables($1)', [tables]);
  }

  /** A statement so frequent that each connection should plan it once only, in a transaction of its own under `scope`. */
  async preparedRows<Row>(name: string, text: string, values: unknown[], scope?: RowScope): Promise<Row[]> {
    const runner = this.source.createQueryRunner();
    try {
      const client = await clientOf(runner);
      if (!scope) return (await client.query({ name, text, values })).rows as Row[];
      // Sent together, in one round trip and one packet. COMMIT of a transaction that failed rolls it back.
      const settings = settingsOf(scope);
      client.connection.stream.cork();
      const opened = client.query(`BEGIN; ${settings}`);
      const asked = client.query({ name, text, values });
      const closed = client.query('COMMIT');
      client.connection.stream.uncork();
      // All three are waited for, so that the connection is at rest before it goes to somebody else.
      await Promise.allSettled([opened, asked, closed]);
      await opened;
      const { rows } = await asked;
      await closed;
      return rows as Row[];
    } finally {
      await runner.release();
    }
  }
}

async function clientOf(runner: QueryRunner): Promise<pg.Client> {
  const client: unknown = await runner.connect();
  if (!(client instanceof pg.Client)) throw new Error('the driver gave no PostgreSQL connection');
  return client;
}

/** TypeORM gives rows for SELECT and INSERT, but `[rows, count]` for UPDATE and DELETE. */
function rowsOf<Row>(result: unknown): Row[] {
  if (!Array.isArray(result)) return [];
  const [first, second] = result as [unknown, unknown];
  return (result.length === 2 && Array.isArray(first) && typeof second === 'number' ? first : result) as Row[];
}
