import { describe, expect, it } from 'vitest';
import { addressKey } from './address-key.js';

describe('the address under which tries are counted', () => {
  it('is one for IPv4, mapped into IPv6 or not', () => {
    expect(addressKey('::ffff:203.0.113.7')).toBe('203.0.113.7');
    expect(addressKey('203.0.113.7')).toBe('203.0.113.7');
    expect(addressKey('203.0.113.8')).not.toBe(addressKey('203.0.113.7'));
  });

  it('is one for all of a /64 of IPv6, and another beyond it', () => {
    expect(addressKey('2001:db8:1:2::1')).toBe(addressKey('2001:0db8:0001:0002:ffff::9'));
    expect(addressKey('2001:db8:1:3::1')).not.toBe(addressKey('2001:db8:1:2::1'));
  });

  it('is one for whatever is no address, so that inventing some wins nothing', () => {
    expect(addressKey('abc')).toBe(addressKey('x y'));
  });
});
