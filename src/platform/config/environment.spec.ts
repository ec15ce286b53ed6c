import { describe, expect, it } from 'vitest';
import { readEnvironment, requireNode } from './environment.js';

describe('the environment', () => {
  it('has a default for everything', () => {
    expect(readEnvironment({})).toMatchObject({ PORT: 3000, HOST: 'localhost', DATA_DIR: './data', LOG_LEVEL: 'info' });
  });

  it('reads numbers and switches as what they are', () => {
    const environment = readEnvironment({ PORT: '8080', SECURE_COOKIES: 'true', DATABASE_URL: '' });
    expect(environment).toMatchObject({ PORT: 8080, SECURE_COOKIES: true });
    expect(environment.DATABASE_URL).toBeUndefined();
  });

  it.each([
    [{ PORT: 'abc' }, /^PORT must be .*"abc"\.$/],
    [{ PORT: '70000' }, /^PORT must be 65535 or less, but is "70000"\.$/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be one of trace, .*"loud"\.$/],
    [{ SECURE_COOKIES: 'yes' }, /^SECURE_COOKIES must be true or false, but is "yes"\.$/],
  ])('names what is wrong in one sentence: %o', (variables, sentence) => {
    expect(() => readEnvironment(variables)).toThrow(sentence);
  });

  it('never repeats a database address, which may carry a password', () => {
    expect(() => readEnvironment({ DATABASE_URL: 'mysql://u:geheim@h/d' })).toThrow(
      /^DATABASE_URL must begin with [^"]*\.$/,
    );
  });

  it('is refused with a Node.js that lacks what the product calls', () => {
    expect(() => requireNode('20.20.2')).toThrow(/^Node\.js 24 or newer is needed, this is 20\.20\.2; .*\.$/);
    expect(() => requireNode('24.0.0')).not.toThrow();
  });
});
