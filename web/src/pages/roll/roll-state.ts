import type { Schemas } from '../../api/client.ts';
import type { Tally } from '../../api/queries.ts';

/** What the state of a roll needs of a mark. `takenAt` in milliseconds. */
export interface MarkFact {
  id: string;
  sittingId: string;
  memberId: string;
  kind: Schemas['MarkDto']['kind'];
  reason: NonNullable<Schemas['MarkDto']['reason']> | null;
  withdraws: string | null;
  takenAt: number;
}

export type Person = Schemas['PersonOnRoll'];
export type Attendance = Person['attendance'];

/** A person with what holds for him at the sitting on screen. */
export interface PersonState<Mark extends MarkFact> {
  person: Person;
  attendance: Attendance;
  /** The mark it comes from; null where nobody marked him at this sitting. */
  mark: Mark | null;
}

const isLater = (one: MarkFact, other: MarkFact): boolean =>
  one.takenAt !== other.takenAt ? one.takenAt > other.takenAt : one.id > other.id;

/**
 * The mark that holds for each person at one sitting, by the server's own rules: repeated ids count once, what was
 * withdrawn of the same person is gone, the last by the time at which it was taken holds. The order in which marks come in plays no part.
 */
export function standingMarks<Mark extends MarkFact>(marks: Iterable<Mark>): Map<string, Mark> {
  const byId = new Map<string, Mark>();
  for (const mark of marks) byId.set(mark.id, mark);
  const withdrawn = new Set<string>();
  for (const { memberId, withdraws } of byId.values()) if (withdraws) withdrawn.add(`${withdraws} ${memberId}`);
  const standing = new Map<string, Mark>();
  for (const mark of byId.values()) {
    if (mark.kind === 'withdrawn' || withdrawn.has(`${mark.id} ${mark.memberId}`)) continue;
    const held = standing.get(mark.memberId);
    if (!held || isLater(mark, held)) standing.set(mark.memberId, mark);
  }
  return standing;
}

/** Who left early counts as the session says; where it does not count him, a reason tells what kind of absence it is. */
export function attendanceOf({ kind, reason }: MarkFact, isLeftEarlyPresent: boolean): Attendance {
  if (kind === 'present' || (kind === 'left-early' && isLeftEarlyPresent)) return 'present';
  if (kind === 'left-early') return reason ? 'excused' : 'unexcused';
  return kind === 'excused' ? 'excused' : 'unexcused';
}

/** How much of the roll as the server gave it still holds beside the marks. */
export interface RollView {
  isLeftEarlyPresent: boolean;
  /** The class is closed: the roll's own states hold, whatever marks say. */
  isFrozen: boolean;
  /** All marks of the sitting are known; until then the roll's own states hold for those without a mark. */
  isLoaded: boolean;
}

/** Each person at this sitting; who has studied in another class needs no mark here. */
export function statesOf<Mark extends MarkFact>(
  people: readonly Person[],
  standing: ReadonlyMap<string, Mark>,
  { isLeftEarlyPresent, isFrozen, isLoaded }: RollView,
): PersonState<Mark>[] {
  return people.map((person) => {
    const mark = standing.get(person.memberId) ?? null;
    if (isFrozen || (!isLoaded && !mark)) return { person, mark, attendance: person.attendance };
    if (person.through === 'other-class') return { person, mark, attendance: 'present' };
    return { person, mark, attendance: mark ? attendanceOf(mark, isLeftEarlyPresent) : 'unmarked' };
  });
}

/**
 * Marks come in live, so that the screen folds them itself, by the rules of the server's tally (`src/attendance/tally.ts`);
 * a property test holds the two together.
 */
export function tallyOf(states: Iterable<Pick<PersonState<MarkFact>, 'person' | 'attendance'>>): Tally {
  const figures: Tally = {
    ...{ total: 0, exemptAbsent: 0, away: 0, summoned: 0, present: 0, excused: 0, unexcused: 0, unmarked: 0 },
    ...{ presentElsewhere: 0, leftEarly: 0 },
    official: { summoned: 0, present: 0 },
    probationary: { summoned: 0, present: 0 },
  };
  for (const { person, attendance } of states) {
    figures.total += 1;
    if (person.duty === 'away') figures.away += 1;
    else if (person.duty === 'exempt' && attendance !== 'present') figures.exemptAbsent += 1;
    else countSummoned(figures, person, attendance);
  }
  return figures;
}

function countSummoned(figures: Tally, { standing, through, leftEarly }: Person, attendance: Attendance): void {
  figures.summoned += 1;
  figures[attendance] += 1;
  figures[standing].summoned += 1;
  if (leftEarly) figures.leftEarly += 1;
  if (attendance !== 'present') return;
  figures[standing].present += 1;
  if (through === 'other-class') figures.presentElsewhere += 1;
}
