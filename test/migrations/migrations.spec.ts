import { DataSource } from 'typeorm';
import { afterEach, describe, expect, it } from 'vitest';
import { migrations } from '../../migrations/all.js';
import { StartError } from '../../src/platform/config/environment.js';
import { migrateSchema } from '../../src/platform/database/schema.js';
import { cloneDatabase } from '../support/test-database.js';
import { ask, catalogOf } from './support/catalog.js';

const drops: (() => Promise<void>)[] = [];

async function database(template?: string): Promise<string> {
  const { url, drop } = await cloneDatabase(template);
  drops.push(drop);
  return url;
}

afterEach(async () => {
  for (const drop of drops.splice(0)) await drop();
});

/** Takes back the last step that was taken. */
async function undo(url: string): Promise<void> {
  const options = { type: 'postgres', url, migrations, migrationsTableName: 'schema_step' } as const;
  const source = await new DataSource(options).initialize();
  try {
    await source.undoLastMigration({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
}

describe('the steps of the schema', () => {
  it('each go down, leaving nothing behind, and up again to the same schema', async () => {
    const url = await database('template1');
    const after = [await catalogOf(url)];
    for (const [index] of migrations.entries()) {
      expect(await migrateSchema(url, migrations.slice(0, index + 1))).toBe(1);
      after.push(await catalogOf(url));
    }
    expect(after.at(-1)?.['tables']?.length).toBeGreaterThan(20);
    for (let step = migrations.length; step > 0; step -= 1) {
      await undo(url);
      expect(await catalogOf(url), `after ${migrations[step - 1]?.name} went down`).toEqual(after[step - 1]);
    }
    for (const [index, { name }] of migrations.entries()) {
      await migrateSchema(url, migrations.slice(0, index + 1));
      expect(await catalogOf(url), `after ${name} came back`).toEqual(after[index + 1]);
    }
  });

  it('are taken once, in the order of their names', async () => {
    const url = await database();
    expect(await migrateSchema(url, migrations)).toBe(0);
    const taken = await ask<{ name: string }>(url, 'SELECT name FROM schema_step ORDER BY id');
    expect(taken.map(({ name }) => name)).toEqual(migrations.map(({ name }) => name));
    const times = migrations.map(({ name }) => Number(name.slice(-13)));
    expect(times).toEqual(times.toSorted((one, other) => one - other));
  });

  it('are taken by one of two processes that start at once', async () => {
    const url = await database('template1');
    const taken = await Promise.all([migrateSchema(url, migrations), migrateSchema(url, migrations)]);
    expect(taken.toSorted((one, other) => one - other)).toEqual([0, migrations.length]);
  });

  it('leave the database of a newer version alone, and say so in one sentence', async () => {
    const url = await database('template1');
    await migrateSchema(url, migrations.slice(0, 3));
    await ask(url, `INSERT INTO schema_step (timestamp, name) VALUES (1999000000001, 'Later1999000000001')`);
    const before = [await catalogOf(url), await ask(url, 'SELECT * FROM schema_step ORDER BY id')];
    const refusal = await migrateSchema(url, migrations).catch((reason: unknown) => reason);
    expect(refusal).toBeInstanceOf(StartError);
    expect(refusal).toHaveProperty('message', expect.stringMatching(/newer schema.*Later1999000000001.*\.$/));
    expect([await catalogOf(url), await ask(url, 'SELECT * FROM schema_step ORDER BY id')]).toEqual(before);
  });
});
