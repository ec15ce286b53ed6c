import { describe, expect, it } from 'vitest';
import { joinName, properName, readName } from './proper-name.js';
import { blank } from './reading.js';

describe('a name', () => {
  it.each([
    ['NGUYỄN THỊ HỒNG-HẠNH', 'Nguyễn Thị Hồng-Hạnh'],
    ['nguyễn văn đức', 'Nguyễn Văn Đức'],
    ['ĐẶNG ĐÌNH ỨNG', 'Đặng Đình Ứng'],
    ['Y BIH ÊBAN', 'Y Bih Êban'],
    ["H'HEN NIÊ", "H'Hen Niê"],
    ['K’SOR Y-BLÔ', "K'Sor Y-Blô"],
    ['NGUYỄN VĂN ÐỨC', 'Nguyễn Văn Đức'],
    ['NGUYễN THị áNH', 'Nguyễn Thị Ánh'],
    ['  NGUYỄN\u00A0 VĂN\n AN\u200B ', 'Nguyễn Văn An'],
    ['NGUYỄN VĂN AN'.normalize('NFD'), 'Nguyễn Văn An'],
  ])('%j is written %s', (typed, name) => {
    expect(readName(typed)).toEqual({ value: name, notes: [] });
  });

  it.each(['Nguyễn thị Lan', 'Trần Văn AN', 'Y Bih Êban', "H'Hen Niê", 'Rơ Chăm H’Yéo'.replace('’', "'")])(
    'stays as typed in mixed case: %s',
    (name) => {
      expect(properName(name)).toBe(name);
    },
  );

  it.each([
    ['Đ/c Nguyễn Văn An', 'Nguyễn Văn An', 'Đ/c'],
    ['Đ/C NGUYỄN VĂN AN', 'Nguyễn Văn An', 'Đ/C'],
    ['đồng chí: Trần Thị Bình', 'Trần Thị Bình', 'đồng chí:'],
    ['Đồng chí Y Bih Êban', 'Y Bih Êban', 'Đồng chí'],
    ['Ông Lê Văn Chính', 'Lê Văn Chính', 'Ông'],
    ['BÀ PHẠM THỊ DUNG', 'Phạm Thị Dung', 'BÀ'],
  ])('loses the address in front of it, visibly: %s', (typed, name, address) => {
    expect(readName(typed)).toEqual({
      value: name,
      notes: [{ kind: 'restored', sentence: `Đã bỏ “${address}” ở đầu họ tên.` }],
    });
  });

  it.each([
    ['Ông Thị Hoa', 'Ông'],
    ['ÔNG VĂN BẢY', 'ÔNG'],
    ['Đồng Chí Thanh', 'Đồng Chí'],
    ['Bà Rịa', 'Bà'],
    ['Ông Lê', 'Ông'],
  ])('keeps what may be its family, with a doubt: %s', (typed, said) => {
    expect(readName(typed)).toEqual({
      value: properName(typed),
      notes: [{ kind: 'doubt', sentence: `“${said}” ở đầu họ tên có thể là họ, có thể là xưng hô.` }],
    });
  });

  it('gets the capital back that TCVN3 does not have, visibly', () => {
    const { value, notes } = readName('Nguyễn Thị ánh');
    expect(value).toBe('Nguyễn Thị Ánh');
    expect(notes.map(({ kind }) => kind)).toEqual(['restored']);
    expect(readName('Nguyễn thị Lan').value).toBe('Nguyễn thị Lan');
  });

  it.each([
    ['An', 'Họ tên chỉ có một chữ.'],
    ['Nguyễn Văn An 2', 'Họ tên có chữ số hoặc ký hiệu lạ.'],
    ['Nguyễn Văn An (BT)', 'Họ tên có chữ số hoặc ký hiệu lạ.'],
  ])('%s is taken with a doubt', (typed, sentence) => {
    expect(readName(typed)).toEqual({ value: typed, notes: [{ kind: 'doubt', sentence }] });
  });

  it('is none where the cell holds something else, or nothing', () => {
    expect(readName(12).notes).toEqual([{ kind: 'wrong', sentence: '“12” không phải là họ tên.' }]);
    expect(readName('N'.repeat(101)).notes).toEqual([{ kind: 'wrong', sentence: 'Họ tên dài quá 100 ký tự.' }]);
    expect([readName(null), readName('  '), readName('-')]).toEqual([blank, blank, blank]);
  });

  it('may stand in two columns', () => {
    expect(readName(joinName('NGUYỄN VĂN', 'AN')).value).toBe('Nguyễn Văn An');
    expect(joinName(null, ' ')).toBeNull();
  });
});
