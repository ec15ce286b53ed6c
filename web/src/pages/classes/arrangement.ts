/** Which cells each class holds, in the plan's order, by the class's id. */
export type Arrangement = Readonly<Record<string, readonly string[]>>;

/** Names sort as people count: Chi bộ 2 before Chi bộ 11. */
const natural = new Intl.Collator('vi', { numeric: true });
export const byName = (names: ReadonlyMap<string, string>) => (one: string, other: string) =>
  natural.compare(names.get(one) ?? '', names.get(other) ?? '');

interface Move {
  cellIds: readonly string[];
  /** Where they leave; null where they stood in no class. */
  from: string | null;
  /** Where they go; null takes them out. */
  to: string | null;
  /** They go before this cell; `undefined`: where their names belong. */
  before?: string | null;
}

/** Puts cells into a class's list, before a cell, at the end, or where their names belong. */
function placed(
  standing: readonly string[],
  coming: readonly string[],
  names: ReadonlyMap<string, string>,
  before: string | null | undefined,
): string[] {
  const rest = standing.filter((id) => !coming.includes(id));
  const [first] = coming;
  if (first === undefined) return rest;
  const compare = byName(names);
  const at =
    before === undefined
      ? rest.findLastIndex((id) => compare(id, first) < 0) + 1
      : before === null || !rest.includes(before)
        ? rest.length
        : rest.indexOf(before);
  return [...rest.slice(0, at), ...coming, ...rest.slice(at)];
}

/** @returns the lists of the classes that change, and no others */
export function moved(arrangement: Arrangement, move: Move, names: ReadonlyMap<string, string>): Arrangement {
  const { cellIds, from, to, before } = move;
  const changes: Record<string, readonly string[]> = {};
  if (from !== null && from !== to) changes[from] = (arrangement[from] ?? []).filter((id) => !cellIds.includes(id));
  if (to !== null) changes[to] = placed(arrangement[to] ?? [], cellIds, names, before);
  return changesOnly(arrangement, changes);
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id, index) => id === other[index]);

export const changesOnly = (arrangement: Arrangement, changes: Arrangement): Arrangement =>
  Object.fromEntries(Object.entries(changes).filter(([id, list]) => !isSame(list, arrangement[id] ?? [])));
