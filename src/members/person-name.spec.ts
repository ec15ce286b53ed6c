import { describe, expect, it } from 'vitest';
import { splitName } from './person-name.js';

describe('a name', () => {
  it.each([
    ['Nguyễn Thị Thu Hà', { familyName: 'Nguyễn', middleName: 'Thị Thu', givenName: 'Hà' }],
    ['Lê An', { familyName: 'Lê', middleName: '', givenName: 'An' }],
    ['Bình', { familyName: '', middleName: '', givenName: 'Bình' }],
  ])('%s falls into family, middle and given name', (fullName, parts) => {
    expect(splitName(fullName)).toEqual(parts);
  });
});
