import type { MergedRange } from './cell-code.ts';

/** A merged range with the cell at its top left, which holds what the range shows; null where that cell is empty. */
export interface Covering<C> {
  range: MergedRange;
  anchor: C | null;
}

/** Ranges side by side in one row beyond this number are no list any more; they are left aside. */
const mostAcross = 256;

/** The first range that does not end before a column. @param ranges side by side in the order of their columns */
function firstNotBefore(ranges: readonly Covering<unknown>[], column: number): number {
  let from = 0;
  let to = ranges.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((ranges[middle]?.range.right ?? 0) < column) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The range that covers a cell. @param ranges as `MergeWalk.enter` gave them for the row */
export function coveringOf<C>(ranges: readonly Covering<C>[], row: number, column: number): Covering<C> | null {
  const found = ranges[firstNotBefore(ranges, column)];
  return found && found.range.left <= column && found.range.bottom >= row ? found : null;
}

/**
 * Which merged ranges reach into each row, while the rows of a sheet go by from the top. Ranges never become cells: one over
 * A1:XFD1048576 costs as much as one over two cells. Of ranges that overlap, which Excel forbids, the first one counts.
 */
export class MergeWalk<C extends { column: number }> {
  private readonly waiting: readonly MergedRange[];
  private next = 0;
  /** Never changed but replaced: rows that went by keep theirs. Some have ended; they leave when others need the place. */
  private ranges: readonly Covering<C>[] = [];

  constructor(merges: readonly MergedRange[]) {
    this.waiting = merges.toSorted((one, other) => one.top - other.top || one.left - other.left);
  }

  /** Rows come in rising order. @returns what `coveringOf` asks for this row, side by side */
  enter(row: number, cells: readonly C[]): readonly Covering<C>[] {
    for (let range = this.waiting[this.next]; range && range.top <= row; range = this.waiting[this.next]) {
      this.next += 1;
      const { left, top, bottom } = range;
      const anchor = top === row ? (cells.find(({ column }) => column === left) ?? null) : null;
      if (bottom >= row) this.add({ range, anchor }, row);
    }
    return this.ranges;
  }

  private add(added: Covering<C>, row: number): void {
    const { left, right } = added.range;
    if (this.ranges.length >= mostAcross) this.ranges = this.ranges.filter(({ range }) => range.bottom >= row);
    if (this.ranges.length >= mostAcross) return;
    const from = firstNotBefore(this.ranges, left);
    let to = from;
    for (let other = this.ranges[to]; other && other.range.left <= right; other = this.ranges[to]) {
      if (other.range.bottom >= row) return;
      to += 1;
    }
    this.ranges = this.ranges.toSpliced(from, to - from, added);
  }
}
