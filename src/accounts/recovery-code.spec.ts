import { describe, expect, it } from 'vitest';
import { newRecoveryCode, tidyRecoveryCode } from './recovery-code.js';

describe('a recovery code', () => {
  it('is three groups of four that nobody misreads', () => {
    for (let n = 0; n < 200; n += 1)
      expect(newRecoveryCode()).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){2}$/);
  });

  it.each([' 7K3M X2Q9 COVD ', '7k3m-x2q9-c0vd', '7k3mx2q9c0vd'])('is known however it is typed: "%s"', (typed) => {
    expect(tidyRecoveryCode(typed)).toBe('7k3mx2q9c0vd');
  });

  it('takes I and L for a one', () => {
    expect(tidyRecoveryCode('Il1o-0000-0000')).toBe('111000000000');
  });
});
