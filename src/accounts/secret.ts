import { hash, randomBytes } from 'node:crypto';

/** As secrets are kept: good for long random ones, which nobody guesses. */
export const hashOf = (secret: string): Buffer => hash('sha256', secret, 'buffer');

/** 256 bits that only their receiver knows, and what is kept of them. */
export function newSecret(): { secret: string; hash: Buffer } {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: hashOf(secret) };
}
