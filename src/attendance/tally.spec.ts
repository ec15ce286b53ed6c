import { describe, expect, it } from 'vitest';
import { tally } from './tally.js';
import type { PersonResult } from './tally.types.js';

const result = (more: Partial<PersonResult>): PersonResult => ({
  ...{ memberId: 'm', classId: 'c', cellId: 'z', standing: 'official', duty: 'summoned', attendance: 'unmarked' },
  ...{ through: null, leftEarly: false },
  ...more,
});

describe('the tally', () => {
  it('has an exempt member who came in both parts of the rate, and one who did not in neither', () => {
    expect(tally([result({ duty: 'exempt', attendance: 'present', through: 'own-class' })])).toMatchObject({
      total: 1,
      summoned: 1,
      present: 1,
      exemptAbsent: 0,
    });
    expect(tally([result({ duty: 'exempt', attendance: 'excused' })])).toMatchObject({
      total: 1,
      summoned: 0,
      excused: 0,
      exemptAbsent: 1,
    });
  });

  it('leaves out who is away for a time', () => {
    expect(tally([result({ duty: 'away' })])).toMatchObject({ total: 1, away: 1, summoned: 0, unmarked: 0 });
  });

  it('keeps an absence without a reason in the denominator only', () => {
    expect(tally([result({ attendance: 'unexcused' })])).toMatchObject({ summoned: 1, present: 0, unexcused: 1 });
  });

  it('tells who studied in another class apart, and counts him once', () => {
    expect(tally([result({ attendance: 'present', through: 'other-class' })])).toMatchObject({
      present: 1,
      presentElsewhere: 1,
    });
  });

  it('splits official and probationary members', () => {
    const figures = tally([result({ attendance: 'present' }), result({ standing: 'probationary' })]);
    expect(figures).toMatchObject({ official: { summoned: 1, present: 1 }, probationary: { summoned: 1, present: 0 } });
  });
});
