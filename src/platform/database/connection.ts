import pg from 'pg';
import type { DataSourceOptions } from 'typeorm';
import { Naming } from './naming.js';

// A calendar day is no moment: it stays the text that PostgreSQL sends, whatever zone the process runs in.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** The app's own connections: they work under a role that may only do what the schema grants it. */
export function appConnection(url: string, poolSize: number): Extract<DataSourceOptions, { type: 'postgres' }> {
  return {
    type: 'postgres',
    url,
    namingStrategy: new Naming(),
    poolSize,
    applicationName: 'quan-triet',
    // Statements that are sent together reach the server together; each of our connections belongs to one caller at a time.
    extra: { pipeline: true, options: '-c role=quan_triet_app -c timezone=UTC' },
  };
}
