import type { MenuProps } from 'antd';
import { createElement } from 'react';
import type { SessionClass } from '../../api/queries.ts';
import type { BoardRow } from './rows.ts';
import type { Moves } from './use-moves.ts';

interface MenuOf {
  row: BoardRow;
  classId: string | null;
  classes: readonly SessionClass[];
  moves: Moves;
  /** Shows a group cell by cell, or as one row again. */
  setApart: (groupId: string, isApart: boolean) => void;
}

/** What can be done with a row without dragging it. */
export function rowMenu({ row, classId, classes, moves, setApart }: MenuOf): MenuProps {
  const own = classes.find(({ id }) => id === classId);
  const others = classes.filter(({ id, closedAt }) => id !== classId && closedAt === null);
  const key = (number: number) => createElement('kbd', null, number);
  const items: MenuProps['items'] = [
    ...others.map(({ id, name }) => ({
      key: `to-${id}`,
      label: own ? `Chuyển sang ${name}` : `Vào ${name}`,
      extra: key(classes.findIndex((each) => each.id === id) + 1),
      onClick: () => moves.move(row, classId, id),
    })),
    ...(own
      ? [{ key: 'out', label: `Đưa ra khỏi ${own.name}`, extra: key(0), onClick: () => moves.move(row, classId, null) }]
      : []),
    ...(own ? addItems(row, others, moves) : []),
    ...groupItems(row, setApart),
  ];
  return { items };
}

function addItems(row: BoardRow, others: readonly SessionClass[], { add }: Moves) {
  return others
    .filter(({ id }) => !row.alsoIn.includes(id))
    .map(({ id, name }) => ({ key: `add-${id}`, label: `Thêm vào cả ${name}`, onClick: () => add(row, id) }));
}

function groupItems({ group, apartFrom }: BoardRow, setApart: MenuOf['setApart']) {
  if (group) return [{ key: 'apart', label: 'Tách từng chi bộ', onClick: () => setApart(group.id, true) }];
  if (apartFrom)
    return [{ key: 'together', label: `Gộp lại: ${apartFrom.name}`, onClick: () => setApart(apartFrom.id, false) }];
  return [];
}
