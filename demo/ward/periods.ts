import { addDays, type Random } from './random.js';
import type { AwayPeriod, ExemptionKind, ExemptionPeriod, Sex } from './ward.types.js';

/** Whom a kind of exemption meets, from when, and for how many days; `lasts` null: for good. */
interface Circumstance {
  born: [from: number, to: number];
  sex: Sex | null;
  begins: [from: string, to: string];
  lasts: [from: number, to: number] | null;
}

/** Each holds on the day of the session (16/01/2021), whatever is drawn. Kinds: domain facts §4. */
export const circumstances: Record<ExemptionKind, Circumstance> = {
  'old-age': { born: [1927, 1942], sex: null, begins: ['2013-01-01', '2020-10-31'], lasts: null },
  'poor-health': { born: [1934, 1958], sex: null, begins: ['2015-01-01', '2020-11-30'], lasts: null },
  treatment: { born: [1940, 1966], sex: null, begins: ['2020-10-01', '2020-12-20'], lasts: [120, 300] },
  abroad: { born: [1950, 1978], sex: null, begins: ['2020-02-01', '2020-06-30'], lasts: [400, 700] },
  'remote-work': { born: [1970, 1988], sex: 'male', begins: ['2020-06-01', '2020-11-30'], lasts: [240, 360] },
  'mobile-work': { born: [1968, 1990], sex: 'male', begins: ['2020-06-01', '2020-11-30'], lasts: [240, 360] },
  maternity: { born: [1984, 1992], sex: 'female', begins: ['2020-09-15', '2020-12-15'], lasts: [181, 181] },
};

export function currentExemption(random: Random, kind: ExemptionKind): ExemptionPeriod {
  const { begins, lasts } = circumstances[kind];
  const from = random.day(...begins);
  return { kind, from, to: lasts ? addDays(from, random.integer(...lasts)) : null };
}

/** Less than a year, as a temporary transfer is; it holds on the day of the session. */
export function currentAway(random: Random): AwayPeriod {
  const from = random.day('2020-07-01', '2020-11-30');
  return { kind: 'temporary-away', from, to: addDays(from, random.integer(220, 360)), where: random.pick(hosts) };
}

/** Over before the session: the register keeps what was. */
export function pastExemption(random: Random, sex: Sex, birthYear: number): ExemptionPeriod {
  const from = random.day('2020-01-05', '2020-04-30');
  if (sex === 'female' && birthYear >= 1982) return { kind: 'maternity', from, to: addDays(from, 181) };
  return { kind: 'treatment', from, to: addDays(from, random.integer(60, 150)) };
}

export function pastAway(random: Random): AwayPeriod {
  const from = random.day('2020-01-05', '2020-03-31');
  return { kind: 'temporary-away', from, to: addDays(from, random.integer(90, 200)), where: random.pick(hosts) };
}

const hosts = [
  'Đảng bộ phường Việt Hưng, quận Long Biên',
  'Đảng bộ phường Thạch Bàn, quận Long Biên',
  'Đảng bộ thị trấn Trâu Quỳ, huyện Gia Lâm',
  'Đảng bộ xã Cổ Bi, huyện Gia Lâm',
  'Đảng bộ phường Mai Động, quận Hoàng Mai',
  'Đảng bộ thành phố Bắc Ninh, tỉnh Bắc Ninh',
  'Đảng bộ huyện Văn Giang, tỉnh Hưng Yên',
  'Đảng bộ quận 7, Thành phố Hồ Chí Minh',
];
