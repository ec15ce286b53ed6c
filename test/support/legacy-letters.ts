import type { LegacyEncoding } from '../../src/members/import/legacy-encoding.js';

/**
 * The 67 letters, each with its TCVN3 sign and its VNI signs, written down apart from the product's tables: a second
 * entry of the same book. U+00AD is an escape here, for it cannot be seen.
 */
const book = `
  à µ aø | ả ¶ aû | ã · aõ | á ¸ aù | ạ ¹ aï | ă ¨ aê | ằ » aè | ẳ ¼ aú | ẵ ½ aü | ắ ¾ aé | ặ Æ aë
  â © aâ | ầ Ç aà | ẩ È aå | ẫ É aã | ấ Ê aá | ậ Ë aä | è Ì eø | ẻ Î eû | ẽ Ï eõ | é Ð eù | ẹ Ñ eï
  ê ª eâ | ề Ò eà | ể Ó eå | ễ Ô eã | ế Õ eá | ệ Ö eä | ì × ì | ỉ Ø æ | ĩ Ü ó | í Ý í | ị Þ ò
  ò ß oø | ỏ á oû | õ â oõ | ó ã où | ọ ä oï | ô « oâ | ồ å oà | ổ æ oå | ỗ ç oã | ố è oá | ộ é oä
  ơ ¬ ô | ờ ê ôø | ở ë ôû | ỡ ì ôõ | ớ í ôù | ợ î ôï | ù ï uø | ủ ñ uû | ũ ò uõ | ú ó uù | ụ ô uï
  ư \u00ad ö | ừ õ öø | ử ö öû | ữ ÷ öõ | ứ ø öù | ự ù öï | ỳ ú yø | ỷ û yû | ỹ ü yõ | ý ý yù | ỵ þ î | đ ® ñ`
  .split(/[|\n]/)
  .filter((entry) => entry.trim() !== '')
  .map((entry) => entry.trim().split(/ +/))
  .map(([letter = '', tcvn3 = '', vni = '']) => ({ letter: letter.normalize('NFC'), tcvn3, vni }));

export const small = book.map(({ letter }) => letter);
export const capitals = small.map((letter) => letter.toUpperCase());
const tcvn3Capitals: Record<string, string> = { Ă: '¡', Â: '¢', Ê: '£', Ô: '¤', Ơ: '¥', Ư: '¦', Đ: '§' };
/** TCVN3 has these capitals and no other with a mark. */
export const capitalsOfTcvn3 = Object.keys(tcvn3Capitals);

const tcvn3Of = new Map([
  ...book.map(({ letter, tcvn3 }) => [letter, tcvn3] as const),
  ...Object.entries(tcvn3Capitals),
]);
const vniOf = new Map(
  book.flatMap(({ letter, vni }) => [[letter, vni] as const, [letter.toUpperCase(), vni.toUpperCase()] as const]),
);

/**
 * A text as a typist of old left it: in a font of capitals typed small, as most did, and small too where the encoding has no
 * such capital, since TCVN3 has none with a tone (domain §8).
 */
export function inLegacy(text: string, encoding: LegacyEncoding): string {
  const typed = encoding === 'tcvn3-capitals' ? text.toLowerCase() : text;
  const signs = encoding === 'vni' ? vniOf : tcvn3Of;
  const sign = (letter: string): string => signs.get(letter) ?? signs.get(letter.toLowerCase()) ?? letter;
  return Array.from(typed.normalize('NFC'), sign).join('');
}
