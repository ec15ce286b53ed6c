import { cellKeysOfClass } from './cells.js';
import type { Random } from './random.js';
import type { Seat } from './seats.js';
import type { AbsenceReason, CellKind, DemoAttendance, DemoCell, DemoMember } from './ward.types.js';

/** How many of the present studied in the class that was not their cell's; they count once, in their own cell. */
const elsewhere = 9;
/** How many left before the end; the session counts them as present. */
const leftEarly = 3;

/** One record for each summoned member. The seats' figures are kept. */
export function makeAttendance(
  random: Random,
  cells: readonly DemoCell[],
  people: { member: DemoMember; seat: Seat }[],
): DemoAttendance[] {
  const kinds = new Map(cells.map((cell) => [cell.key, cell.kind]));
  const plain = random.shuffled(
    people.filter(({ seat }) => seat.part === 'present' && !seat.exemption && !seat.office),
  );
  const wanderers = new Set(plain.slice(0, elsewhere).map(({ member }) => member.key));
  const hurried = new Set(plain.slice(elsewhere, elsewhere + leftEarly).map(({ member }) => member.key));
  const records: DemoAttendance[] = [];
  for (const { member, seat } of people) {
    const own = cellKeysOfClass[1].includes(member.cellKey) ? 1 : 2;
    if (seat.part === 'present') {
      const isElsewhere = wanderers.has(member.key);
      const record = presence(random, member.key, isElsewhere ? other(own) : own, hurried.has(member.key));
      // Neither the paper nor the list of the cell is there: the steward types the name.
      records.push(isElsewhere ? { ...record, method: 'name' } : record);
    } else if (seat.part === 'excused' || seat.part === 'unexcused') {
      const reason = seat.part === 'excused' ? reasonFor(random, kinds.get(member.cellKey)) : null;
      records.push(absence(random, member.key, own, reason));
    }
  }
  return records;
}

/** Minutes of the day: when people come in, when the clerk enters who did not come, when the hurried leave. */
const hours = {
  1: { arrival: [440, 484], count: [665, 695], leaving: [585, 630] },
  2: { arrival: [798, 844], count: [1025, 1040], leaving: [945, 985] },
} as const;

function other(classNumber: 1 | 2): 1 | 2 {
  return classNumber === 1 ? 2 : 1;
}

function presence(random: Random, memberKey: string, classNumber: 1 | 2, isHurried: boolean): DemoAttendance {
  return {
    memberKey,
    outcome: 'present',
    reason: null,
    classNumber,
    method: random.pickWeighted([
      ['name', 55],
      ['paper', 25],
      ['cell', 20],
    ]),
    takenAt: instant(random, hours[classNumber].arrival),
    leftAt: isHurried ? instant(random, hours[classNumber].leaving) : null,
  };
}

function absence(random: Random, memberKey: string, classNumber: 1 | 2, reason: AbsenceReason | null): DemoAttendance {
  const outcome = reason ? 'excused' : 'unexcused';
  const takenAt = instant(random, hours[classNumber].count);
  return { memberKey, outcome, reason, classNumber, method: 'name', takenAt, leftAt: null };
}

const reasons: Record<CellKind, [AbsenceReason, number][]> = {
  residential: [
    ['illness', 40],
    ['treatment', 20],
    ['family', 20],
    ['work', 15],
    ['other', 5],
  ],
  police: [['work', 1]],
  school: [
    ['work', 60],
    ['illness', 20],
    ['family', 20],
  ],
};

function reasonFor(random: Random, kind: CellKind = 'residential'): AbsenceReason {
  return random.pickWeighted(reasons[kind]);
}

function instant(random: Random, [from, to]: readonly [number, number]): string {
  const minute = random.integer(from, to);
  const two = (value: number) => String(value).padStart(2, '0');
  return `2021-01-16T${two(Math.floor(minute / 60))}:${two(minute % 60)}:${two(random.integer(0, 59))}+07:00`;
}
