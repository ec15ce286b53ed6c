import { type MatchExtended, type ZxcvbnResult, ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { InvalidFieldError } from '../platform/errors/domain-error.js';
import { vietnamesePasswords } from './vietnamese-passwords.js';

/** Characters; docs/decisions/0008 says why 15. */
export const SHORTEST_PASSWORD = 15;
const LONGEST_PASSWORD = 200;

/** Tries that a guesser needs who knows the lists and the habits: what zxcvbn calls very unguessable. */
const ENOUGH_GUESSES = 1e10;

/** What others know of whoever chooses the password. */
export interface PasswordOwner {
  loginName: string;
  displayName: string;
  bodyName?: string | undefined;
}

const advice = 'Chọn một câu khác, ghép từ vài từ không liên quan với nhau.';
const sentences = {
  names: `Mật khẩu gần giống tên đăng nhập, họ tên hoặc tên cấp ủy. ${advice}`,
  common: `Mật khẩu này nhiều người dùng nên dễ đoán. ${advice}`,
  pattern: `Mật khẩu lặp lại hoặc theo thứ tự nên dễ đoán. ${advice}`,
};

let estimator: ZxcvbnFactory | undefined;

const guesser = (): ZxcvbnFactory =>
  (estimator ??= new ZxcvbnFactory({
    dictionary: { ...dictionary, vietnamese: vietnamesePasswords },
    graphs: adjacencyGraphs,
    // What comes after can only make it stronger, and the search takes longer with each character.
    maxLength: 64,
  }));

/** Small letters and digits alone, as a guesser writes Vietnamese: `Đảng ủy` → `danguy`. */
const folded = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Names whole and word by word, as they are and folded. */
function wordsOf({ loginName, displayName, bodyName = '' }: PasswordOwner): string[] {
  const names = [loginName, displayName, bodyName].map((name) => name.normalize('NFC').toLowerCase());
  const pairs = names.flatMap((name) => {
    const words = name.split(/[^\p{L}\p{N}]+/u);
    return words.flatMap((word, at) => [
      word,
      folded(word),
      folded(words.slice(at).join('')),
      `${word}${words[at + 1] ?? ''}`,
    ]);
  });
  const all = [...names, ...names.map(folded), ...pairs, ...pairs.map(folded)];
  return [...new Set(all)].filter(({ length }) => length >= 3);
}

function reasonOf({ sequence }: ZxcvbnResult): keyof typeof sentences {
  const has = (isIt: (match: MatchExtended) => boolean): boolean => sequence.some(isIt);
  if (has(({ dictionaryName }) => dictionaryName === 'userInputs')) return 'names';
  return has(({ pattern }) => pattern === 'dictionary') ? 'common' : 'pattern';
}

/**
 * NIST SP 800-63B-4 §3.1.1.2: length and guessability, no rules of composition, every character of Unicode.
 * @param path of the field in the body
 * @throws InvalidFieldError with one sentence that says what to do
 */
export function requireGoodPassword(password: string, owner: PasswordOwner, path = 'password'): void {
  const plain = password.normalize('NFC');
  const { length } = [...plain];
  if (length < SHORTEST_PASSWORD) {
    const missing = `còn thiếu ${SHORTEST_PASSWORD - length}`;
    const sentence = `Mật khẩu cần ít nhất ${SHORTEST_PASSWORD} ký tự, ${missing}. Một câu ngắn dễ nhớ là tốt nhất.`;
    throw new InvalidFieldError(path, sentence);
  }
  if (length > LONGEST_PASSWORD) {
    throw new InvalidFieldError(path, `Mật khẩu dài quá ${LONGEST_PASSWORD} ký tự. Bớt đi cho ngắn hơn.`);
  }
  const known = wordsOf(owner);
  for (const spelling of [plain.toLowerCase(), folded(plain)]) {
    const found = guesser().check(spelling, known);
    if (found.guesses < ENOUGH_GUESSES) throw new InvalidFieldError(path, sentences[reasonOf(found)]);
  }
}
