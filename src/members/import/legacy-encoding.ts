/**
 * Encodings that older files are typed in: their letters are drawn by the font, the text itself is Latin-1. The tables
 * stand here because the npm packages for them lose capitals and half of VNI (domain §8).
 */
export const legacyEncodings = ['tcvn3', 'tcvn3-capitals', 'vni'] as const;
export type LegacyEncoding = (typeof legacyEncodings)[number];

/**
 * TCVN 5712:1993, third set (VN3, “ABC”), from 0xA0 on, sixteen a row; a dot is a place without a letter. It has
 * seven capitals and none with a tone: those are typed in fonts that draw small letters as capitals (.VnTimeH).
 * Checked against glibc's TCVN5712-1 and the tables of two keyboard programs (domain §8, S23).
 */
const tcvn3Rows = [
  '.ĂÂÊÔƠƯĐăâêôơưđ.',
  '.....àảãáạ.ằẳẵắ.',
  '......ặầẩẫấậè.ẻẽ',
  'éẹềểễếệìỉ...ĩíịò',
  '.ỏõóọồổỗốộờởỡớợù',
  '.ủũúụừửữứựỳỷỹýỵ.',
];

const tcvn3 = new Map(
  [...tcvn3Rows.join('')].map((letter, place): [string, string] => [String.fromCharCode(0xa0 + place), letter]),
);

function fromTcvn3(text: string): string {
  const letter = (sign: string): string => {
    const found = tcvn3.get(sign);
    return found === undefined || found === '.' ? sign : found;
  };
  return Array.from(text, letter).join('');
}

const acute = '\u0301';
const grave = '\u0300';
const hook = '\u0309';
const tilde = '\u0303';
const dot = '\u0323';
const circumflex = '\u0302';
const breve = '\u0306';

/** What a VNI mark letter adds to the letter before it. */
const vniMarks: Record<string, string> = {
  ù: acute,
  ø: grave,
  û: hook,
  õ: tilde,
  ï: dot,
  â: circumflex,
  á: circumflex + acute,
  à: circumflex + grave,
  å: circumflex + hook,
  ã: circumflex + tilde,
  ä: circumflex + dot,
  ê: breve,
  é: breve + acute,
  è: breve + grave,
  ú: breve + hook,
  ü: breve + tilde,
  ë: breve + dot,
};

const vniLetters: Record<string, string> = { ô: 'ơ', ö: 'ư', í: 'í', ì: 'ì', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ', ñ: 'đ' };

const vniSign = /([aeouyôö])([ùøûõï])|([aeo])([âáàåãä])|(a)([êéèúüë])|([ôöíìæóòîñ])/gi;

/** The letter's own case holds; the mark's does not count, since offices typed “Aùnh” as well as “AÙNH”. */
function fromVni(text: string): string {
  return text.replace(vniSign, (sign) => {
    const first = sign.charAt(0);
    const small = first.toLowerCase();
    const mark = vniMarks[sign.charAt(1).toLowerCase()] ?? '';
    const letter = ((vniLetters[small] ?? small) + mark).normalize('NFC');
    return first === small ? letter : letter.toUpperCase();
  });
}

/**
 * Text of a legacy font as Unicode NFC. What the encoding has no letter for stays as it is. The text must come
 * untouched: a trimmed or cleaned TCVN3 text has lost its ư, U+00AD (domain §8).
 */
export function toUnicode(text: string, encoding: LegacyEncoding): string {
  const latin = text.normalize('NFC');
  const unicode = encoding === 'vni' ? fromVni(latin) : fromTcvn3(latin);
  return (encoding === 'tcvn3-capitals' ? unicode.toUpperCase() : unicode).normalize('NFC');
}
