/** Cells that from a day on stand where others stood: after a merger one for several, after a split several for one. */
export interface Succession {
  on: string;
  /** The cells that members leave. */
  from: readonly string[];
  /** The cells to which they come. */
  to: readonly string[];
  /** Those of `from` that are no more. */
  ended: readonly string[];
}

/**
 * A list of cells after a succession: those who come stand beside the first of those who give, those who ended are left
 * out. A list that holds none of `from` stays as it is.
 */
export function succeeded(cells: readonly string[], { from, to, ended }: Succession): string[] {
  const place = cells.findIndex((cell) => from.includes(cell));
  if (place < 0) return [...cells];
  const added = to.filter((cell) => !cells.includes(cell));
  return cells.flatMap((cell, index) => [...(ended.includes(cell) ? [] : [cell]), ...(index === place ? added : [])]);
}
