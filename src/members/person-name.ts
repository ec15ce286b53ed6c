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
