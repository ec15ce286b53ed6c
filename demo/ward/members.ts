import { biography, type Biography } from './biography.js';
import { givenName, makeName } from './names.js';
import { currentAway, currentExemption, pastAway, pastExemption } from './periods.js';
import type { Random } from './random.js';
import type { Seat } from './seats.js';
import type { DemoCell, DemoMember } from './ward.types.js';

/** The 930, cell by cell, each answering to one seat of `seats`; keys `m001` on, in that order. */
export function makeMembers(
  random: Random,
  cells: readonly DemoCell[],
  seats: Map<string, Seat[]>,
): { member: DemoMember; seat: Seat }[] {
  const cards = new CardNumbers(random);
  const people: { member: DemoMember; seat: Seat }[] = [];
  for (const cell of cells) {
    const names = new CellNames(random);
    const electedOn = random.day('2020-01-10', '2020-03-20');
    for (const seat of seats.get(cell.key) ?? []) {
      const key = `m${String(people.length + 1).padStart(3, '0')}`;
      const life = biography(random, cell, seat);
      people.push({ member: makeMember(random, { key, cell, seat, life, names, cards, electedOn }), seat });
    }
  }
  return people;
}

interface Making {
  key: string;
  cell: DemoCell;
  seat: Seat;
  life: Biography;
  names: CellNames;
  cards: CardNumbers;
  /** When the cell elected its committee. */
  electedOn: string;
}

function makeMember(random: Random, { key, cell, seat, life, names, cards, electedOn }: Making): DemoMember {
  return {
    key,
    fullName: names.next(life),
    ...life,
    cardNumber: seat.standing === 'official' ? cards.next() : null,
    cellKey: cell.key,
    office: seat.office,
    officeSince: seat.office && electedOn,
    exemptions: exemptionsOf(random, seat, life),
    aways: awaysOf(random, seat),
  };
}

function exemptionsOf(random: Random, seat: Seat, { sex, birthYear }: Biography): DemoMember['exemptions'] {
  if (seat.exemption) return [currentExemption(random, seat.exemption)];
  return seat.past === 'exemption' ? [pastExemption(random, sex, birthYear)] : [];
}

function awaysOf(random: Random, seat: Seat): DemoMember['aways'] {
  if (seat.part === 'away') return [currentAway(random)];
  return seat.past === 'away' ? [pastAway(random)] : [];
}

/** Names of one cell: nobody is called exactly like another, and no more than four share a given name. */
class CellNames {
  private readonly taken = new Set<string>();
  private readonly givenCounts = new Map<string, number>();

  constructor(private readonly random: Random) {}

  next({ sex, birthYear }: Biography): string {
    for (let attempt = 0; attempt < 300; attempt++) {
      const name = makeName(this.random, sex, birthYear);
      const given = givenName(name);
      const count = this.givenCounts.get(given) ?? 0;
      if (this.taken.has(name) || count === 4) continue;
      this.taken.add(name);
      this.givenCounts.set(given, count + 1);
      return name;
    }
    throw new Error('no free name in 300 attempts');
  }
}

/** Numbers as on paper cards, `27.041386`: some begin with a zero, all are different. */
class CardNumbers {
  private readonly taken = new Set<string>();

  constructor(private readonly random: Random) {}

  next(): string {
    for (;;) {
      const prefix = this.random.pick(['26', '27', '43', '59', '71', '08']);
      const number = `${prefix}.${String(this.random.integer(1, 999_999)).padStart(6, '0')}`;
      if (this.taken.has(number)) continue;
      this.taken.add(number);
      return number;
    }
  }
}
