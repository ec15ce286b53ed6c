import type { ShownMark } from './marks.ts';
import type { Person } from './roll-state.ts';

/** Somebody else who takes the same roll: where and when last. */
export interface Companion {
  name: string;
  cellName: string;
  at: number;
}

const RECENT_MS = 10 * 60_000;

/** Who else has marked in the last minutes, the latest first. */
export function companionsOf(
  marks: readonly ShownMark[],
  people: readonly Person[],
  ownName: string,
  now: number,
): Companion[] {
  const cellNames = new Map(people.map(({ memberId, cellName }) => [memberId, cellName]));
  const latest = new Map<string, Companion>();
  for (const { takenBy, device, memberId, takenAt } of marks) {
    const name = device ?? takenBy;
    if (name === ownName || takenAt < now - RECENT_MS) continue;
    const held = latest.get(name);
    if (!held || held.at < takenAt) latest.set(name, { name, cellName: cellNames.get(memberId) ?? '', at: takenAt });
  }
  return [...latest.values()].sort((one, other) => other.at - one.at);
}
