/** Vietnamese rhymes without their tone. */
const rhymes = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et
   ê êch êm ên êng ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang
   oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt
   ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ up ut uôc uôi uôm uôn uông uôt uy uya uych
   uyên uyêt uyn uynh uyt uyu ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y ych yêm yên yêng yêt yêu
   yn ynh yt`.split(/\s+/),
);

const onset = /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])/;
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/**
 * Whether a word is built as a Vietnamese syllable is: a known onset, a known rhyme, one tone at most, and only sắc
 * or nặng before c, ch, p, t. Says nothing about whether the word exists.
 */
export function isSyllable(word: string): boolean {
  const marked = word.toLowerCase().replace('ð', 'đ').normalize('NFD');
  const tone = marked.match(tones) ?? [];
  const bare = marked.replace(tones, '').normalize('NFC');
  if (tone.length > 1) return false;
  if (/(?:c|ch|p|t)$/.test(bare) && tone[0] !== '\u0301' && tone[0] !== '\u0323') return false;
  return rhymes.has(bare) || rhymes.has(bare.replace(onset, '')) || /^gin?$/.test(bare);
}

/** Everything but letters, marks and the signs that legacy encodings use as letters. */
const between = /[^A-Za-z\u00A1-\u1EFF]+/;

/** The different words that hold something beyond ASCII: the ones that tell an encoding. */
export const tellingWords = (text: string): string[] => [
  ...new Set(text.split(between).filter((word) => word.length > 1 && /[\u00A1-\u1EFF]/.test(word))),
];

/** How many of the words are Vietnamese syllables. */
export const countSyllables = (words: string[]): number => words.filter(isSyllable).length;
