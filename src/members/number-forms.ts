/** As people write numbers: with blanks, dots and hyphens between the digits. */
const bare = (text: string): string => text.normalize('NFC').replaceAll(/[\s.\-()\u00A0]/g, '');

/** 12 digits, or the 9 of an old identity card. */
export const isCitizenNumber = (text: string): boolean => /^(\d{12}|\d{9})$/.test(text);

/** 10 digits from 0 on; 11 for landlines and for mobile numbers of before 2018, which still stand in files. */
export const isPhone = (text: string): boolean => /^0[1-9]\d{8,9}$/.test(text);

export const plainCitizenNumber = (text: string): string => bare(text);

/** `+84 912 345 678` and `84912345678` are `0912345678`. */
export const plainPhone = (text: string): string => bare(text).replace(/^(\+84|0084|84(?=[1-9]\d{8,9}$))0?/, '0');

/** Of either kind: what has the length of a citizen number is one, whatever it begins with. */
export const plainNumber = (text: string): string => (isCitizenNumber(bare(text)) ? bare(text) : plainPhone(text));

/** The last four digits are enough to tell one's own number from another: `•••••••• 1234`. */
export const maskedNumber = (plain: string): string =>
  `${'•'.repeat(Math.max(plain.length - 4, 0))} ${plain.slice(-4)}`;
