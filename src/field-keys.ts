import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import pg from 'pg';
import { type Environment, fieldKeysPath, StartError } from './platform/config/environment.js';
import { handOver } from './platform/database/embedded/process-owner.js';
import { type FieldKey, newFieldKey, readKeyRing, writeKeyRing } from './platform/encryption/key-ring.js';

const KEYS_LOCK = 7_310_001;

/**
 * Makes the ring of keys at the first start; later on makes sure that it opens all that is sealed in the database. Several
 * processes that start at once wait for each other.
 * @param databaseUrl of the schema's owner
 * @throws StartError where the database holds values sealed with a key that the ring lacks; nothing is changed then
 */
export async function openFieldKeys(environment: Environment, databaseUrl: string): Promise<void> {
  const path = fieldKeysPath(environment);
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [KEYS_LOCK]);
    const ring = existsSync(path) ? readKeyRing(path).keys : [];
    await forgetUnused(client, ring, path);
    if (ring.length === 0) await register(client, [await makeRing(path)]);
    else await register(client, ring);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

export async function register(client: pg.Client, keys: readonly FieldKey[]): Promise<void> {
  for (const { id, madeAt } of keys) {
    await client.query('INSERT INTO field_key (id, made_at) VALUES ($1, $2) ON CONFLICT DO NOTHING', [id, madeAt]);
  }
}

/** True where nothing is sealed with the key any more; the foreign keys of sealed values say so, also of those under way. */
export async function retire(client: pg.Client, ids: readonly string[]): Promise<boolean> {
  try {
    await client.query('DELETE FROM field_key WHERE id = ANY ($1)', [ids]);
    return true;
  } catch (reason) {
    if (reason instanceof pg.DatabaseError && reason.code === '23503') return false;
    throw reason;
  }
}

async function forgetUnused(client: pg.Client, ring: readonly FieldKey[], path: string): Promise<void> {
  const { rows } = await client.query<{ id: string }>('SELECT id FROM field_key');
  const lost = rows.map(({ id }) => id).filter((id) => !ring.some((key) => key.id === id));
  if (lost.length === 0 || (await retire(client, lost))) return;
  const state = ring.length === 0 ? 'is not there' : `lacks the key ${lost.join(', ')}`;
  throw new StartError(
    `The database holds sealed citizen numbers or phones, but the file of their keys, ${path}, ${state}; bring it back from its backup.`,
  );
}

async function makeRing(path: string): Promise<FieldKey> {
  const key = newFieldKey();
  try {
    writeKeyRing(path, { current: key, keys: [key] });
    await handOver(path, dirname(path));
  } catch (reason) {
    const why = reason instanceof Error ? reason.message : String(reason);
    throw new StartError(`The file of keys ${path} cannot be written: ${why}.`, { cause: reason });
  }
  return key;
}
