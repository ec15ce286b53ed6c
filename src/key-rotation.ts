import { dirname } from 'node:path';
import pg from 'pg';
import { register, retire } from './field-keys.js';
import { type Environment, fieldKeysPath, StartError } from './platform/config/environment.js';
import { handOver } from './platform/database/embedded/process-owner.js';
import { FieldCipher } from './platform/encryption/field-cipher.js';
import { type KeyRing, newFieldKey, readKeyRing, writeKeyRing } from './platform/encryption/key-ring.js';
import type { SealedValues } from './platform/encryption/sealed-values.js';
import { sealedValues } from './sealed-values.js';

/** Rows that one transaction seals anew. */
const AT_ONCE = 500;

export interface Rotation {
  /** Id of the key that is current now. */
  current: string;
  resealed: number;
  retired: string[];
}

/**
 * Exchanges the key of sealed fields while servers run: a new key is made current, everything is sealed anew in batches,
 * the old keys go. Broken off, it goes on from where it was when it is called again. Servers seal with the new key as soon
 * as the file has changed.
 * @throws StartError
 */
export async function rotateFieldKeys(
  environment: Environment,
  databaseUrl: string,
  atOnce = AT_ONCE,
): Promise<Rotation> {
  const path = fieldKeysPath(environment);
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    const ring = await withNewKey(client, path);
    const { current, keys } = ring;
    const old = keys.filter(({ id }) => id !== current.id).map(({ id }) => id);
    let resealed = 0;
    do {
      for (const values of sealedValues)
        resealed += await resealAll(client, values, new FieldCipher(path), old, atOnce);
    } while (!(await retire(client, old)));
    await store(path, { current, keys: [current] });
    return { current: current.id, resealed, retired: old };
  } finally {
    await client.end();
  }
}

/** The ring of an exchange that was broken off has more than one key already. */
async function withNewKey(client: pg.Client, path: string): Promise<KeyRing> {
  const ring = readKeyRing(path);
  if (ring.keys.length > 1) return ring;
  const current = newFieldKey();
  const wider = { current, keys: [...ring.keys, current] };
  // The database first: whoever reads the new ring may seal with its key at once.
  await register(client, [current]);
  await store(path, wider);
  return wider;
}

async function store(path: string, ring: KeyRing): Promise<void> {
  writeKeyRing(path, ring);
  await handOver(path, dirname(path));
}

async function resealAll(
  client: pg.Client,
  values: SealedValues,
  cipher: FieldCipher,
  old: string[],
  atOnce: number,
): Promise<number> {
  let resealed = 0;
  for (;;) {
    const count = await resealSome(client, values, cipher, old, atOnce);
    resealed += count;
    if (count < atOnce) return resealed;
  }
}

async function resealSome(
  client: pg.Client,
  values: SealedValues,
  cipher: FieldCipher,
  old: string[],
  atOnce: number,
): Promise<number> {
  const { table, key, sealed } = values;
  await client.query('BEGIN');
  try {
    const columns = key.map((column) => `${column}::text AS ${column}`).join(', ');
    const { rows } = await client.query<Record<string, string> & { value: Buffer }>(
      `SELECT ${columns}, ${sealed} AS value FROM ${table} WHERE key_id = ANY ($1) LIMIT $2 FOR UPDATE`,
      [old, atOnce],
    );
    for (const { value, ...at } of rows) await reseal(client, values, cipher, at, value);
    await client.query('COMMIT');
    return rows.length;
  } catch (reason) {
    await client.query('ROLLBACK');
    throw reason;
  }
}

async function reseal(
  client: pg.Client,
  { table, key, sealed, index, purposeOf, indexPurposeOf }: SealedValues,
  cipher: FieldCipher,
  at: Record<string, string>,
  value: Buffer,
): Promise<void> {
  const plain = cipher.openBytes(purposeOf(at), value);
  const set = [`${sealed} = $1`];
  const parameters: unknown[] = [cipher.sealBytes(purposeOf(at), plain)];
  if (index && indexPurposeOf) {
    parameters.push(cipher.blindIndex(indexPurposeOf(at), plain.toString('utf8')));
    set.push(`${index} = $2`);
  }
  const where = key.map((column, place) => `${column}::text = $${parameters.length + place + 1}`).join(' AND ');
  const row = key.map((column) => at[column]);
  try {
    await client.query(`UPDATE ${table} SET ${set.join(', ')} WHERE ${where}`, [...parameters, ...row]);
  } catch (reason) {
    if (!(reason instanceof pg.DatabaseError) || reason.code !== '23505') throw reason;
    throw new StartError(
      `A value of ${table} stands twice (${key.map((column) => `${column} ${at[column] ?? ''}`).join(', ')}); correct one of the two and run this again.`,
      { cause: reason },
    );
  }
}
