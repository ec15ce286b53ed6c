import { searchKey } from '../../words/format.ts';

/** Part of a full name, from its first character to before its last. */
export interface Span {
  from: number;
  to: number;
}

export interface Named {
  memberId: string;
  fullName: string;
  givenName: string;
}

interface Word extends Span {
  key: string;
}

/** Names are compared composed: then every letter is one character, with its marks or without. */
export const composed = (text: string): string => text.normalize('NFC');

const wordsOf = (name: string): Word[] =>
  [...composed(name).matchAll(/\S+/g)].map((found) => ({
    key: searchKey(found[0]),
    from: found.index,
    to: found.index + found[0].length,
  }));

const spanAt = ({ from }: Word, start: number, length: number): Span => ({
  from: from + start,
  to: from + start + length,
});

/** Each token begins a word of its own, in the order typed. */
function beginnings(tokens: readonly string[], words: readonly Word[]): Span[] | null {
  const spans: Span[] = [];
  let next = 0;
  for (const token of tokens) {
    const at = words.findIndex(({ key }, index) => index >= next && key.startsWith(token));
    const word = words[at];
    if (!word) return null;
    spans.push(spanAt(word, 0, token.length));
    next = at + 1;
  }
  return spans;
}

type Manner = (tokens: readonly string[], given: readonly Word[], rest: readonly Word[]) => Span[] | null;

/** The last token begins the given name, what was typed before it begins family and middle names. */
const byGivenName: Manner = (tokens, given, rest) => {
  const before = beginnings(tokens.slice(0, -1), rest);
  const last = beginnings(tokens.slice(-1), given);
  return before && last ? [...before, ...last] : null;
};

const insideGivenName: Manner = ([token = '', ...others], given) => {
  const word = others.length === 0 ? given.find(({ key }) => key.includes(token)) : undefined;
  return word ? [spanAt(word, word.key.indexOf(token), token.length)] : null;
};

const byAnyName: Manner = (tokens, given, rest) => beginnings(tokens, [...rest, ...given]);

const manners: readonly Manner[] = [byGivenName, insideGivenName, byAnyName];

/**
 * Who is meant by what was typed, in the order of the roll, with what to underline. Given names go first; family and
 * middle names count only where no given name matches.
 */
export function matchesOf(typed: string, people: readonly Named[]): Map<string, Span[]> {
  const tokens = searchKey(typed).split(' ').filter(Boolean);
  if (tokens.length === 0) return new Map();
  for (const manner of manners) {
    const hits = new Map<string, Span[]>();
    for (const { memberId, fullName, givenName } of people) {
      const words = wordsOf(fullName);
      const cut = Math.max(words.length - wordsOf(givenName).length, 0);
      const spans = manner(tokens, words.slice(cut), words.slice(0, cut));
      if (spans) hits.set(memberId, spans);
    }
    if (hits.size > 0) return hits;
  }
  return new Map();
}

/** Whom Enter marks: the one chosen by arrow if he still matches, else the first not yet marked, else the first. */
export function targetOf(
  hits: readonly string[],
  chosen: string | null,
  isOpen: (memberId: string) => boolean,
): string | null {
  if (chosen !== null && hits.includes(chosen)) return chosen;
  return hits.find(isOpen) ?? hits[0] ?? null;
}

/** The hit before or after, round the ends. */
export function nextHit(hits: readonly string[], current: string | null, step: 1 | -1): string | null {
  if (hits.length === 0) return null;
  const at = current === null ? -1 : hits.indexOf(current);
  return hits[(at + step + hits.length) % hits.length] ?? null;
}
