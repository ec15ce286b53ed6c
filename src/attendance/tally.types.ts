/** How a member of a roll stands to the duty of coming, as of the day on which the roll was frozen. */
export type Duty = 'summoned' | 'exempt' | 'away';

/** The four exclusive states of a summoned member (domain facts §10.A4). */
export type Attendance = 'present' | 'excused' | 'unexcused' | 'unmarked';

export type Standing = 'official' | 'probationary';

/** Through which door a member studied: told apart, counted once (DESIGN §5). */
export type Through = 'own-class' | 'other-class';

/** One person's result, the only thing that the tally counts. */
export class PersonResult {
  memberId: string;
  classId: string;
  cellId: string;
  standing: Standing;
  duty: Duty;
  attendance: Attendance;
  through: Through | null;
  leftEarly: boolean;
}

/** Of official or of probationary members alone. */
export class StandingTally {
  summoned: number;
  present: number;
}

/**
 * Figures of one set of people. total = exemptAbsent + away + summoned; summoned = present + excused + unexcused +
 * unmarked. An exempt member who came is in `summoned` and `present`; one who did not is in `exemptAbsent` only.
 */
export class Tally {
  total: number;
  exemptAbsent: number;
  away: number;
  summoned: number;
  present: number;
  excused: number;
  unexcused: number;
  unmarked: number;
  presentElsewhere: number;
  leftEarly: number;
  /** The same split by standing: numerator and denominator of each. */
  official: StandingTally;
  probationary: StandingTally;
}
