import { createHash, createHmac } from 'node:crypto';

/** What a link of the chain is made of; times in milliseconds, digests as hex by field. */
export interface ChainedEntry {
  committeeId: string;
  seq: number;
  at: Date;
  accountId: string | null;
  signInId: string | null;
  address: string;
  requestId: string;
  action: string;
  subjectKind: string;
  subjectId: string | null;
  digests: Record<string, string>;
  previousHash: Buffer;
}

/** Before the first entry. */
export const genesis = Buffer.alloc(32);

/** A value is covered by a digest under a salt of its own: without the salt it cannot even be guessed and tried. */
export const digestOf = (salt: Buffer, value: string): string =>
  createHmac('sha256', salt).update(value, 'utf8').digest('hex');

/** SHA-256 over the fields in a fixed order; JSON keeps them apart, so that no two entries give the same text. */
export function hashOf(entry: ChainedEntry): Buffer {
  const digests = Object.entries(entry.digests).sort(([one], [other]) => (one < other ? -1 : 1));
  const fields = [
    ...[entry.committeeId, entry.seq, entry.at.toISOString(), entry.accountId, entry.signInId, entry.address],
    ...[entry.requestId, entry.action, entry.subjectKind, entry.subjectId, digests, entry.previousHash.toString('hex')],
  ];
  return createHash('sha256').update(JSON.stringify(fields), 'utf8').digest();
}
