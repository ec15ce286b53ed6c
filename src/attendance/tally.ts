import type { PersonResult, Tally } from './tally.types.js';

/**
 * The one counter of people (DESIGN §3.2). An exempt member who came is in numerator and denominator, one who did not is
 * in neither; who is away for a time is out.
 */
export function tally(results: Iterable<PersonResult>): Tally {
  const figures: Tally = {
    ...{ total: 0, exemptAbsent: 0, away: 0, summoned: 0, present: 0, excused: 0, unexcused: 0, unmarked: 0 },
    ...{ presentElsewhere: 0, leftEarly: 0 },
    official: { summoned: 0, present: 0 },
    probationary: { summoned: 0, present: 0 },
  };
  for (const result of results) {
    figures.total += 1;
    if (result.duty === 'away') figures.away += 1;
    else if (result.duty === 'exempt' && result.attendance !== 'present') figures.exemptAbsent += 1;
    else countSummoned(figures, result);
  }
  return figures;
}

function countSummoned(figures: Tally, { attendance, standing, through, leftEarly }: PersonResult): void {
  figures.summoned += 1;
  figures[attendance] += 1;
  figures[standing].summoned += 1;
  if (leftEarly) figures.leftEarly += 1;
  if (attendance !== 'present') return;
  figures[standing].present += 1;
  if (through === 'other-class') figures.presentElsewhere += 1;
}
