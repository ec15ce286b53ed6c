import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import pg from 'pg';
import { DataSource, type EntityManager } from 'typeorm';

/** The one door to the database. Transactions are opened by public methods of services; nested calls join them. */
@Injectable()
export class Database {
  private readonly current = new AsyncLocalStorage<EntityManager>();

  constructor(private readonly source: DataSource) {}

  /** The manager of the transaction that is open here, or one whose statements each commit by themselves. */
  get manager(): EntityManager {
    return this.current.getStore() ?? this.source.manager;
  }

  /** Runs `work` in one transaction; commits when it resolves, rolls back when it throws. */
  transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.current.getStore()) return work();
    return this.source.transaction((manager) => this.current.run(manager, work));
  }

  /** Rows of one written statement; the caller states their shape as the statement selects it. */
  async rows<Row>(statement: string, parameters: unknown[] = []): Promise<Row[]> {
    const result: unknown = await this.manager.query(statement, parameters);
    return rowsOf<Row>(result);
  }

  /** Like `rows`, outside any transaction, for a statement so frequent that each connection should plan it once only. */
  async preparedRows<Row>(name: string, text: string, values: unknown[]): Promise<Row[]> {
    const runner = this.source.createQueryRunner();
    try {
      const client: unknown = await runner.connect();
      if (!(client instanceof pg.Client)) throw new Error('the driver gave no PostgreSQL connection');
      const { rows } = await client.query({ name, text, values });
      return rows as Row[];
    } finally {
      await runner.release();
    }
  }
}

/** TypeORM gives rows for SELECT and INSERT, but `[rows, count]` for UPDATE and DELETE. */
function rowsOf<Row>(result: unknown): Row[] {
  if (!Array.isArray(result)) return [];
  const [first, second] = result as [unknown, unknown];
  return (result.length === 2 && Array.isArray(first) && typeof second === 'number' ? first : result) as Row[];
}
