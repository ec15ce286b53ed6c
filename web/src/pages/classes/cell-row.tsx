import { useDraggable } from '@dnd-kit/react';
import { Button, Dropdown, type MenuProps } from 'antd';
import { StateMark } from '../../parts/state-mark.tsx';
import { useIsPhone } from '../../parts/use-is-phone.ts';
import { integer } from '../../words/format.ts';
import type { BoardRow } from './rows.ts';

interface RowProps {
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
}

/** One cell or group in a list: dragged, moved by key, or by its menu. */
export function CellRow({ row, classId, isFixed, isMarked, menu, twin }: RowProps) {
  const isPhone = useIsPhone();
  const { ref, isDragging } = useDraggable({
    id: `${classId ?? 'none'}:${row.key}`,
    data: { row, classId },
    disabled: isFixed || isPhone,
  });
  const state = `${twin ? ' is-doubled' : ''}${isDragging ? ' is-held' : ''}${isMarked ? ' is-marked' : ''}`;
  const place = { 'data-class': classId ?? '', 'data-first': row.cellIds[0] };
  return (
    <li ref={ref} className={`classes-row${state}`} {...place} {...(!isFixed && { tabIndex: -1, 'data-row': row.key })}>
      {!isFixed && <Grip />}
      <RowName row={row} />
      {twin && <Twin words={twin.words} takeOut={isFixed ? null : twin.takeOut} />}
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

function RowName({ row: { name, group } }: { row: BoardRow }) {
  return (
    <span className="classes-name">
      {name}
      {group && (
        <small>
          {' · '}
          {group.here === group.of ? group.of : `${group.here}/${group.of}`} chi bộ
        </small>
      )}
    </span>
  );
}

function Twin({ words, takeOut }: { words: string; takeOut: (() => void) | null }) {
  return (
    <span className="classes-twin">
      <StateMark state="needed" size={16} /> <span>{words}</span>{' '}
      {takeOut && (
        <button type="button" className="link" onClick={takeOut}>
          Bỏ ở đây
        </button>
      )}
    </span>
  );
}

function Grip() {
  return (
    <svg className="classes-grip" viewBox="0 0 10 16" width="10" height="16" aria-hidden="true">
      {[2, 8, 14].flatMap((y) => [2, 8].map((x) => <circle key={`${x}${y}`} cx={x} cy={y} r="1.5" />))}
    </svg>
  );
}
