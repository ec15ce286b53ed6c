import type { MergedRange } from './cell-code.ts';

interface Active<C> {
  range: MergedRange;
  /** The cell at the top left, which holds what the range shows. */
  anchor: C | null;
}

/**
 * Which merged range covers a cell, while the rows of a sheet go by from the top. Ranges never become cells: one over
 * A1:XFD1048576 costs as much as one over two cells. Of ranges that overlap, which Excel forbids, the first one counts.
 */
export class MergeWalk<C extends { column: number }> {
  private readonly waiting: readonly MergedRange[];
  private next = 0;
  private row = 0;
  /** Side by side in the order of their columns, none over another. */
  private active: Active<C>[] = [];

  constructor(merges: readonly MergedRange[]) {
    this.waiting = merges.toSorted((one, other) => one.top - other.top || one.left - other.left);
  }

  /** Rows come in rising order. */
  enter(row: number, cells: readonly C[]): void {
    this.row = row;
    let range = this.waiting[this.next];
    while (range && range.top <= row) {
      const { left, top } = range;
      this.add({ range, anchor: top === row ? (cells.find(({ column }) => column === left) ?? null) : null });
      this.next += 1;
      range = this.waiting[this.next];
    }
  }

  /** @param row the one that was entered last; an earlier one has nothing any more */
  at(row: number, column: number): Active<C> | null {
    if (row !== this.row) return null;
    const found = this.active[this.firstNotBefore(column)];
    return found && found.range.left <= column && found.range.bottom >= row ? found : null;
  }

  private add(added: Active<C>): void {
    const { left, right, bottom } = added.range;
    if (bottom < this.row) return;
    const from = this.firstNotBefore(left);
    let to = from;
    for (let other = this.active[to]; other && other.range.left <= right; other = this.active[to]) {
      if (other.range.bottom >= added.range.top) return;
      to += 1;
    }
    this.active.splice(from, to - from, added);
  }

  /** The first range that does not end before a column. */
  private firstNotBefore(column: number): number {
    let from = 0;
    let to = this.active.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.active[middle]?.range.right ?? 0) < column) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
