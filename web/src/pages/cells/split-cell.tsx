import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { DayField } from '../../parts/day-field.tsx';
import { faultAt, faultElsewhere } from '../../parts/faults.ts';
import { Field } from '../../parts/field.tsx';
import { Banner, Failure } from '../../parts/notice.tsx';
import { SkeletonRows } from '../../parts/skeleton-rows.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { day, integer, searchKey, today } from '../../words/format.ts';
import { membersOfQuery, type Unit } from './cell-queries.ts';
import { movesWords } from './change-words.ts';
import { DocumentFields, documentOf, documentPaths, type TypedChange } from './document-fields.tsx';
import { SuccessionPreview } from './succession-preview.tsx';
import { useSuccession } from './use-succession.ts';

const { client, dataOf } = api;

interface Typed extends TypedChange {
  name: string;
  memberIds: string[];
}

const bodyOf = (cell: Unit, typed: Typed): Schemas['SplitCellDto'] => ({
  ...{ cellId: cell.id, on: typed.on, document: documentOf(typed), ends: false },
  parts: [{ name: typed.name.trim(), memberIds: typed.memberIds }],
});

function useSplit(cell: Unit, done: () => void) {
  const [typed, setTyped] = useState<Typed>({
    ...{ name: '', memberIds: [], on: today(), number: '', issuer: '', issuedOn: '' },
  });
  const split = useSuccession(
    (body: Schemas['SplitCellDto']) => dataOf(client.POST('/api/v1/units/split/preview', { body })),
    (body: Schemas['SplitCellDto']) => dataOf(client.POST('/api/v1/units/split', { body })),
    done,
  );
  const change = (part: Partial<Typed>): void => {
    setTyped({ ...typed, ...part });
    split.forget();
  };
  return { ...split, typed, change, look: () => split.see(bodyOf(cell, typed)) };
}

/** A new cell out of one, with those who are chosen; the rest stays. Several new cells are made one after another. */
export function SplitCell({ cell, done }: { cell: Unit; done: () => void }) {
  const split = useSplit(cell, done);
  const { typed, change, error, seen } = split;
  const name = typed.name.trim();
  const fault = faultElsewhere(error, ['on', 'parts[0].name', ...documentPaths]);
  return (
    <>
      {fault && <Banner title={fault} needsPerson />}
      <div className="pair">
        <TextField
          label="Tên chi bộ mới"
          error={faultAt(error, 'parts[0].name')}
          value={typed.name}
          onChange={(text) => change({ name: text })}
        />
        <Field label="Từ ngày" error={faultAt(error, 'on')}>
          {(binding) => <DayField binding={binding} value={typed.on} onChange={(on) => change({ on })} />}
        </Field>
      </div>
      <Leaving cell={cell} on={typed.on} chosen={typed.memberIds} choose={(memberIds) => change({ memberIds })} />
      <DocumentFields typed={typed} change={change} error={error} />
      {seen ? (
        <SuccessionPreview
          sentence={`${cell.name} chia ra ${name} từ ${day(typed.on)}: ${movesWords(seen.moves)}; số còn lại ở ${cell.name}.`}
          act={`Lập ${name} với ${integer(typed.memberIds.length)} đảng viên`}
          {...{ seen, isPending: split.isPending, send: split.send }}
        />
      ) : (
        <div>
          <Button loading={split.isSeeing} onClick={split.look}>
            Xem trước
          </Button>
        </div>
      )}
    </>
  );
}

interface LeavingProps {
  cell: Unit;
  on: string;
  chosen: string[];
  choose: (memberIds: string[]) => void;
}

function Leaving({ cell, on, chosen, choose }: LeavingProps) {
  const members = useQuery(membersOfQuery(cell.id, on));
  const [search, setSearch] = useState('');
  if (members.isError) return <Failure error={members.error} retry={() => void members.refetch()} />;
  if (!members.data) return <SkeletonRows rows={4} height={45} />;
  const found = members.data.items.filter(({ fullName }) => searchKey(fullName).includes(searchKey(search)));
  const toggle = (id: string): void =>
    choose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <fieldset className="leaving">
      <legend>
        Sang chi bộ mới: {integer(chosen.length)} trong {integer(members.data.total)} đảng viên
      </legend>
      <Input
        aria-label="Tìm trong chi bộ"
        placeholder="Tìm tên, không cần dấu"
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      <div className="leaving-list">
        {found.map(({ id, fullName, birthYear }) => (
          <Checkbox key={id} checked={chosen.includes(id)} onChange={() => toggle(id)}>
            {fullName} {birthYear && <small>{birthYear}</small>}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
