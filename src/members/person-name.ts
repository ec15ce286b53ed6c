import { InvalidFieldError } from '../platform/errors/domain-error.js';
export interface PersonName {
  familyName: string;
  middleName: string;
  givenName: string;
}

/** The last word is the given name, the first the family name, until the office corrects it. Input is tidy text. */
export function splitName(fullName: string): PersonName {
  const words = fullName.split(' ');
  const givenName = words.at(-1) ?? '';
  const familyName = words.length > 1 ? (words[0] ?? '') : '';
  return { familyName, middleName: words.slice(1, -1).join(' '), givenName };
}

/** A name as the office has taken it apart by hand; what lies between is the middle name. @throws InvalidFieldError */
export function correctedName(fullName: string, { givenName, familyName }: { givenName: string; familyName: string }) {
  const isWhole = fullName.startsWith(`${familyName} `) && fullName.endsWith(` ${givenName}`);
  const middleName = fullName.slice(familyName.length, fullName.length - givenName.length).trim();
  if (!isWhole || `${familyName} ${middleName} ${givenName}`.replace('  ', ' ') !== fullName) {
    throw new InvalidFieldError('nameParts', 'Họ phải đứng đầu và tên phải đứng cuối họ và tên.');
  }
  return { familyName, middleName, givenName };
}
