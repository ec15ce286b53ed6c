import { useDraggable } from '@dnd-kit/react';
import { Button, Dropdown, type MenuProps } from 'antd';
import { StateMark } from '../../parts/state-mark.tsx';
import { integer } from '../../words/format.ts';
import type { BoardRow } from './rows.ts';

/** One cell or group in a list: dragged, moved by key, or by its menu. */
export function CellRow({
  row,
  classId,
  isFixed,
  isMarked,
  menu,
  twin,
}: {
  row: BoardRow;
  /** Null in the list of cells without a class. */
  classId: string | null;
  /** Of a closed class: shown, never moved. */
  isFixed: boolean;
  /** A dragged row would go before this one. */
  isMarked: boolean;
  menu: MenuProps;
  /** Where else the same cell stands, and the way to take it out here. */
  twin: { words: string; takeOut: () => void } | null;
}) {
  const { ref, isDragging } = useDraggable({
    id: `${classId ?? 'none'}:${row.key}`,
    data: { row, classId },
    disabled: isFixed,
  });
  const state = `${twin ? ' is-doubled' : ''}${isDragging ? ' is-held' : ''}${isMarked ? ' is-marked' : ''}`;
  return (
    <li
      ref={ref}
      className={`classes-row${state}`}
      tabIndex={isFixed ? undefined : -1}
      data-row={isFixed ? undefined : row.key}
      data-class={classId ?? ''}
      data-first={row.cellIds[0]}
    >
      {!isFixed && <Grip />}
      <span className="classes-name">
        {row.name}
        {row.group && (
          <small>
            {' · '}
            {row.group.here === row.group.of ? row.group.of : `${row.group.here}/${row.group.of}`} chi bộ
          </small>
        )}
      </span>
      {twin && (
        <span className="classes-twin">
          <StateMark state="needed" size={16} /> <span>{twin.words}</span>{' '}
          {!isFixed && (
            <button type="button" className="link" onClick={twin.takeOut}>
              Bỏ ở đây
            </button>
          )}
        </span>
      )}
      <span className="figure">{integer(row.count)}</span>
      {isFixed ? (
        <span className="classes-more" />
      ) : (
        <Dropdown menu={menu} trigger={['click']} placement="bottomRight">
          <Button type="text" className="classes-more" aria-label={`Chuyển ${row.name}`}>
            <span aria-hidden="true">•••</span>
          </Button>
        </Dropdown>
      )}
    </li>
  );
}

function Grip() {
  return (
    <svg className="classes-grip" viewBox="0 0 10 16" width="10" height="16" aria-hidden="true">
      {[2, 8, 14].flatMap((y) => [2, 8].map((x) => <circle key={`${x}${y}`} cx={x} cy={y} r="1.5" />))}
    </svg>
  );
}
