import { describe, expect, it } from 'vitest';
import { dateWarnings } from './date-warnings.js';

const basis = { number: '09-KH/QU', issuedOn: '2020-11-26' };
const resolutions = [{ title: 'Nghị quyết Đại hội', issuedOn: '2020-10-13' }];

describe('the dates of a session', () => {
  it('catch the mistake of the seed article and name both dates', () => {
    const [first, second] = dateWarnings({ heldOn: '2020-07-16', basis, resolutions });
    expect(first).toEqual({
      code: 'session.before-basis',
      message: 'Ngày học 16/07/2020 trước ngày ban hành kế hoạch 09-KH/QU (26/11/2020).',
    });
    expect(second?.code).toBe('session.before-resolution');
  });

  it('are in order on the day that the article must have meant', () => {
    expect(dateWarnings({ heldOn: '2021-01-16', basis, resolutions })).toEqual([]);
  });

  it('may be the same day', () => {
    const sameDay = [{ title: 'Nghị quyết', issuedOn: '2020-11-26' }];
    expect(dateWarnings({ heldOn: '2020-11-26', basis, resolutions: sameDay })).toEqual([]);
  });

  it('warn of a plan that is older than what it plans', () => {
    const later = [{ title: 'Nghị quyết', issuedOn: '2020-12-01' }];
    expect(dateWarnings({ heldOn: null, basis, resolutions: later }).map(({ code }) => code)).toEqual([
      'basis.before-resolution',
    ]);
  });
});
