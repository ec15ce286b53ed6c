import { type LegacyEncoding, toUnicode } from './legacy-encoding.js';
import { countSyllables, tellingWords } from './syllable.js';

export interface Detection {
  encoding: LegacyEncoding | 'none';
  /** What it was told by: the name of the font, the best sign there is (domain §8), or the text alone. */
  by: 'font' | 'text';
  /** `likely` is for a person to confirm before anything is converted (domain §10.21). */
  certainty: 'sure' | 'likely';
}

/** ABC fonts are `.Vn…`, their capitals `.Vn…H`; fonts of VNI are `VNI-…`. `Vn…` without the dot is neither. */
export function encodingOfFont(font: string): Detection['encoding'] {
  const name = font.trim().replace(/[ -](?:bold|italic|regular)\b/gi, '');
  if (/^vni[- ]/i.test(name)) return 'vni';
  if (!/^\.vn/i.test(name)) return 'none';
  return name.endsWith('H') || /^\.vn[a-z -]*h$/.test(name) ? 'tcvn3-capitals' : 'tcvn3';
}

/** Letters that no legacy text can hold, since it is Latin-1 throughout. */
const beyondLatin1 = /[\u0100-\u024F\u1E00-\u1EFF]|\p{M}/u;

const holdsUnicode = (text: string): boolean => beyondLatin1.test(text.normalize('NFC'));

interface Evidence {
  /** The telling words, without those that can only be Unicode. */
  words: string[];
  /** Share of the telling words that are Vietnamese, read as they stand; 1 where there are none. */
  asTyped: number;
  /** The same, read in a legacy encoding. */
  read: (encoding: LegacyEncoding) => number;
}

function evidenceOf(text: string): Evidence {
  const words = tellingWords(text.normalize('NFC')).filter((word) => !beyondLatin1.test(word));
  const share = (list: string[]): number => (words.length === 0 ? 1 : countSyllables(list) / words.length);
  return { words, asTyped: share(words), read: (encoding) => share(words.map((word) => toUnicode(word, encoding))) };
}

/** Capitals inside words, around letters that are small: typed in a font of capitals. */
const isInCapitals = (words: string[]): boolean =>
  words.filter((word) => /^.+[A-Z]/.test(word)).length > words.length / 2;

/**
 * Two words at least, four fifths of them Vietnamese, and clearly more of them than as typed: “Loïc” is no “Lọc”.
 * Where both encodings read equally well, neither is told.
 */
function byText(text: string): Detection {
  const { words, asTyped, read } = evidenceOf(text);
  const [tcvn3, vni] = [read('tcvn3'), read('vni')];
  const share = Math.max(tcvn3, vni);
  if (holdsUnicode(text) || words.length < 2 || share < 0.8 || share - asTyped < 0.3 || tcvn3 === vni) {
    return { encoding: 'none', by: 'text', certainty: asTyped > 0.5 ? 'sure' : 'likely' };
  }
  const certainty = words.length >= 20 && share >= 0.9 && asTyped <= 0.3 ? 'sure' : 'likely';
  if (vni > tcvn3) return { encoding: 'vni', by: 'text', certainty };
  return { encoding: isInCapitals(words) ? 'tcvn3-capitals' : 'tcvn3', by: 'text', certainty };
}

/**
 * In which encoding a text is typed. One answer for one text: where cells are mixed, some Unicode and some legacy,
 * the answer is `none`, `likely`, and each cell must be asked about alone.
 * @param text untouched: a cell, or all cells of one font joined by line breaks, which tells more
 * @param font the font's name as the file has it; missing for CSV
 */
export function detectEncoding(text: string, font = ''): Detection {
  const encoding = encodingOfFont(font);
  if (encoding === 'none' || holdsUnicode(text)) return byText(text);
  const { words, asTyped, read } = evidenceOf(text);
  const isUnicodeRather = words.length > 0 && asTyped > read(encoding);
  return { encoding, by: 'font', certainty: isUnicodeRather ? 'likely' : 'sure' };
}
