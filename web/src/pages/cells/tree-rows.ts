import { none, strengthOf, type Strength, type Sum, sumOf, type Unit } from './cell-queries.ts';

/** A line of the tree: a unit, how far below the committee it stands, and what the register holds of it and below it. */
export interface TreeRow {
  unit: Unit;
  /** 0: directly below the committee. */
  level: number;
  sum: Sum;
  /** Cells below it; 0 for a cell. */
  cells: number;
}

/** @param units with the committee first, in their order; children follow what they stand under */
export function treeRows(units: Unit[], strengths: Strength[]): { whole: TreeRow | null; rows: TreeRow[] } {
  const [top] = units;
  const children = new Map<string | null, Unit[]>();
  for (const unit of units) children.set(unit.parentId, [...(children.get(unit.parentId) ?? []), unit]);
  const rowsOf = (unit: Unit, level: number): TreeRow[] => {
    if (unit.kind === 'cell') return [{ unit, level, sum: strengthOf(strengths, unit.id), cells: 0 }];
    const below = (children.get(unit.id) ?? []).flatMap((child) => rowsOf(child, level + 1));
    const cells = below.filter((row) => row.unit.kind === 'cell');
    return [{ unit, level, sum: sumOf(cells.map(({ sum }) => sum)), cells: cells.length }, ...below];
  };
  if (!top) return { whole: null, rows: [] };
  const [whole = { unit: top, level: -1, sum: none, cells: 0 }, ...rows] = rowsOf(top, -1);
  return { whole, rows };
}
