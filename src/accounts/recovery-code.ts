import { randomInt } from 'node:crypto';

/** Crockford's: without letters that look like digits, or like each other. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** `7k3m-x2q9-c0vd`: 60 bits. */
export function newRecoveryCode(): string {
  const letters = Array.from({ length: 12 }, () => alphabet.charAt(randomInt(alphabet.length)));
  return [0, 4, 8].map((at) => letters.slice(at, at + 4).join('')).join('-');
}

/** As somebody copies it from paper: capitals, blanks, `O` for nought, `I` or `L` for one. */
export const tidyRecoveryCode = (typed: string): string =>
  typed
    .toLowerCase()
    .replaceAll(/[^0-9a-z]/g, '')
    .replaceAll('o', '0')
    .replaceAll(/[il]/g, '1');
