import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

// OWASP's recommendation for argon2id; set here so that another version of the library changes nothing.
const parameters = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), parameters);

export const isPassword = (passwordHash: string, password: string): Promise<boolean> =>
  verify(passwordHash, password.normalize('NFC'));

let nobody: Promise<string> | undefined;

/** A hash that no password fits: an unknown name takes as long as a wrong password. */
export const nobodysHash = (): Promise<string> => (nobody ??= hashPassword(randomBytes(32).toString('base64url')));
