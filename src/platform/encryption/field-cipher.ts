import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { type FieldKey, KEY_ID_BYTES, type KeyRing, readKeyRing, versionOfFile } from './key-ring.js';

const ALGORITHM = 'aes-256-gcm';
const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + KEY_ID_BYTES;

/** The key of the sealed value is no longer (or not yet) in the ring, or the value was changed or moved. */
export class SealedValueError extends Error {}

/**
 * Single fields that the database holds sealed (AES-256-GCM). A sealed value is: version (1 byte), id of the key (4),
 * nonce (12), tag (16), cipher text. `purpose` says which field of which row it is, `member.phone <committee> <member>`,
 * and is bound to it: a value copied into another row or column does not open. The ring of keys is a file outside of the
 * database; it is read again when it has changed, so keys are exchanged under a running server.
 */
export class FieldCipher {
  private ring: KeyRing | null = null;
  private version = '';

  constructor(private readonly path: string) {}

  seal(purpose: string, plain: string): Buffer {
    return this.sealBytes(purpose, Buffer.from(plain, 'utf8'));
  }

  /** @throws SealedValueError */
  open(purpose: string, sealed: Buffer): string {
    return this.openBytes(purpose, sealed).toString('utf8');
  }

  sealBytes(purpose: string, plain: Buffer): Buffer {
    const { id, sealing } = this.latestRing().current;
    const head = Buffer.concat([Buffer.of(VERSION), Buffer.from(id, 'hex')]);
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, sealing, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(boundTo(head, purpose));
    const text = [cipher.update(plain), cipher.final()];
    return Buffer.concat([head, nonce, cipher.getAuthTag(), ...text]);
  }

  /** @throws SealedValueError */
  openBytes(purpose: string, sealed: Buffer): Buffer {
    const key = this.keyOf(sealed);
    const head = sealed.subarray(0, HEAD_BYTES);
    const nonce = sealed.subarray(HEAD_BYTES, HEAD_BYTES + NONCE_BYTES);
    const tag = sealed.subarray(HEAD_BYTES + NONCE_BYTES, HEAD_BYTES + NONCE_BYTES + TAG_BYTES);
    try {
      const decipher = createDecipheriv(ALGORITHM, key.sealing, nonce, { authTagLength: TAG_BYTES });
      decipher.setAAD(boundTo(head, purpose));
      decipher.setAuthTag(tag);
      const plain = decipher.update(sealed.subarray(HEAD_BYTES + NONCE_BYTES + TAG_BYTES));
      // This mode gives all of it at once; the end only proves that nothing was changed.
      decipher.final();
      return plain;
    } catch (reason) {
      throw new SealedValueError('a sealed value was changed, or belongs elsewhere', { cause: reason });
    }
  }

  /** What equal values of one purpose have in common, and tells nothing else of them: for look-up and uniqueness. */
  blindIndex(purpose: string, value: string): Buffer {
    return indexWith(this.latestRing().current, purpose, value);
  }

  /** The index under each key of the ring, the current one first: while keys are exchanged, rows stand under either. */
  blindIndexes(purpose: string, value: string): Buffer[] {
    const { current, keys } = this.latestRing();
    const others = keys.filter((key) => key !== current);
    return [current, ...others].map((key) => indexWith(key, purpose, value));
  }

  private latestRing(): KeyRing {
    const version = versionOfFile(this.path);
    if (this.ring && version === this.version) return this.ring;
    this.ring = readKeyRing(this.path);
    this.version = version;
    return this.ring;
  }

  private keyOf(sealed: Buffer): FieldKey {
    const id = sealed.subarray(1, HEAD_BYTES).toString('hex');
    if (sealed[0] !== VERSION) throw new SealedValueError('not a sealed value');
    const isThis = (key: FieldKey): boolean => key.id === id;
    const key = this.ring?.keys.find(isThis) ?? this.latestRing().keys.find(isThis);
    if (!key) throw new SealedValueError(`no key ${id} in the ring`);
    return key;
  }
}

const boundTo = (head: Buffer, purpose: string): Buffer => Buffer.concat([head, Buffer.from(purpose, 'utf8')]);

const indexWith = ({ indexing }: FieldKey, purpose: string, value: string): Buffer =>
  createHmac('sha256', indexing).update(`${purpose}\0${value}`, 'utf8').digest();
