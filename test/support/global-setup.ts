import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrations } from '../../migrations/all.js';
import { openFieldKeys } from '../../src/field-keys.js';
import { readEnvironment } from '../../src/platform/config/environment.js';
import { startEmbeddedPostgres } from '../../src/platform/database/embedded/embedded-server.js';
import { prepareBrowser } from '../web/support/browser.js';
import { migrateSchema } from '../../src/platform/database/schema.js';

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string;
    /** File of the keys with which all databases of the tests seal. */
    fieldKeys: string;
  }
}

/** One real server for all tests; the schema goes through the real migrations once, into a template that files clone. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await prepareBrowser();
  const dataDir = await mkdtemp(join(tmpdir(), 'quan-triet-test-'));
  // Nothing of a test run must outlive it, so it need not wait for the disk; tests of crashes start their own server.
  const server = await startEmbeddedPostgres({ dataDir, settings: { fsync: 'off', full_page_writes: 'off' } });
  const admin = new pg.Client(server.url);
  await admin.connect();
  await admin.query('CREATE DATABASE template_migrated');
  await admin.end();
  const url = new URL(server.url);
  url.pathname = '/template_migrated';
  await migrateSchema(url.href, migrations);
  const fieldKeys = join(dataDir, 'keys.json');
  await openFieldKeys(readEnvironment({ FIELD_KEYS: fieldKeys }), url.href);
  project.provide('fieldKeys', fieldKeys);
  project.provide('databaseUrl', server.url);
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
