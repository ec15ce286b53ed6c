import { describe, expect, it } from 'vitest';
import { readSex, readSexMarks, readStatus } from './status-words.js';

describe('the state of a member', () => {
  it.each([
    ['Đang sinh hoạt', null, 'active'],
    ['DANG SINH HOAT', null, 'active'],
    ['Dự bị', 'probationary', 'active'],
    ['Đảng viên dự bị - đang sinh hoạt', 'probationary', 'active'],
    ['Chính thức', 'official', 'active'],
    ['ĐVCT', 'official', 'active'],
    ['Miễn sinh hoạt', null, 'exempt'],
    ['Được miễn công tác và sinh hoạt Đảng', null, 'exempt'],
    ['Miễn CT và SHĐ', null, 'exempt'],
    ['Chính thức (miễn SH)', 'official', 'exempt'],
    ['Chuyển đi', null, 'transferred'],
    ['Đã chuyển sinh hoạt chính thức', null, 'transferred'],
    ['Chuyển đến', null, 'active'],
    ['Chuyển sinh hoạt tạm thời', null, 'away'],
    ['Tạm chuyển đi', null, 'away'],
    ['Chuyển đến sinh hoạt tạm thời', null, 'temporary-in'],
    ['Tạm chuyển đến', null, 'temporary-in'],
    ['Từ trần', null, 'deceased'],
    ['Đã khai trừ', null, 'left'],
    ['Xóa tên', null, 'left'],
    ['Xin ra khỏi Đảng', null, 'left'],
    ['Đình chỉ sinh hoạt', null, 'suspended'],
  ])('%s', (cell, standing, state) => {
    expect(readStatus(cell)).toEqual({ value: { standing, state }, notes: [] });
  });

  it.each(['Không sinh hoạt', 'Bỏ sinh hoạt', 'Chuyển chính thức', 'Sinh hoạt tạm thời', 'Tốt'])(
    '%s is not clear',
    (cell) => {
      expect(readStatus(cell)).toEqual({
        value: null,
        notes: [{ kind: 'wrong', sentence: `Chưa rõ trạng thái “${cell}”.` }],
      });
    },
  );
});

describe('the sex of a member', () => {
  it('is a word, with accents or without', () => {
    expect(['Nam', 'NAM', 'Nữ', 'nu', 'nữ '].map((cell) => readSex(cell).value)).toEqual([
      ...['male', 'male', 'female', 'female', 'female'],
    ]);
    expect(readSex('x').notes).toEqual([{ kind: 'wrong', sentence: 'Giới tính “x” không rõ là nam hay nữ.' }]);
  });

  it('is a mark or a year in one of two columns', () => {
    expect(readSexMarks('x', null).value).toBe('male');
    expect(readSexMarks(' ', 1960).value).toBe('female');
    expect(readSexMarks(null, '-')).toEqual({ value: null, notes: [] });
    expect(readSexMarks('x', 'x').notes).toEqual([{ kind: 'wrong', sentence: 'Cả hai cột Nam và Nữ đều có dấu.' }]);
  });
});
