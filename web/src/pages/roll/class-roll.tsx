import { useMemo, useState } from 'react';
import type { SessionClass, Tally } from '../../api/queries.ts';
import { useOpenSession } from '../session/session-frame.tsx';
import { CellDesk } from './cell-desk.tsx';
import type { ClassRollProps } from './roll-view.ts';
import type { ShownMark } from './marks.ts';
import { type CellStates, cellsOf, owingCells } from './roll-place.ts';
import { type PersonState, statesOf, tallyOf } from './roll-state.ts';
import { useMarking } from './use-marking.ts';
import { useSitting } from './use-sitting.ts';

export function ClassRoll(props: ClassRollProps) {
  const { session, one, sitting, place, roll, me } = props;
  const { feed, state } = useSitting(session.id, sitting.id, me);
  const marking = useMarking(feed, sitting.id);
  const isReadOnly = one.closedAt !== null;
  const states = useMemo(
    () =>
      statesOf(roll.people, state.standing, {
        isLeftEarlyPresent: session.isLeftEarlyPresent,
        isFrozen: isReadOnly,
        isLoaded: state.isLoaded,
      }),
    [roll.people, state.standing, state.isLoaded, session.isLeftEarlyPresent, isReadOnly],
  );
  const cells = useMemo(() => cellsOf(states), [states]);
  const cell = useCell(cells, place.asked.cell);
  const classTally = useClassTally(one, states);
  if (!cell) return <p className="ink2">Danh sách của lớp này chưa có ai.</p>;
  return <CellDesk key={cell.cellId} open={{ ...props, feed, state, cells, cell, classTally, marking, isReadOnly }} />;
}

/** The first cell that owes is chosen on arrival and stays: the last mark of a cell must not carry the clerk away. */
function useCell(cells: CellStates<ShownMark>[], asked: string | null): CellStates<ShownMark> | undefined {
  const [first] = useState(() => (owingCells(cells)[0] ?? cells[0])?.cellId);
  return cells.find(({ cellId }) => cellId === asked) ?? cells.find(({ cellId }) => cellId === first) ?? cells[0];
}

/** With several sittings only the server knows who has come to one or to all of them. */
function useClassTally(one: SessionClass, states: readonly PersonState<ShownMark>[]): Tally {
  const { figures } = useOpenSession();
  const live = useMemo(() => tallyOf(states), [states]);
  const counted = figures.classes.find(({ classId }) => classId === one.id)?.tally;
  return one.sittings.length > 1 && counted ? counted : live;
}
