import { DragDropProvider, PointerSensor, useDraggable } from '@dnd-kit/react';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Schemas } from '../../api/client.ts';
import { reordered } from './reordered.ts';

type Person = Schemas['PersonDto'];

interface PeopleProps {
  title: string;
  /** Where no heading of a section says it. */
  isTitled?: boolean;
  /** `delegates`, as the server names the list. */
  path: string;
  people: Person[];
  onChange: (people: Person[]) => void;
  faults: Record<string, string>;
  add: string;
}

/** People in protocol order: moved by drag, or by the buttons that every row has. */
export function PeopleList({ title, isTitled = false, path, people, onChange, faults, add }: PeopleProps) {
  const [held, setHeld] = useState<{ from: number; to: number } | null>(null);
  const set = (index: number, part: Partial<Person>): void =>
    onChange(people.map((person, at) => (at === index ? { ...person, ...part } : person)));
  const follow = (x: number, y: number): void => {
    const row = document.elementFromPoint(x, y)?.closest<HTMLElement>(`[data-list="${path}"]`);
    if (row) setHeld((before) => before && { ...before, to: Number(row.dataset['index']) });
  };
  return (
    <div className="plan-people" role="group" aria-label={title}>
      {isTitled && <p>{title}</p>}
      <DragDropProvider
        plugins={[]}
        sensors={[PointerSensor]}
        onDragStart={({ operation: { source } }) => {
          setHeld({ from: Number(source?.data['index']), to: Number(source?.data['index']) });
        }}
        onDragMove={({ operation: { position }, to = position.current }) => follow(to.x, to.y)}
        onDragEnd={({ canceled }) => {
          if (held && !canceled) onChange(reordered(people, held.from, held.to));
          setHeld(null);
        }}
      >
        <ol>
          {people.map((person, index) => (
            <PersonRow
              key={index}
              {...{ person, index, path, faults, last: people.length - 1 }}
              mark={markOf(held, index)}
              set={(part) => set(index, part)}
              moveTo={(to) => onChange(reordered(people, index, to))}
              remove={() => onChange(people.filter((_, at) => at !== index))}
            />
          ))}
        </ol>
      </DragDropProvider>
      <Button onClick={() => onChange([...people, { name: '', office: '' }])}>{add}</Button>
    </div>
  );
}

const markOf = (held: { from: number; to: number } | null, index: number): string => {
  if (!held) return '';
  if (held.from === index) return ' is-held';
  if (held.to !== index) return '';
  return held.to < held.from ? ' is-before' : ' is-after';
};

interface RowProps {
  person: Person;
  index: number;
  last: number;
  path: string;
  faults: Record<string, string>;
  mark: string;
  set: (part: Partial<Person>) => void;
  moveTo: (index: number) => void;
  remove: () => void;
}

function PersonRow({ person, index, last, path, faults, mark, set, moveTo, remove }: RowProps) {
  const { ref, handleRef } = useDraggable({ id: `${path}-${index}`, data: { index }, disabled: last === 0 });
  const who = person.name || `người thứ ${index + 1}`;
  const fault = faults[`${path}[${index}].name`] ?? faults[`${path}[${index}].office`];
  return (
    <li ref={ref} className={`plan-person${mark}`} data-list={path} data-index={index}>
      <span ref={handleRef} className={last === 0 ? 'plan-number' : 'plan-number is-grip'} aria-hidden="true">
        {index + 1}
      </span>
      <div className="plan-person-fields">
        <Input
          aria-label={`Họ tên, ${index + 1}`}
          placeholder="Họ và tên"
          status={fault ? 'error' : ''}
          value={person.name}
          onChange={({ target }) => set({ name: target.value })}
        />
        <Input.TextArea
          rows={1}
          aria-label={`Chức vụ, ${index + 1}`}
          placeholder="Chức vụ"
          value={person.office}
          onChange={({ target }) => set({ office: target.value })}
        />
        {fault && <small className="red">{fault}</small>}
      </div>
      <RowActs {...{ who, index, last, moveTo, remove }} />
    </li>
  );
}

/** The way for keys and for those who cannot drag. */
function RowActs({
  who,
  index,
  last,
  moveTo,
  remove,
}: Pick<RowProps, 'index' | 'last' | 'moveTo' | 'remove'> & { who: string }) {
  return (
    <div className="plan-person-acts">
      {last > 0 && (
        <>
          <Button type="text" disabled={index === 0} aria-label={`Đưa ${who} lên`} onClick={() => moveTo(index - 1)}>
            Lên
          </Button>
          <Button
            type="text"
            disabled={index === last}
            aria-label={`Đưa ${who} xuống`}
            onClick={() => moveTo(index + 1)}
          >
            Xuống
          </Button>
        </>
      )}
      <Button type="text" aria-label={`Bỏ ${who}`} onClick={remove}>
        Bỏ
      </Button>
    </div>
  );
}
