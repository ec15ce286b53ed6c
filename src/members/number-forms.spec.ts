import { describe, expect, it } from 'vitest';
import { isCitizenNumber, isPhone, maskedNumber, plainCitizenNumber, plainNumber, plainPhone } from './number-forms.js';

describe('numbers as people write them', () => {
  it.each([
    ['0912345678', '0912345678'],
    ['+84 912 345 678', '0912345678'],
    ['+84 (0)912.345.678', '0912345678'],
    ['0084912345678', '0912345678'],
    ['84912345678', '0912345678'],
    ['0912-345-678', '0912345678'],
    ['024 3827 5555', '02438275555'],
    ['0168 123 4567', '01681234567'],
    ['0841234567', '0841234567'],
  ])('phone %s is %s', (written, plain) => {
    expect(plainPhone(written)).toBe(plain);
    expect(isPhone(plainPhone(written))).toBe(true);
  });

  it.each(['912345678', '09123456', '0012345678', '091234567890', '09123A5678', ''])('%s is no phone', (written) => {
    expect(isPhone(plainPhone(written))).toBe(false);
  });

  it('a citizen number has 12 digits, an old card 9, and zeros in front stay', () => {
    expect(plainCitizenNumber('001 085 012 345')).toBe('001085012345');
    expect(['001085012345', '011234567'].every(isCitizenNumber)).toBe(true);
    expect(['01085012345', '0010850123456', '00108501234A', ''].some(isCitizenNumber)).toBe(false);
  });

  it('of either kind is told by its length: a citizen number may begin like a phone from abroad', () => {
    expect(plainNumber('0084 1234 5678')).toBe('008412345678');
    expect(plainNumber('0084 912 345 678')).toBe('0912345678');
  });

  it('shows no more than the last four digits', () => {
    expect(maskedNumber('001085012345')).toBe('•••••••• 2345');
    expect(maskedNumber('0912345678')).toBe('•••••• 5678');
  });
});
