import { figuresOf, totalOf } from './figures.js';
import type { Random } from './random.js';
import type { CellOffice, DemoCell, ExemptionKind } from './ward.types.js';

/** What the figures ask of one member, before anybody has a name. */
export interface Seat {
  part: 'present' | 'excused' | 'unexcused' | 'exempt' | 'away';
  standing: 'official' | 'probationary';
  office: CellOffice | null;
  /** Exempt on the day of the session; with `present`: came all the same. */
  exemption: ExemptionKind | null;
  /** Something that was over before the session. */
  past: 'exemption' | 'away' | null;
}

/** The seats of each cell, shuffled: the figures hold whatever the seed. */
export function seatsOfCells(random: Random, cells: readonly DemoCell[]): Map<string, Seat[]> {
  const kinds = random.shuffled(kindsOfTheAbsent);
  const kindsOfComers = random.shuffled(kindsOfThePresent);
  const seats = new Map<string, Seat[]>();
  for (const { key } of cells) {
    const figures = figuresOf(key);
    const offices = officesOf(totalOf(figures));
    const comers = kindsOfComers.splice(0, figures.exemptPresent);
    const plain = figures.present - offices.length - figures.probationary - comers.length;
    const list: Seat[] = [
      ...offices.map((office) => seat('present', { office })),
      ...many(figures.probationary, () => seat('present', { standing: 'probationary' })),
      ...comers.map((exemption) => seat('present', { exemption })),
      ...many(plain, () => seat('present', { past: pastOf(random) })),
      ...many(figures.excused, () => seat('excused')),
      ...many(figures.unexcused, () => seat('unexcused')),
      ...kinds.splice(0, figures.exemptAbsent).map((exemption) => seat('exempt', { exemption })),
      ...many(figures.away, () => seat('away')),
    ];
    seats.set(key, random.shuffled(list));
  }
  return seats;
}

/** From nine members on a cell has its own committee: three, or five in a large cell. */
function officesOf(total: number): CellOffice[] {
  return ['Bí thư', 'Phó Bí thư', ...many(total < 30 ? 1 : 3, (): CellOffice => 'Chi ủy viên')];
}

/** 52 in all, as the figures have it. */
const kindsOfTheAbsent: ExemptionKind[] = [
  ...many(25, (): ExemptionKind => 'old-age'),
  ...many(13, (): ExemptionKind => 'poor-health'),
  ...many(5, (): ExemptionKind => 'treatment'),
  ...many(3, (): ExemptionKind => 'abroad'),
  ...many(2, (): ExemptionKind => 'remote-work'),
  ...many(2, (): ExemptionKind => 'mobile-work'),
  ...many(2, (): ExemptionKind => 'maternity'),
];

const kindsOfThePresent: ExemptionKind[] = ['old-age', 'old-age', 'old-age', 'poor-health', 'poor-health'];

function pastOf(random: Random): Seat['past'] {
  return random.pickWeighted([
    [null, 97],
    ['exemption', 2],
    ['away', 1],
  ]);
}

function seat(part: Seat['part'], rest: Partial<Seat> = {}): Seat {
  return { part, standing: 'official', office: null, exemption: null, past: null, ...rest };
}

function many<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}
