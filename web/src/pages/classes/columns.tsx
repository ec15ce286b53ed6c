import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { CellRow } from './cell-row.tsx';
import { ClassColumn } from './class-column.tsx';
import { useEditedClass } from './class-form.tsx';
import { rowMenu } from './row-menu.ts';
import type { BoardRow } from './rows.ts';
import { UnplacedColumn } from './unplaced-column.tsx';
import type { BoardFacts } from './use-board.ts';
import type { Held } from './use-held.ts';
import type { Moves } from './use-moves.ts';

interface ColumnsProps {
  facts: BoardFacts;
  rows: (classId: string | null) => BoardRow[];
  held: Held | null;
  moves: Moves;
  setApart: (groupId: string, isApart: boolean) => void;
}

/** Cells without a class at the left, then the classes. */
export function Columns({ children, ...props }: ColumnsProps & { children: ReactNode }) {
  const { facts, held, rows } = props;
  const [search] = useSearchParams();
  const { edit } = useEditedClass();
  const shown = search.get('class') ?? '';
  const sum = (ids: readonly string[]): number => ids.reduce((total, id) => total + facts.countOf(id), 0);
  const isOver = (id: string | null): boolean => held !== null && held.to === id && held.from !== id;
  return (
    <>
      <div className="classes-side">
        <UnplacedColumn
          count={facts.unplaced.length}
          people={sum(facts.unplaced)}
          isShown={shown === ''}
          isTarget={isOver(null)}
        >
          {rows(null).map((row) => (
            <Row key={row.key} {...props} row={row} classId={null} isFixed={false} />
          ))}
        </UnplacedColumn>
        {children}
      </div>
      {facts.classes.map((one) => (
        <ClassColumn
          key={one.id}
          one={one}
          load={sum(facts.arrangement[one.id] ?? [])}
          coming={isOver(one.id) && held ? newPeople(held.row, facts.arrangement[one.id] ?? [], facts) : null}
          isShown={shown === one.id}
          edit={() => edit(one.id)}
        >
          {rows(one.id).map((row) => (
            <Row key={row.key} {...props} row={row} classId={one.id} isFixed={one.closedAt !== null} />
          ))}
        </ClassColumn>
      ))}
    </>
  );
}

/** A cell that stands there already brings nobody new. */
const newPeople = ({ cellIds }: BoardRow, standing: readonly string[], { countOf }: BoardFacts): number =>
  cellIds.filter((id) => !standing.includes(id)).reduce((sum, id) => sum + countOf(id), 0);

function Row({
  row,
  classId,
  isFixed,
  ...props
}: ColumnsProps & { row: BoardRow; classId: string | null; isFixed: boolean }) {
  const { facts, held, moves, setApart } = props;
  const others = facts.classes.filter(({ id }) => row.alsoIn.includes(id)).map(({ name }) => name);
  const isMarked =
    held !== null &&
    classId !== null &&
    held.to === classId &&
    held.before !== null &&
    row.cellIds.includes(held.before);
  return (
    <CellRow
      row={row}
      classId={classId}
      isFixed={isFixed}
      isMarked={isMarked}
      menu={rowMenu({ row, classId, classes: facts.classes, moves, setApart })}
      twin={
        others.length > 0
          ? { words: `trùng ${others.join(', ')}`, takeOut: () => moves.move(row, classId, null) }
          : null
      }
    />
  );
}
