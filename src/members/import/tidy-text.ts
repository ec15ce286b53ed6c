/**
 * Text of a cell as it is kept: NFC, one blank between words, nothing invisible. The letters Eth (Ð, ð) and African D
 * (Ɖ), which old keyboards wrote for Đ, become Đ. Only for text that is Unicode already: in TCVN3 the invisible
 * U+00AD is the letter ư, and Ð is é (domain §8).
 */
export const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[ÐƉ]/g, 'Đ')
    .replace(/[ðɖ]/g, 'đ')
    .replace(/[\s\u00A0]+/gu, ' ')
    .replace(/\p{Cf}|\p{Cc}/gu, '')
    .trim();

/** Text for comparing: lower case without accents, đ as d, whatever is neither letter nor figure a blank. */
export const fold = (text: string): string =>
  tidy(text)
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
