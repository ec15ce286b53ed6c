import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectEncoding } from '../../src/members/import/encoding-detection.js';
import { toUnicode } from '../../src/members/import/legacy-encoding.js';
import { readName } from '../../src/members/import/proper-name.js';
import { capitalsOfTcvn3, capitals, inLegacy, small } from '../support/legacy-letters.js';

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
    const letters = [...small, ...plain, ...upper(plain), ...capitalsOfTcvn3];
    fc.assert(
      fc.property(namesOver(letters), (name) => {
        expect(toUnicode(inLegacy(name, 'tcvn3'), 'tcvn3')).toBe(name);
      }),
      { numRuns: 1000 },
    );
  });

  it('comes back from fonts of capitals, whether typed small or not', () => {
    fc.assert(
      fc.property(namesOver([...small, ...plain, ...upper(plain), ...capitalsOfTcvn3]), (name) => {
        expect(toUnicode(inLegacy(name, 'tcvn3'), 'tcvn3-capitals')).toBe(name.toUpperCase());
      }),
      { numRuns: 1000 },
    );
  });

  it('comes back from VNI, small and capital', () => {
    fc.assert(
      fc.property(namesOver([...small, ...capitals, ...plain, ...upper(plain)]), (name) => {
        expect(toUnicode(inLegacy(name, 'vni'), 'vni')).toBe(name);
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

/** A family whose first letter the encoding has as a capital, then words that may begin with any of the 67. */
const properNames = fc
  .tuple(
    fc.constantFrom('Nguyễn', 'Đặng', 'Ôn', 'Ưng', 'Âu', 'Lê', 'Huỳnh'),
    fc.array(
      fc.tuple(fc.constantFrom(...small, ...plain), fc.array(fc.constantFrom(...small, ...plain), { maxLength: 5 })),
      { minLength: 1, maxLength: 4 },
    ),
  )
  .map(([family, words]) =>
    [family, ...words.map(([first, rest]) => first.toUpperCase() + rest.join(''))].join(' ').normalize('NFC'),
  );

/** What the import does with a cell of a legacy font: asks the font, converts, reads the name. */
function readAs(text: string, font: string): string | null {
  const { encoding } = detectEncoding(text, font);
  return readName(encoding === 'none' ? text : toUnicode(text, encoding)).value;
}

describe('a name in a legacy font', () => {
  it.each([
    ['.VnTime', 'tcvn3', (name: string) => name],
    ['.VnTimeH', 'tcvn3-capitals', (name: string) => name],
    ['.VnTimeH', 'tcvn3', (name: string) => name],
    ['VNI-Times', 'vni', (name: string) => name],
    ['VNI-Times', 'vni', (name: string) => name.toUpperCase()],
  ] as const)('becomes the name again: typed in %s as %s', (font, encoding, typed) => {
    fc.assert(
      fc.property(properNames, (name) => {
        expect(readAs(inLegacy(typed(name), encoding), font)).toBe(name);
      }),
      { numRuns: 1000 },
    );
  });
});
