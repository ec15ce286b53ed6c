import { type ComponentProps, useState } from 'react';
import type { DragDropProvider } from '@dnd-kit/react';
import type { BoardRow } from './rows.ts';
import type { Moves } from './use-moves.ts';

/** The row under the pointer, and where it would go. */
export interface Held {
  row: BoardRow;
  from: string | null;
  x: number;
  y: number;
  /** Undefined over nothing; null over the list of cells without a class. */
  to: string | null | undefined;
  before: string | null;
}

type DragHandlers = Pick<ComponentProps<typeof DragDropProvider>, 'onDragStart' | 'onDragMove' | 'onDragEnd'>;

/** What lies under a point: the list, and the cell before which a dropped row would go. */
function under(x: number, y: number): Pick<Held, 'to' | 'before'> {
  const element = document.elementFromPoint(x, y);
  const list = element?.closest<HTMLElement>('[data-drop]');
  if (!list) return { to: undefined, before: null };
  const to = list.dataset['drop'] === 'none' ? null : (list.dataset['drop'] ?? null);
  const row = element?.closest<HTMLElement>('[data-first]');
  if (!row) return { to, before: null };
  const box = row.getBoundingClientRect();
  const next = y < box.top + box.height / 2 ? row : row.nextElementSibling;
  return { to, before: next instanceof HTMLElement ? (next.dataset['first'] ?? null) : null };
}

/** dnd-kit starts, follows and ends a drag; the row is drawn and its target found here, since its own feedback writes style tags. */
export function useHeld(move: Moves['move']): { held: Held | null; handlers: DragHandlers } {
  const [held, setHeld] = useState<Held | null>(null);
  const at = (x: number, y: number) => ({ x, y, ...under(x, y) });
  const handlers: DragHandlers = {
    onDragStart: ({ operation: { source, position } }) => {
      const data = source?.data as { row: BoardRow; classId: string | null } | undefined;
      if (data) setHeld({ row: data.row, from: data.classId, ...at(position.current.x, position.current.y) });
    },
    onDragMove: ({ operation: { position }, to }) => {
      const { x, y } = to ?? position.current;
      setHeld((before) => before && { ...before, ...at(x, y) });
    },
    onDragEnd: ({ canceled }) => {
      if (held && !canceled && held.to !== undefined)
        move(held.row, held.from, held.to, held.to === null ? undefined : held.before);
      setHeld(null);
    },
  };
  return { held, handlers };
}
