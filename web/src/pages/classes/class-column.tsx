import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { SessionClass } from '../../api/queries.ts';
import { day, hour, integer, momentOf, partOfDay } from '../../words/format.ts';

interface ColumnProps {
  one: SessionClass;
  load: number;
  coming: number | null;
  /** On a phone one list is shown at a time. */
  isShown: boolean;
  edit: () => void;
  children: ReactNode;
}

/** A class as a list of its cells, with its seats; `coming`: people of the row that is held over it. */
export function ClassColumn({ one, load, coming, isShown, edit, children }: ColumnProps) {
  return (
    <section
      className={`classes-column sheet${coming === null ? '' : ' is-target'}${isShown ? ' is-shown' : ''}`}
      data-drop={one.closedAt ? undefined : one.id}
      aria-label={one.name}
    >
      <ColumnHead one={one} load={load} coming={coming} />
      <ol className="classes-list">{children}</ol>
      {one.cellIds.length === 0 && (
        <p className="classes-none">Chưa có chi bộ nào. Kéo vào đây, hoặc bấm số {one.number}.</p>
      )}
      <footer className="spread">
        <small>
          {one.cellIds.length} chi bộ · {one.venue}
        </small>
        {one.closedAt ? (
          <small>Đã chốt {momentOf(one.closedAt)}</small>
        ) : (
          <Button type="text" className="classes-edit" onClick={edit}>
            Sửa {one.name}
          </Button>
        )}
      </footer>
    </section>
  );
}

function ColumnHead({ one, load, coming }: Pick<ColumnProps, 'one' | 'load' | 'coming'>) {
  const { name, capacity } = one;
  const total = load + (coming ?? 0);
  const isOver = total > (capacity ?? Infinity);
  return (
    <header>
      <div className="spread">
        <h2>{name}</h2>
        <span className="classes-seats">
          <b>{integer(total)}</b>
          {capacity === null ? ' người' : `/${integer(capacity)} chỗ`}
        </span>
      </div>
      <div className="spread">
        <small>{whenOf(one)}</small>
        <small className={isOver ? 'red strong' : coming === null ? '' : 'ink strong'}>
          {roomWords(load, coming, capacity)}
        </small>
      </div>
      <Seats load={load} coming={coming ?? 0} capacity={capacity} />
    </header>
  );
}

/** `Sáng 16/01/2021, 8h00`; of several sittings the first, and how many. */
function whenOf({ sittings }: SessionClass): string {
  const [first, ...rest] = sittings;
  if (!first) return 'Chưa có buổi học';
  const part = partOfDay(first.startsAt);
  const words = `${part.charAt(0).toUpperCase()}${part.slice(1)} ${day(first.heldOn)}, ${hour(first.startsAt)}`;
  return rest.length > 0 ? `${words} và ${rest.length} buổi nữa` : words;
}

/** `còn trống 72`; with a row held over it `432 + 50 = 482, còn trống 18`. */
function roomWords(load: number, coming: number | null, capacity: number | null): string {
  const total = load + (coming ?? 0);
  const sum = coming === null ? '' : `${integer(load)} + ${integer(coming)} = ${integer(total)}`;
  const room =
    capacity === null
      ? ''
      : total > capacity
        ? `quá ${integer(total - capacity)} chỗ`
        : `còn trống ${integer(capacity - total)}`;
  return [sum, room].filter(Boolean).join(', ');
}

function Seats({ load, coming, capacity }: { load: number; coming: number; capacity: number | null }) {
  if (capacity === null) return <div className="classes-bar is-open" />;
  const width = (part: number): string => `${Math.min(100, (100 * part) / capacity)}%`;
  return (
    <div className="classes-bar" aria-hidden="true">
      <span style={{ width: width(load) }} className={load > capacity ? 'is-over' : ''} />
      <span style={{ width: width(Math.min(coming, Math.max(0, capacity - load))) }} className="is-coming" />
    </div>
  );
}
