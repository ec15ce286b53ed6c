import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StartError } from '../config/environment.js';
import { FieldCipher, SealedValueError } from './field-cipher.js';
import { type KeyRing, newFieldKey, writeKeyRing } from './key-ring.js';

describe('sealed fields', () => {
  let folder: string;
  let path: string;
  let ring: KeyRing;
  let cipher: FieldCipher;
  const purpose = 'member.phone c1 m1';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'field-keys-'));
    path = join(folder, 'keys.json');
    const key = newFieldKey();
    ring = { current: key, keys: [key] };
    writeKeyRing(path, ring);
    cipher = new FieldCipher(path);
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('open to what was sealed, and never look alike', () => {
    const [one, other] = [cipher.seal(purpose, '0912345678'), cipher.seal(purpose, '0912345678')];
    expect(cipher.open(purpose, one)).toBe('0912345678');
    expect(one.equals(other)).toBe(false);
    expect(one.includes('0912345678')).toBe(false);
  });

  it('do not open in another row, nor when one bit is turned', () => {
    const sealed = cipher.seal(purpose, '0912345678');
    expect(() => cipher.open('member.phone c1 m2', sealed)).toThrow(SealedValueError);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => cipher.open(purpose, changed), `byte ${at}`).toThrow(SealedValueError);
    }
  });

  it('are cut short in vain', () => {
    const sealed = cipher.seal(purpose, '0912345678');
    for (const length of [0, 1, 5, 17, 20, 33]) {
      expect(() => cipher.open(purpose, sealed.subarray(0, length)), `${length} bytes`).toThrow(SealedValueError);
    }
  });

  it('are sealed with the new key as soon as the ring has it, and open under the old one as long as it has that', () => {
    const before = cipher.seal(purpose, '1');
    const index = cipher.blindIndex('phone', '1');
    const fresh = newFieldKey();
    writeKeyRing(path, { current: fresh, keys: [...ring.keys, fresh] });
    const after = cipher.seal(purpose, '2');
    expect(after.subarray(1, 5).toString('hex')).toBe(fresh.id);
    expect(cipher.open(purpose, before)).toBe('1');
    expect(cipher.blindIndexes('phone', '1')).toContainEqual(index);
    writeKeyRing(path, { current: fresh, keys: [fresh] });
    expect(cipher.open(purpose, after)).toBe('2');
    cipher.seal(purpose, '3');
    expect(() => cipher.open(purpose, before)).toThrow(SealedValueError);
  });

  it('sealed elsewhere under a key that came meanwhile open too', () => {
    cipher.seal(purpose, '1');
    const fresh = newFieldKey();
    writeKeyRing(path, { current: fresh, keys: [...ring.keys, fresh] });
    expect(cipher.open(purpose, new FieldCipher(path).seal(purpose, '2'))).toBe('2');
  });

  it('are found by an index that depends on the value, on the purpose and on a key of its own', () => {
    const index = cipher.blindIndex('phone c1', '0912345678');
    expect(cipher.blindIndex('phone c1', '0912345678').equals(index)).toBe(true);
    expect(cipher.blindIndex('phone c2', '0912345678').equals(index)).toBe(false);
    expect(cipher.blindIndex('phone c1', '0912345679').equals(index)).toBe(false);
    const swapped = { ...ring.current, indexing: ring.current.sealing };
    writeKeyRing(path, { current: swapped, keys: [swapped] });
    expect(cipher.blindIndex('phone c1', '0912345678').equals(index)).toBe(false);
  });

  it('have a ring that only its owner can read, and a broken one is named', () => {
    expect(statSync(path).mode & 0o777).toBe(0o600);
    for (const broken of ['', '{}', '{"current":"00000000","keys":[]}', '{"current":"x","keys":[{"id":"x"}]}']) {
      writeFileSync(path, broken);
      expect(() => new FieldCipher(path).seal(purpose, '1')).toThrow(StartError);
    }
  });
});
