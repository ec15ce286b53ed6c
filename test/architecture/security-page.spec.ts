import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const page = readFileSync('docs/security.md', 'utf8');

/** Numbers of ASVS 5.0.0 that levels 1 and 2 ask for: how many of each section; 10 and 17 stand as wholes. */
const asked: Record<string, number> = {
  ...{ '1.1': 2, '1.2': 9, '1.3': 11, '1.4': 3, '1.5': 2, '2.1': 3, '2.2': 3, '2.3': 4, '2.4': 1, '3.2': 2, '3.3': 4 },
  ...{ '3.4': 6, '3.5': 5, '3.7': 2, '4.1': 3, '4.2': 1, '4.3': 2, '4.4': 4, '5.1': 1, '5.2': 3, '5.3': 2, '5.4': 3 },
  ...{ '6.1': 3, '6.2': 12, '6.3': 4, '6.4': 4, '6.5': 5, '6.6': 3, '6.8': 4, '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5 },
  ...{ '7.5': 2, '7.6': 2, '8.1': 2, '8.2': 3, '8.3': 1, '8.4': 1, '9.1': 3, '9.2': 4, '11.1': 2, '11.2': 3 },
  ...{ '11.3': 3, '11.4': 4, '11.5': 1, '11.6': 1, '12.1': 3, '12.2': 2, '12.3': 4, '13.1': 1, '13.2': 5, '13.3': 2 },
  ...{ '13.4': 5, '14.1': 2, '14.2': 4, '14.3': 3, '15.1': 3, '15.2': 3, '15.3': 7, '16.1': 1, '16.2': 5, '16.3': 4 },
  ...{ '16.4': 3, '16.5': 3 },
};

const numbers = Object.entries(asked).flatMap(([section, many]) =>
  Array.from({ length: many }, (_, index) => `${section}.${index + 1}`),
);

interface Line {
  answers: string[];
  state: string;
  shown: string;
}

const lines: Line[] = [...page.matchAll(/^\| (\d[^|]*) \| [^|]* \| ([^|]*) \| ?(.*)\|$/gm)].map(
  ([, answers = '', state = '', shown = '']) => ({ answers: answers.split(', ').flatMap(range), state, shown }),
);

/** `4.3.1–4.4.4` as the numbers in between, in the order of the standard. */
function range(text: string): string[] {
  const [first = '', last] = text.split('–');
  return last === undefined ? [first] : numbers.slice(numbers.indexOf(first), numbers.indexOf(last) + 1);
}

/** Each file of tests that is named, with the sentences that follow it up to the next file. */
function namedTests(): { file: string; sentences: string[] }[] {
  const chunks = page.split(/(?=`(?:test|src|web)\/[\w./-]+\.spec\.ts`)/).slice(1);
  return chunks.map((chunk) => ({
    file: /^`([^`]+)`/.exec(chunk)?.[1] ?? '',
    sentences: [...(chunk.split(' |\n')[0] ?? '').matchAll(/“([^”]+)”/g)].map(([, sentence = '']) => sentence),
  }));
}

describe('the page about security', () => {
  it('has one line for each requirement of ASVS levels 1 and 2', () => {
    const answered = lines.flatMap(({ answers }) => answers);
    expect(numbers.filter((number) => !answered.includes(number))).toEqual([]);
    expect(answered.filter((number) => !numbers.includes(number))).toEqual(['10.*', '17.*']);
    expect(answered.filter((number, index) => answered.indexOf(number) !== index)).toEqual([]);
  });

  it('says of each whether it is so, and where not, why', () => {
    expect(lines.length).toBeGreaterThan(100);
    for (const { answers, state, shown } of lines) {
      expect(state, answers.join()).toMatch(/^(yes(, with .+)?|partly|not done|operator|n\/a)$/);
      if (state === 'partly' || state === 'not done') expect(shown.trim().length, answers.join()).toBeGreaterThan(20);
    }
  });

  it('names tests that are there, by words that stand in them', () => {
    const named = namedTests();
    expect(named.length).toBeGreaterThan(100);
    const wrong = named.flatMap(({ file, sentences }) => {
      const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
      return sentences.filter((sentence) => !text.includes(sentence)).map((sentence) => `${file}: ${sentence}`);
    });
    expect(wrong).toEqual([]);
  });
});
