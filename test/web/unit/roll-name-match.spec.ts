import { describe, expect, it } from 'vitest';
import { matchesOf, nextHit, targetOf } from '../../../web/src/pages/roll/name-match.ts';

const named = (fullName: string) => ({ memberId: fullName, fullName, givenName: fullName.split(' ').at(-1) ?? '' });
const people = [
  'Nguyễn Thị Hạnh',
  'Nguyễn Thị Hoa',
  'Nguyễn Thị Hoà',
  'Trần Văn Hòa',
  'Hoàng Thị Bích',
  'Đỗ Văn Đức',
].map(named);
const found = (typed: string): string[] => [...matchesOf(typed, people).keys()];

describe('finding a person by part of a name', () => {
  it('takes given names without accents, wherever the tone mark stands', () => {
    expect(found('hoa')).toEqual(['Nguyễn Thị Hoa', 'Nguyễn Thị Hoà', 'Trần Văn Hòa']);
  });

  it('takes family and middle names only where no given name matches', () => {
    expect(found('hoang')).toEqual(['Hoàng Thị Bích']);
    expect(found('nguyen')).toEqual(['Nguyễn Thị Hạnh', 'Nguyễn Thị Hoa', 'Nguyễn Thị Hoà']);
  });

  it('narrows by what is typed before the given name', () => {
    expect(found('tran hoa')).toEqual(['Trần Văn Hòa']);
    expect(found('ng thi ha')).toEqual(['Nguyễn Thị Hạnh']);
  });

  it('finds the same whether letters come composed or not, and đ as d', () => {
    expect(found('Hoà'.normalize('NFD'))).toEqual(found('Hoà'.normalize('NFC')));
    expect(found('duc')).toEqual(['Đỗ Văn Đức']);
    expect([...matchesOf('đức', [named('Đỗ Văn Đức'.normalize('NFD'))]).keys()]).toHaveLength(1);
  });

  it('finds a part inside the given name before it looks at other names', () => {
    expect(found('oa')).toEqual(['Nguyễn Thị Hoa', 'Nguyễn Thị Hoà', 'Trần Văn Hòa']);
  });

  it('says which letters to underline', () => {
    expect(matchesOf('tran ho', people).get('Trần Văn Hòa')).toEqual([
      { from: 0, to: 4 },
      { from: 9, to: 11 },
    ]);
  });

  it('finds nobody where nothing or nothing known is typed', () => {
    expect(found('  ')).toEqual([]);
    expect(found('xyz')).toEqual([]);
  });
});

describe('whom Enter marks', () => {
  it('is the first not yet marked, else the first', () => {
    expect(targetOf(['a', 'b'], null, (id) => id === 'b')).toBe('b');
    expect(targetOf(['a', 'b'], null, () => false)).toBe('a');
    expect(targetOf([], null, () => true)).toBeNull();
  });

  it('is the one chosen by arrow while he still matches', () => {
    expect(targetOf(['a', 'b'], 'b', () => true)).toBe('b');
    expect(targetOf(['a'], 'b', () => true)).toBe('a');
    expect(nextHit(['a', 'b'], 'b', 1)).toBe('a');
    expect(nextHit(['a', 'b'], 'a', -1)).toBe('b');
  });
});
