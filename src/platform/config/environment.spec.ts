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

  it('reads the proxies as a list, and the earlier "false" as none', () => {
    expect(readEnvironment({ TRUST_PROXY: '10.0.0.5, 10.1.0.0/16,fd00::/8' }).TRUST_PROXY).toEqual([
      ...['10.0.0.5', '10.1.0.0/16', 'fd00::/8'],
    ]);
    expect(readEnvironment({ TRUST_PROXY: 'false' }).TRUST_PROXY).toEqual([]);
    expect(readEnvironment({}).TRUST_PROXY).toEqual([]);
  });

  it.each(['true', '1', '10.0.0.0/33', '10.0.0.0/0', '10.0.0.5,', 'proxy.example', '10.0.0.5/8/8'])(
    'trusts no proxy that is not named by its address: %s',
    (value) => {
      expect(() => readEnvironment({ TRUST_PROXY: value })).toThrow(
        /^TRUST_PROXY must list the proxies by address or network, like 10\.0\.0\.5,10\.1\.0\.0\/16, but is ".*"\.$/,
      );
    },
  );

  it.each(['hoc-tap.example', 'https://hoc-tap.example/x', 'ftp://x', 'https://a b', 'https://u:p@x.example'])(
    'takes no public address that is more or less than an origin: %s',
    (value) => {
      expect(() => readEnvironment({ PUBLIC_URL: value })).toThrow(/^PUBLIC_URL must be like https:/);
    },
  );

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
