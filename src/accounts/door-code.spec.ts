import { describe, expect, it } from 'vitest';
import { newDoorCode, readDoorCode } from './door-code.js';

describe('the code for a device at a door', () => {
  it('has eight characters, none of which is mistaken for another', () => {
    const codes = Array.from({ length: 500 }, newDoorCode);
    expect(codes.filter((code) => !/^[2-9A-HJKMNP-TW-Z]{8}$/.test(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
    const letters = new Set(codes.join(''));
    expect(letters.size).toBe(29);
  });

  it('is read as people type it', () => {
    expect(readDoorCode(' k7xm-2pqw ')).toBe('K7XM2PQW');
    expect(readDoorCode('K7XM 2PQW')).toBe('K7XM2PQW');
  });
});
