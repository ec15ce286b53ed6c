import pg from 'pg';
import type { DataSourceOptions } from 'typeorm';
import { Naming } from './naming.js';

// A calendar day is no moment: it stays the text that PostgreSQL sends, whatever zone the process runs in.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/**
 * Cut by the server in the moment in which it goes from the pool to its user, a connection has nobody who listens, and
 * its error would end the process. Whoever uses it hears of it by his next statement.
 */
class SteadyClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

/** The app's own connections: they work under a role that may only do what the schema grants it. */
export function appConnection(url: string, poolSize: number): Extract<DataSourceOptions, { type: 'postgres' }> {
  return {
    type: 'postgres',
    url,
    namingStrategy: new Naming(),
    poolSize,
    applicationName: 'quan-triet',
    // Statements that are sent together reach the server together; each of our connections belongs to one caller at a time.
    extra: { Client: SteadyClient, pipeline: true, options: '-c role=quan_triet_app -c timezone=UTC' },
  };
}
