import { toUnicode } from './legacy-encoding.js';
import { countSyllables, tellingWords } from './syllable.js';

export interface DecodedText {
  /** NFC, without the byte order mark. */
  text: string;
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'windows-1252';
}

const decoded = (bytes: Uint8Array, encoding: DecodedText['encoding']): DecodedText => ({
  text: new TextDecoder(encoding).decode(bytes).normalize('NFC'),
  encoding,
});

/** UTF-16 by its mark, or by its zero bytes: every figure, comma and plain letter has one, and 8-bit text has none. */
function utf16(bytes: Uint8Array): DecodedText['encoding'] | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  bytes.forEach((byte, place) => {
    if (byte === 0) zeros[place % 2] = (zeros[place % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0 || even + odd < bytes.length / 8) return null;
  return odd >= even ? 'utf-16le' : 'utf-16be';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

const syllables = (text: string): number => countSyllables(tellingWords(text));

/**
 * The text of a CSV file. What is neither UTF-16 nor valid UTF-8 is windows-1258 where that gives more Vietnamese
 * words than windows-1252 does, as typed or read as TCVN3 or VNI; else windows-1252, for `detectEncoding` to look at.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const wide = utf16(bytes);
  if (wide) return decoded(bytes, wide);
  if (isUtf8(bytes)) return decoded(bytes, 'utf-8');
  const western = decoded(bytes, 'windows-1252');
  const vietnamese = decoded(bytes, 'windows-1258');
  const others = [western.text, toUnicode(western.text, 'tcvn3'), toUnicode(western.text, 'vni')];
  return syllables(vietnamese.text) > Math.max(...others.map(syllables)) ? vietnamese : western;
}
