import { randomInt } from 'node:crypto';

/** Without what is mistaken for something else when it is read aloud or copied by hand: 0 O, 1 I L, U V. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTWXYZ';
const LENGTH = 8;

/** 29 ^ 8 possibilities: 5 × 10^11, for ten minutes. */
export const newDoorCode = (): string =>
  Array.from({ length: LENGTH }, () => alphabet[randomInt(alphabet.length)]).join('');

/** A code as people type it: small letters, blanks and hyphens between. */
export const readDoorCode = (typed: string): string => typed.toUpperCase().replaceAll(/[\s\u2010-\u2015-]/g, '');
