import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { StartError } from '../config/environment.js';

/** Bytes of a key's id; it stands before every sealed value. */
export const KEY_ID_BYTES = 4;
const SECRET_BYTES = 32;

/** One key of the ring: a secret that seals, and one of its own for blind indexes. */
export interface FieldKey {
  /** Hex. */
  id: string;
  madeAt: string;
  sealing: Buffer;
  indexing: Buffer;
}

/** The keys that open what is in the database; what is sealed from now on is sealed with `current`. */
export interface KeyRing {
  current: FieldKey;
  keys: FieldKey[];
}

export function newFieldKey(): FieldKey {
  return {
    id: randomBytes(KEY_ID_BYTES).toString('hex'),
    madeAt: new Date().toISOString(),
    sealing: randomBytes(SECRET_BYTES),
    indexing: randomBytes(SECRET_BYTES),
  };
}

/** @throws StartError where the file is there but is no ring; the error of the file system where it cannot be read */
export function readKeyRing(path: string): KeyRing {
  const ring = parseRing(readFileSync(path, 'utf8'));
  if (!ring) throw new StartError(`The file ${path} holds no keys of this product; bring it back from its backup.`);
  return ring;
}

/** Written beside its place and moved there: a reader meets the old ring or the new one, never a half. */
export function writeKeyRing(path: string, { current, keys }: KeyRing): void {
  const stored = {
    current: current.id,
    keys: keys.map(({ id, madeAt, sealing, indexing }) => ({
      ...{ id, madeAt, sealing: sealing.toString('base64'), indexing: indexing.toString('base64') },
    })),
  };
  const making = `${path}.making`;
  writeFileSync(making, `${JSON.stringify(stored, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(making, path);
}

/** Changes whenever the file does. */
export function versionOfFile(path: string): string {
  const { ino, mtimeMs, size } = statSync(path);
  return `${ino} ${mtimeMs} ${size}`;
}

function parseRing(text: string): KeyRing | null {
  const stored = jsonOf(text) as { current?: unknown; keys?: unknown } | null;
  const keys = Array.isArray(stored?.keys) ? stored.keys.map(keyOf) : [];
  const whole = keys.filter((key) => key !== null);
  const current = whole.find(({ id }) => id === stored?.current);
  return current && whole.length === keys.length ? { current, keys: whole } : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (reason) {
    if (reason instanceof SyntaxError) return null;
    throw reason;
  }
}

function keyOf(stored: unknown): FieldKey | null {
  const { id, madeAt, sealing, indexing } = Object(stored) as Record<string, unknown>;
  const secrets = [sealing, indexing].map((text) => Buffer.from(String(text), 'base64'));
  const [seals, indexes] = secrets;
  const isWhole = typeof id === 'string' && /^[0-9a-f]{8}$/.test(id) && secrets.every(({ length }) => length === 32);
  return isWhole && seals && indexes ? { id, madeAt: String(madeAt), sealing: seals, indexing: indexes } : null;
}
