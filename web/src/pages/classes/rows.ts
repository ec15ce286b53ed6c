import type { Arrangement } from './arrangement.ts';

/** A cell, or a group of cells that stand in the same class and move as one. */
export interface BoardRow {
  key: string;
  name: string;
  cellIds: string[];
  count: number;
  /** How many cells a group has here and in all; null for a single cell. */
  group: { id: string; here: number; of: number } | null;
  /** The group that a cell was taken apart from. */
  apartFrom: { id: string; name: string } | null;
  /** Other classes that hold the same cell. */
  alsoIn: string[];
}

export interface CellGroup {
  id: string;
  name: string;
  cellIds: readonly string[];
}

interface Board {
  arrangement: Arrangement;
  groups: readonly CellGroup[];
  names: ReadonlyMap<string, string>;
  countOf: (cellId: string) => number;
  /** Groups shown cell by cell. */
  apart: ReadonlySet<string>;
}

/** @param classId of the class that holds the list; null for cells without a class */
export function rowsOf(cellIds: readonly string[], classId: string | null, board: Board): BoardRow[] {
  const { groups, apart } = board;
  const seen = new Set<string>();
  return cellIds.flatMap((id) => {
    if (seen.has(id)) return [];
    const group = groups.find((each) => each.cellIds.includes(id));
    const together = group ? cellIds.filter((cell) => group.cellIds.includes(cell)) : [];
    const isWhole = group && together.length > 1 && !apart.has(group.id);
    const isDoubled = together.some((cell) => otherClasses(cell, classId, board).length > 0);
    if (!group || !isWhole || isDoubled)
      return [singleRow(id, classId, board, together.length > 1 ? group : undefined)];
    for (const cell of together) seen.add(cell);
    return [groupRow(group, together, board)];
  });
}

const otherClasses = (cellId: string, classId: string | null, { arrangement }: Board): string[] =>
  Object.entries(arrangement)
    .filter(([id, cells]) => id !== classId && cells.includes(cellId))
    .map(([id]) => id);

function singleRow(id: string, classId: string | null, board: Board, group: CellGroup | undefined): BoardRow {
  const { names, countOf } = board;
  const alsoIn = classId === null ? [] : otherClasses(id, classId, board);
  const apartFrom = group ? { id: group.id, name: capital(group.name) } : null;
  return {
    key: id,
    name: names.get(id) ?? 'Chi bộ đã thôi',
    cellIds: [id],
    count: countOf(id),
    group: null,
    apartFrom,
    alsoIn,
  };
}

function groupRow({ id, name, cellIds }: CellGroup, here: string[], { countOf }: Board): BoardRow {
  return {
    ...{ key: id, name: capital(name), cellIds: here, apartFrom: null, alsoIn: [] },
    count: here.reduce((sum, cell) => sum + countOf(cell), 0),
    group: { id, here: here.length, of: cellIds.length },
  };
}

const capital = (name: string): string => name.charAt(0).toLocaleUpperCase('vi') + name.slice(1);
