import { circumstances } from './periods.js';
import type { Random } from './random.js';
import type { Seat } from './seats.js';
import type { CellKind, DemoCell, DemoMember } from './ward.types.js';

export type Biography = Pick<
  DemoMember,
  'sex' | 'birthDate' | 'birthYear' | 'admittedOn' | 'officialOn' | 'inCellSince'
>;

/** A life that fits the seat: residential cells are old, the police and the schools are young. */
export function biography(random: Random, cell: DemoCell, seat: Seat): Biography {
  const profile = profileOf(cell);
  const circumstance = seat.exemption ? circumstances[seat.exemption] : null;
  const sex = circumstance?.sex ?? (random.chance(profile.women) ? 'female' : 'male');
  const birthYear = random.integer(...(circumstance?.born ?? bornFor(random, profile, seat)));
  const isYearOnly = random.chance(birthYear < 1950 ? 0.25 : 0.01);
  const admittedOn =
    seat.standing === 'probationary' ? random.day('2020-02-03', '2020-12-28') : admission(random, cell.kind, birthYear);
  return {
    sex,
    birthDate: isYearOnly ? null : random.day(`${birthYear}-01-01`, `${birthYear}-12-31`),
    birthYear,
    admittedOn,
    officialOn: seat.standing === 'official' ? aYearLater(admittedOn) : null,
    inCellSince: seat.standing === 'official' ? joining(random, cell, admittedOn) : admittedOn,
  };
}

type Years = [from: number, to: number];

interface Profile {
  /** Share of women. */
  women: number;
  born: [Years, weight: number][];
  officers: Years;
  probationers: Years;
}

const profiles: Record<CellKind, Profile> = {
  residential: {
    women: 0.46,
    born: [
      [[1929, 1939], 5],
      [[1940, 1949], 23],
      [[1950, 1959], 37],
      [[1960, 1969], 19],
      [[1970, 1979], 8],
      [[1980, 1989], 5],
      [[1990, 1996], 3],
    ],
    officers: [1947, 1972],
    probationers: [1978, 2001],
  },
  police: {
    women: 0.12,
    born: [
      [[1966, 1979], 25],
      [[1980, 1989], 45],
      [[1990, 1996], 30],
    ],
    officers: [1968, 1983],
    probationers: [1993, 1998],
  },
  school: {
    women: 0.84,
    born: [
      [[1966, 1974], 15],
      [[1975, 1984], 45],
      [[1985, 1994], 40],
    ],
    officers: [1967, 1983],
    probationers: [1986, 1997],
  },
};

/** Nursery schools are women only. */
function profileOf(cell: DemoCell): Profile {
  const profile = profiles[cell.kind];
  return cell.key.startsWith('mn-') ? { ...profile, women: 1 } : profile;
}

function bornFor(random: Random, profile: Profile, seat: Seat): Years {
  if (seat.standing === 'probationary') return profile.probationers;
  return seat.office ? profile.officers : random.pickWeighted(profile.born);
}

/** Never in a year before the nineteenth birthday, never after 2019: all of them were official by the session. */
function admission(random: Random, kind: CellKind, birthYear: number): string {
  const [youngest, oldest] = kind === 'school' ? [24, 38] : birthYear < 1956 ? [19, 31] : [20, 40];
  const year = random.integer(birthYear + youngest, Math.min(birthYear + oldest, 2019));
  return random.chance(0.45) ? `${year}-${random.pick(feastDays)}` : random.day(`${year}-01-01`, `${year}-12-28`);
}

/** Days on which new members are often admitted. */
const feastDays = ['02-03', '03-26', '04-30', '05-19', '07-27', '08-19', '09-02', '11-07', '12-22'];

/** Probation lasts twelve months (domain facts §4). */
function aYearLater(date: string): string {
  const later = `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`;
  return later.endsWith('-02-29') ? later.replace('-02-29', '-03-01') : later;
}

/** In the cell since it was founded, or moved in later; never before being a member. */
function joining(random: Random, cell: DemoCell, admittedOn: string): string {
  const earliest = admittedOn > cell.foundedOn ? admittedOn : cell.foundedOn;
  if (random.chance(0.4)) return earliest;
  return random.day(earliest, '2019-12-31');
}
