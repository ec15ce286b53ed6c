import { createHmac, hash, randomBytes } from 'node:crypto';
import type { PersonOnRoll } from './roll.types.js';

/** Says in the audit trail how a digest was made. */
const FORM = 'v2';

/** Covers who a row of a closing is. */
export interface NameSeal {
  nameSalt: Buffer;
  nameDigest: Buffer;
}

type Name = Pick<PersonOnRoll, 'memberId' | 'fullName' | 'givenName' | 'birthYear' | 'office'>;
type Figures = Pick<
  PersonOnRoll,
  'cellId' | 'cellName' | 'groupName' | 'standing' | 'duty' | 'attendance' | 'through' | 'leftEarly'
>;

const digestOfName = (salt: Buffer, { memberId, fullName, givenName, birthYear, office }: Name): Buffer =>
  createHmac('sha256', salt)
    .update(JSON.stringify([memberId, fullName, givenName, birthYear, office]))
    .digest();

/** A salt of its own for each row: without it a digest of a name cannot even be guessed and tried. */
export function sealName(name: Name): NameSeal {
  const nameSalt = randomBytes(16);
  return { nameSalt, nameDigest: digestOfName(nameSalt, name) };
}

/** True where the row still says who it was when it was sealed. */
export const isSameName = ({ nameSalt, nameDigest }: NameSeal, name: Name): boolean =>
  digestOfName(nameSalt, name).equals(nameDigest);

/**
 * SHA-256 over what a paper says of each person, in the order of the roll: figures as they are, names by their digest. So a
 * name can be erased by law, and everything else still fits the digest in the audit chain.
 */
export function digestOfRoll(people: (Figures & Pick<NameSeal, 'nameDigest'>)[]): string {
  const rows = people.map((one) => [
    ...[one.nameDigest.toString('hex'), one.cellId, one.cellName, one.groupName],
    ...[one.standing, one.duty, one.attendance, one.through, one.leftEarly],
  ]);
  return `${FORM}:${hash('sha256', JSON.stringify(rows))}`;
}

/** False for digests of before names were sealed, which cannot be made again once a name is erased. */
export const isOfThisForm = (digest: string): boolean => digest.startsWith(`${FORM}:`);
