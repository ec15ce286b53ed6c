import { useState } from 'react';
import { integer } from '../../words/format.ts';
import { moved } from './arrangement.ts';
import { planCells } from './class-planner.ts';
import type { BoardRow } from './rows.ts';
import type { Arranging } from './use-arranging.ts';
import type { BoardFacts } from './use-board.ts';

export interface Moves {
  /** @param before the cell that the row goes before; left out: where its name belongs */
  move: (row: BoardRow, from: string | null, to: string | null, before?: string | null) => void;
  /** Into one more class, without leaving its own. */
  add: (row: BoardRow, to: string) => void;
  planAll: () => void;
  /** Cells that found no seat when the machine tried. */
  leftOver: number;
}

/** What a person can do with the cells, each said in words for the undo line. */
export function useMoves(facts: BoardFacts, { arrange, now }: Pick<Arranging, 'arrange' | 'now'>): Moves {
  const [leftOver, setLeftOver] = useState(0);
  const { classes, names } = facts;
  const nameOf = (id: string | null): string => classes.find((each) => each.id === id)?.name ?? '';
  const wordsOf = (row: BoardRow, from: string | null, to: string | null): string => {
    if (to === null) return `đưa ${row.name} ra khỏi ${nameOf(from)}`;
    if (from === null) return `xếp ${row.name} vào ${nameOf(to)}`;
    if (from === to) return `đổi thứ tự ${row.name} trong ${nameOf(to)}`;
    return `chuyển ${row.name} từ ${nameOf(from)} sang ${nameOf(to)}`;
  };
  return {
    leftOver,
    move: (row, from, to, before) => {
      if (from === to && (before === undefined || (before !== null && row.cellIds.includes(before)))) return;
      const step = { cellIds: row.cellIds, from, to, ...(before !== undefined && { before }) };
      arrange({ to: moved(now(), step, names), words: wordsOf(row, from, to) });
    },
    add: (row, to) =>
      arrange({
        to: moved(now(), { cellIds: row.cellIds, from: null, to }, names),
        words: `thêm ${row.name} vào cả ${nameOf(to)}`,
      }),
    planAll: () => {
      const { changes, left } = plan(facts);
      setLeftOver(left.length);
      const count = facts.unplaced.length - left.length;
      arrange({ to: changes, words: `tự xếp ${integer(count)} chi bộ vào lớp` });
    },
  };
}

function plan({ classes, arrangement, unplaced, groups, countOf, names }: BoardFacts) {
  const places = classes
    .filter(({ closedAt }) => closedAt === null)
    .map(({ id, capacity }) => ({ id, capacity, cellIds: arrangement[id] ?? [] }));
  return planCells({ places, unplaced, groups: groups.map(({ cellIds }) => cellIds), countOf, names });
}
