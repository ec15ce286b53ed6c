import { describe, expect, it } from 'vitest';
import { agentWords } from './agent-words.js';

const mozilla = 'Mozilla/5.0';
const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0';

describe('what a browser says of itself, in words', () => {
  it.each([
    [`${mozilla} (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36`, 'Chrome trên Windows'],
    [`${mozilla} (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36 Edg/153.0.0.0`, 'Edge trên Windows'],
    [`${mozilla} (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0`, 'Firefox trên Linux'],
    [`${mozilla} (Linux; Android 15; SM-A556E) ${chrome} Mobile Safari/537.36`, 'Chrome trên Android'],
    [
      `${mozilla} (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1`,
      'Safari trên iPhone',
    ],
    ['', null],
    ['   ', null],
  ])('%s', (agent, words) => {
    expect(agentWords(agent)).toBe(words);
  });
});
