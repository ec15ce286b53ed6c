import { useSuspenseQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { cellGroupsQuery, type SessionClass, strengthsQuery, unitsQuery } from '../../api/queries.ts';
import { firstDayOf, type OpenSession } from '../session/session-frame.tsx';
import type { Arrangement } from './arrangement.ts';
import type { CellGroup } from './rows.ts';

export interface BoardFacts {
  /** Classes that share out the cells; make-up classes stand apart. */
  classes: SessionClass[];
  arrangement: Arrangement;
  /** Cells of the committee on the first day. */
  cells: string[];
  names: ReadonlyMap<string, string>;
  groups: readonly CellGroup[];
  countOf: (cellId: string) => number;
  unplaced: string[];
}

/** What the board shows: cells as the tree has them on the first day, people as the register expects them, or as the roll has them once summoned. */
export function useBoard({ session, figures }: OpenSession): BoardFacts {
  const asOf = firstDayOf(session) ?? undefined;
  const [units, groups, strengths] = useSuspenseQueries({
    queries: [unitsQuery(asOf), cellGroupsQuery, strengthsQuery(asOf)],
  });
  return useMemo(() => {
    const cells = units.data.filter(({ kind }) => kind === 'cell');
    const counts = new Map(strengths.data.map(({ cellId, expected }) => [cellId, expected]));
    for (const { cells: onRoll } of figures.classes)
      for (const { cellId, tally } of onRoll) if (tally.total > 0) counts.set(cellId, tally.summoned);
    const classes = session.classes.filter(({ mode }) => mode !== 'make-up');
    const placed = new Set(classes.flatMap(({ cellIds }) => cellIds));
    const ids = cells.map(({ id }) => id);
    return {
      classes,
      arrangement: Object.fromEntries(classes.map(({ id, cellIds }) => [id, cellIds])),
      cells: ids,
      names: new Map(cells.map(({ id, name }) => [id, name])),
      groups: groups.data,
      countOf: (cellId) => counts.get(cellId) ?? 0,
      unplaced: ids.filter((id) => !placed.has(id)),
    };
  }, [session, figures, units.data, groups.data, strengths.data]);
}
