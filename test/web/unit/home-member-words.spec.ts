import { describe, expect, it } from 'vitest';
import { birthOf } from '../../../web/src/pages/members/birth.ts';
import { countWords, dayAfter, periodWords } from '../../../web/src/pages/members/member-words.ts';

describe('A member’s record', () => {
  it('takes a year where the day of birth is not known', () => {
    expect(birthOf('1958')).toEqual({ birthYear: 1958, birthDate: null });
    expect(birthOf('4/9/1958')).toEqual({ birthYear: 1958, birthDate: '1958-09-04' });
    expect(birthOf('')).toEqual({ birthYear: null, birthDate: null });
    expect(birthOf('năm 58')).toBeUndefined();
  });

  it('names the last day of a period, as people do, not the first day after it', () => {
    expect(periodWords({ from: '1986-05-12', to: '2013-07-01' })).toBe('12/05/1986 đến 30/06/2013');
    expect(periodWords({ from: '2013-07-01', to: null })).toBe('từ 01/07/2013');
    expect(dayAfter('2013-06-30')).toBe('2013-07-01');
    expect(dayAfter('')).toBeNull();
  });
});

describe('The count over the list', () => {
  it('says how many of all match what was typed', () => {
    expect(countWords(10, 930, 'hoà', false)).toBe('10 trong 930 đảng viên khớp “hoà”');
    expect(countWords(930, 1930, '', false)).toBe('1.930 đảng viên');
    expect(countWords(44, 930, '', true)).toBe('44 trong 930 đảng viên khớp bộ lọc');
    expect(countWords(4, 930, 'hoa', true)).toBe('4 trong 930 đảng viên khớp “hoa” và bộ lọc');
  });
});
