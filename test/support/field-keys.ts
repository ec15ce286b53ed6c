import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newFieldKey, writeKeyRing } from '../../src/platform/encryption/key-ring.js';

let path: string | undefined;

/** A ring of keys for all apps of one test process; gone with it. */
export function testFieldKeys(): string {
  if (path) return path;
  const folder = mkdtempSync(join(tmpdir(), 'quan-triet-keys-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  path = join(folder, 'keys.json');
  const key = newFieldKey();
  writeKeyRing(path, { current: key, keys: [key] });
  return path;
}
