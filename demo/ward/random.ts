/**
 * A seeded stream of numbers (mulberry32, 32 bits of state): the same seed gives the same ward on every machine.
 * For demo data only, never for secrets.
 */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** From 0 up to but without 1. */
  fraction(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** Both ends included. */
  integer(from: number, to: number): number {
    return from + Math.floor(this.fraction() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  pick<T>(list: readonly T[]): T {
    return at(list, Math.floor(this.fraction() * list.length));
  }

  /** From a list that begins with the most frequent: the front third comes up about as often as all the rest. */
  pickRanked<T>(list: readonly T[]): T {
    const fraction = this.fraction();
    // By the root, not by `**`: only the root is rounded the same way everywhere.
    return at(list, Math.floor(fraction * Math.sqrt(fraction) * list.length));
  }

  /** Each as often as its weight says. */
  pickWeighted<T>(list: readonly (readonly [T, number])[]): T {
    let left = this.fraction() * list.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of list) {
      left -= weight;
      if (left < 0) return value;
    }
    return at(list, list.length - 1)[0];
  }

  shuffled<T>(list: readonly T[]): T[] {
    return list
      .map((value) => ({ value, rank: this.fraction() }))
      .toSorted((one, other) => one.rank - other.rank)
      .map(({ value }) => value);
  }

  /** An ISO date, both ends included. */
  day(from: string, to: string): string {
    return addDays(from, this.integer(0, daysBetween(from, to)));
  }
}

/** The ISO date so many days later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY;
}

function at<T>(list: readonly T[], index: number): T {
  if (index >= list.length || index < 0) throw new RangeError(`no element ${index} in a list of ${list.length}`);
  return list[index] as T;
}

const DAY = 86_400_000;
