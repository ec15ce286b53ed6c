import { DataSource, type MigrationInterface } from 'typeorm';
import { StartError } from '../config/environment.js';

const SCHEMA_LOCK = 7_310_000;

type MigrationClass = new () => MigrationInterface;

/**
 * Brings the schema up to date, one step a transaction; several processes that start at once wait for each other.
 * @returns how many steps were taken
 * @throws StartError when the database was made by a newer version; nothing is touched then
 */
export async function migrateSchema(url: string, migrations: MigrationClass[]): Promise<number> {
  const source = await new DataSource({
    type: 'postgres',
    url,
    migrations,
    migrationsTableName: 'schema_step',
    migrationsTransactionMode: 'each',
    poolSize: 2,
    applicationName: 'quan-triet-schema',
  }).initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [SCHEMA_LOCK]);
    await refuseNewer(source, migrations);
    return (await source.runMigrations()).length;
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [SCHEMA_LOCK]);
    await lock.release();
    await source.destroy();
  }
}

async function refuseNewer(source: DataSource, migrations: MigrationClass[]): Promise<void> {
  const [table]: { name: string | null }[] = await source.query(`SELECT to_regclass('schema_step') AS name`);
  if (!table?.name) return;
  const taken: { name: string }[] = await source.query('SELECT name FROM schema_step ORDER BY timestamp');
  const known = new Set(migrations.map(({ name }) => name));
  const foreign = taken.find(({ name }) => !known.has(name));
  if (foreign) {
    throw new StartError(
      `The database has a newer schema than this version knows (step ${foreign.name}); start the newer version, nothing was touched.`,
    );
  }
}
