import { describe, expect, it } from 'vitest';
import { readCardNumber, readPhone, readUnitCode } from './code-readers.js';

describe('a party card number', () => {
  it.each(['12.345678', '12345678', '12 345678', 'Số: 12.345678', '12.345.678', 12_345_678, 12.345678])(
    '%s is 12.345678',
    (cell) => {
      expect(readCardNumber(cell)).toEqual({ value: '12.345678', notes: [] });
    },
  );

  it.each([
    [1_234_567, '01.234567'],
    [1.234567, '01.234567'],
    [12.3456, '12.345600'],
  ])('%s gets the zeros back that Excel took', (cell, value) => {
    expect(readCardNumber(cell)).toEqual({
      value,
      notes: [{ kind: 'restored', sentence: `Số thẻ mất số 0 do Excel, đã ghi lại là ${value}.` }],
    });
  });

  it('that is built otherwise is opaque, and doubted', () => {
    expect(readCardNumber('A12-77')).toMatchObject({ value: 'A12-77', notes: [{ kind: 'doubt' }] });
    expect(readCardNumber('12.34567')).toMatchObject({ value: '12.34567', notes: [{ kind: 'doubt' }] });
    expect(readCardNumber('chưa có')).toEqual({ value: null, notes: [] });
  });
});

describe('a phone number', () => {
  it.each([
    '0912345678',
    '+84 912 345 678',
    '84912345678',
    '0084912345678',
    '0912.345.678',
    '(091) 234-5678',
    84_912_345_678,
  ])('%s is 0912345678', (cell) => {
    expect(readPhone(cell)).toEqual({ value: '0912345678', notes: [] });
  });

  it('gets its zero back', () => {
    expect(readPhone(912_345_678)).toEqual({
      value: '0912345678',
      notes: [{ kind: 'restored', sentence: 'Số điện thoại mất số 0 ở đầu, đã thêm lại.' }],
    });
  });

  it('of the old kind stays, with a doubt; a fixed line has eleven figures too', () => {
    expect(readPhone('01656789012')).toMatchObject({ value: '01656789012', notes: [{ kind: 'doubt' }] });
    expect(readPhone('024 3825 5555')).toEqual({ value: '02438255555', notes: [] });
  });

  it.each(['0912345678; 0987654321', '0912345678 / 0987654321', '0912345678 - 0987654321', '0912345678 0987654321'])(
    'is the first of several: %s',
    (cell) => {
      expect(readPhone(cell)).toMatchObject({ value: '0912345678', notes: [{ kind: 'doubt' }] });
    },
  );

  it('that cannot be one is refused', () => {
    expect(readPhone('hỏi con')).toMatchObject({ value: null, notes: [{ kind: 'wrong' }] });
    expect(readPhone('09123456789')).toMatchObject({ value: '09123456789', notes: [{ kind: 'doubt' }] });
  });
});

describe('the code of a Party organisation', () => {
  it.each(['38.168.053.000.001', '38168053000001', '38-168-053-000-001', 38_168_053_000_001])(
    '%s is 38.168.053.000.001',
    (cell) => {
      expect(readUnitCode(cell)).toEqual({ value: '38.168.053.000.001', notes: [] });
    },
  );

  it.each(['1.168.53.0.1', '01.168.53.000.1', 1_168_053_000_001])('%s gets its zeros back, visibly', (cell) => {
    expect(readUnitCode(cell)).toEqual({
      value: '01.168.053.000.001',
      notes: [{ kind: 'restored', sentence: 'Mã tổ chức đảng mất số 0, đã ghi lại là 01.168.053.000.001.' }],
    });
  });

  it.each(['38.168', '38.168.053.000', '381.168.053.000.001', 38.168, 'Chi bộ 5'])('%s is none', (cell) => {
    expect(readUnitCode(cell)).toMatchObject({ value: null, notes: [{ kind: 'wrong' }] });
  });
});
