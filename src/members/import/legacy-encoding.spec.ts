import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toUnicode } from './legacy-encoding.js';

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

const small = book.map(({ letter }) => letter);
const capitals = small.map((letter) => letter.toUpperCase());
const tcvn3Capitals: Record<string, string> = { Ă: '¡', Â: '¢', Ê: '£', Ô: '¤', Ơ: '¥', Ư: '¦', Đ: '§' };

const tcvn3Of = new Map([
  ...book.map(({ letter, tcvn3 }) => [letter, tcvn3] as const),
  ...Object.entries(tcvn3Capitals),
]);
const vniOf = new Map(
  book.flatMap(({ letter, vni }) => [[letter, vni] as const, [letter.toUpperCase(), vni.toUpperCase()] as const]),
);
const write = (text: string, signs: Map<string, string>): string =>
  Array.from(text, (letter) => signs.get(letter) ?? letter).join('');

const plain = [...'abcdeghiklmnopqrstuvxy'];
/** Names of one to five words over the letters given, with hyphens and apostrophes. */
const namesOver = (letters: string[]) =>
  fc
    .array(fc.array(fc.constantFrom(...letters, '-', "'"), { minLength: 1, maxLength: 7 }), {
      minLength: 1,
      maxLength: 5,
    })
    .map((words) => words.map((word) => word.join('')).join(' '));

const upper = (letters: string[]): string[] => letters.map((letter) => letter.toUpperCase());

describe('text of a legacy font', () => {
  it('knows all 134 letters', () => {
    expect(new Set([...small, ...capitals]).size).toBe(134);
  });

  it('comes back from TCVN3, with the seven capitals that it has', () => {
    const letters = [...small, ...plain, ...upper(plain), ...Object.keys(tcvn3Capitals)];
    fc.assert(
      fc.property(namesOver(letters), (name) => {
        expect(toUnicode(write(name, tcvn3Of), 'tcvn3')).toBe(name);
      }),
      { numRuns: 1000 },
    );
  });

  it('comes back from fonts of capitals, whether typed small or not', () => {
    fc.assert(
      fc.property(namesOver([...small, ...plain, ...upper(plain), ...Object.keys(tcvn3Capitals)]), (name) => {
        expect(toUnicode(write(name, tcvn3Of), 'tcvn3-capitals')).toBe(name.toUpperCase());
      }),
      { numRuns: 1000 },
    );
  });

  it('comes back from VNI, small and capital', () => {
    fc.assert(
      fc.property(namesOver([...small, ...capitals, ...plain, ...upper(plain)]), (name) => {
        expect(toUnicode(write(name, vniOf), 'vni')).toBe(name);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['NguyÔn V¨n §øc', 'tcvn3', 'Nguyễn Văn Đức'],
    ['M\u00adêng Kh\u00ad¬ng', 'tcvn3', 'Mường Khương'],
    ['nguyÔn thÞ ¸nh', 'tcvn3-capitals', 'NGUYỄN THỊ ÁNH'],
    ['Nguyeãn Ñöùc Cöôøng', 'vni', 'Nguyễn Đức Cường'],
    ['NGUYEÃN ÑÖÙC CÖÔØNG', 'vni', 'NGUYỄN ĐỨC CƯỜNG'],
    ['Traàn Thò AÙnh', 'vni', 'Trần Thị Ánh'],
    ['Traàn Thò Aùnh', 'vni', 'Trần Thị Ánh'],
  ] as const)('%j in %s is %s', (text, encoding, unicode) => {
    expect(toUnicode(text, encoding)).toBe(unicode);
  });

  it('keeps a name whose last letter is the soft hyphen, and one that begins with it', () => {
    expect(toUnicode('Tr¸ng An T\u00ad', 'tcvn3')).toBe('Tráng An Tư');
    expect(toUnicode('\u00ad', 'tcvn3-capitals')).toBe('Ư');
  });

  it('is the same where the file had been decomposed on its way', () => {
    expect(toUnicode('Nguyeãn Ñöùc'.normalize('NFD'), 'vni')).toBe('Nguyễn Đức');
    expect(toUnicode('NguyÔn'.normalize('NFD'), 'tcvn3')).toBe('Nguyễn');
  });

  it('leaves figures, punctuation and what it has no letter for', () => {
    expect(toUnicode('Tæ 5, sè 12/3 – À', 'tcvn3')).toBe('Tổ 5, số 12/3 – À');
    expect(toUnicode('Chi boä 10B (khu phoá 2)', 'vni')).toBe('Chi bộ 10B (khu phố 2)');
  });
});
