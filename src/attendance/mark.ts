import type { AttendanceRule } from '../sessions/session.entity.js';
import type { Attendance, PersonResult, Through } from './tally.types.js';

export const markKinds = ['present', 'excused', 'unexcused', 'left-early', 'withdrawn'] as const;
export type MarkKind = (typeof markKinds)[number];
export const markReasons = ['work', 'illness', 'treatment', 'abroad', 'family', 'other'] as const;
export type MarkReason = (typeof markReasons)[number];
export const markMethods = ['name', 'cell', 'paper', 'code'] as const;
export type MarkMethod = (typeof markMethods)[number];

/** What the state of a roll needs of a mark. `takenAt` in milliseconds. */
export interface MarkFact {
  id: string;
  sittingId: string;
  memberId: string;
  kind: MarkKind;
  reason: MarkReason | null;
  withdraws: string | null;
  takenAt: number;
}

/** Which sittings belong to which class, and what counts as having come. */
export interface SessionRules {
  classOfSitting: ReadonlyMap<string, string>;
  sittingsOfClass: ReadonlyMap<string, readonly string[]>;
  attendanceRule: AttendanceRule;
  isLeftEarlyPresent: boolean;
}

type Entry = Pick<PersonResult, 'memberId' | 'classId' | 'cellId' | 'standing' | 'duty'>;

const isLater = (one: MarkFact, other: MarkFact): boolean =>
  one.takenAt !== other.takenAt ? one.takenAt > other.takenAt : one.id > other.id;

/**
 * The mark that holds for each person at each sitting: repeated ids count once, what was withdrawn of the same person is gone, the last by
 * the time at which it was taken holds. The order in which marks come in plays no part.
 */
export function standingMarks(marks: Iterable<MarkFact>): Map<string, Map<string, MarkFact>> {
  const byId = new Map<string, MarkFact>();
  for (const mark of marks) byId.set(`${mark.sittingId} ${mark.id}`, mark);
  const withdrawn = new Set<string>();
  for (const { sittingId, memberId, withdraws } of byId.values())
    if (withdraws) withdrawn.add(`${sittingId} ${withdraws} ${memberId}`);
  const standing = new Map<string, Map<string, MarkFact>>();
  for (const [key, mark] of byId) {
    if (mark.kind === 'withdrawn' || withdrawn.has(`${key} ${mark.memberId}`)) continue;
    const ofPerson = standing.get(mark.memberId) ?? new Map<string, MarkFact>();
    standing.set(mark.memberId, ofPerson);
    const held = ofPerson.get(mark.sittingId);
    if (!held || isLater(mark, held)) ofPerson.set(mark.sittingId, mark);
  }
  return standing;
}

/** What each person of the roll comes to, by his standing marks alone. */
export function personResults(roll: readonly Entry[], marks: Iterable<MarkFact>, rules: SessionRules): PersonResult[] {
  const standing = standingMarks(marks);
  return roll.map((entry) => {
    const held = standing.get(entry.memberId) ?? new Map<string, MarkFact>();
    const through = studiedThrough(entry.classId, held, rules);
    const { memberId, classId, cellId, standing: kind, duty } = entry;
    return {
      ...{ memberId, classId, cellId, standing: kind, duty, through },
      attendance: through ? 'present' : absence(entry.classId, held, rules),
      leftEarly: [...held.values()].some((mark) => mark.kind === 'left-early'),
    };
  });
}

/** His own class goes before another one; null where he has not studied. */
function studiedThrough(ownClass: string, held: Map<string, MarkFact>, rules: SessionRules): Through | null {
  if (hasStudied(ownClass, held, rules)) return 'own-class';
  const visited = new Set([...held.keys()].map((sitting) => rules.classOfSitting.get(sitting)));
  for (const other of visited) if (other && other !== ownClass && hasStudied(other, held, rules)) return 'other-class';
  return null;
}

function hasStudied(classId: string, held: Map<string, MarkFact>, rules: SessionRules): boolean {
  const sittings = rules.sittingsOfClass.get(classId) ?? [];
  const came = (sitting: string): boolean => {
    const kind = held.get(sitting)?.kind;
    return kind === 'present' || (kind === 'left-early' && rules.isLeftEarlyPresent);
  };
  return rules.attendanceRule === 'every-sitting' ? sittings.length > 0 && sittings.every(came) : sittings.some(came);
}

/** Of several absences the last holds. Who left early and so does not count is absent, with or without a reason. */
function absence(classId: string, held: Map<string, MarkFact>, rules: SessionRules): Attendance {
  let last: MarkFact | null = null;
  for (const sitting of rules.sittingsOfClass.get(classId) ?? []) {
    const mark = held.get(sitting);
    if (mark && mark.kind !== 'present' && (!last || isLater(mark, last))) last = mark;
  }
  if (!last) return 'unmarked';
  if (last.kind === 'left-early') return last.reason ? 'excused' : 'unexcused';
  return last.kind === 'excused' ? 'excused' : 'unexcused';
}
