import { randomInt } from 'node:crypto';

/** Crockford's: without letters that look like digits, or like each other. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Groups of four that can be read from paper or a screen and typed: 20 bits each. */
export function randomGroups(count: number): string {
  const group = (): string => Array.from({ length: 4 }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
  return Array.from({ length: count }, group).join('-');
}

/** `7k3m-x2q9-c0vd`: 60 bits. */
export const newRecoveryCode = (): string => randomGroups(3);

/** As somebody copies it from paper: capitals, blanks, `O` for nought, `I` or `L` for one. */
export const tidyRecoveryCode = (typed: string): string =>
  typed
    .toLowerCase()
    .replaceAll(/[^0-9a-z]/g, '')
    .replaceAll('o', '0')
    .replaceAll(/[il]/g, '1');
