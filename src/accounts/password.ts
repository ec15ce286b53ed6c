import { randomBytes } from 'node:crypto';
import { hash, hashRaw, verify } from '@node-rs/argon2';
import pLimit from 'p-limit';
import { DomainError } from '../platform/errors/domain-error.js';

/**
 * OWASP's recommendation for argon2id, with the smallest memory that it names: 19 MiB and two passes resist as much as
 * 46 MiB and one, and a small office's machine has other work. Set here so that another version of the library changes nothing.
 */
const parameters = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Two at a time: 38 MiB, and threads stay free for the database and files. Who waits longer than the rest is told to come back. */
const turns = pLimit(2);
const LONGEST_QUEUE = 60;

/** UTF-16 units; far above what `requireGoodPassword` lets pass, and the most that is ever hashed. */
const LONGEST_INPUT = 1_000;

class BusyError extends DomainError {
  constructor() {
    super('sign-in.busy', 'unavailable', 'Quá nhiều người đăng nhập cùng lúc. Xin thử lại sau giây lát.', {
      retryAfterSeconds: 2,
    });
  }
}

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (turns.pendingCount >= LONGEST_QUEUE) return Promise.reject(new BusyError());
  return turns(work);
}

/** NFC: the same letters, typed with one input method or another, are one password. */
export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(password.normalize('NFC'), parameters));

export async function isPassword(passwordHash: string, password: string): Promise<boolean> {
  if (password.length > LONGEST_INPUT) return false;
  return inTurn(() => verify(passwordHash, password.normalize('NFC')));
}

/** 32 bytes, the same for the same salt: for codes that are looked up among several. */
export const hashCode = (code: string, salt: Buffer): Promise<Buffer> =>
  inTurn(() => hashRaw(code, { ...parameters, salt }));

let nobody: Promise<string> | undefined;

/** A hash that no password fits: an unknown name takes as long as a wrong password. */
export const nobodysHash = (): Promise<string> => (nobody ??= hashPassword(randomBytes(32).toString('base64url')));
