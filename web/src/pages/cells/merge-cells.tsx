import { Button, Select } from 'antd';
import { useState } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { DayField } from '../../parts/day-field.tsx';
import { faultAt, faultElsewhere } from '../../parts/faults.ts';
import { findsOption } from '../../parts/finds-option.ts';
import { Field } from '../../parts/field.tsx';
import { Banner } from '../../parts/notice.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { day, today } from '../../words/format.ts';
import type { Unit } from './cell-queries.ts';
import { joined, movesWords } from './change-words.ts';
import { DocumentFields, documentOf, documentPaths, type TypedChange } from './document-fields.tsx';
import { SuccessionPreview } from './succession-preview.tsx';
import { useSuccession } from './use-succession.ts';

const { client, dataOf } = api;

interface Typed extends TypedChange {
  others: string[];
  /** Which of them goes on; empty: a new cell. */
  target: string;
  name: string;
  code: string;
}

const bodyOf = (cell: Unit, typed: Typed): Schemas['MergeCellsDto'] => {
  const [name, code] = [typed.name.trim(), typed.code.trim()];
  return {
    ...{ cellIds: [cell.id, ...typed.others], on: typed.on, document: documentOf(typed) },
    target: { ...(typed.target && { unitId: typed.target }), ...(name && { name }), ...(code && { code }) },
  };
};

function useMerger(cell: Unit, done: () => void) {
  const [typed, setTyped] = useState<Typed>({
    ...{ others: [], target: cell.id, name: cell.name, code: '', on: today(), number: '', issuer: '', issuedOn: '' },
  });
  const merger = useSuccession(
    (body: Schemas['MergeCellsDto']) => dataOf(client.POST('/api/v1/units/merger/preview', { body })),
    (body: Schemas['MergeCellsDto']) => dataOf(client.POST('/api/v1/units/merger', { body })),
    done,
  );
  const change = (part: Partial<Typed>): void => {
    setTyped({ ...typed, ...part });
    merger.forget();
  };
  return { ...merger, typed, change, look: () => merger.see(bodyOf(cell, typed)) };
}

interface MergeProps {
  cell: Unit;
  cells: Unit[];
  done: () => void;
}

/** Several cells become one: seen in words first, then done in one step. */
export function MergeCells({ cell, cells, done }: MergeProps) {
  const merger = useMerger(cell, done);
  const { typed, change, error, seen } = merger;
  const chosen = [cell, ...cells.filter(({ id }) => typed.others.includes(id))];
  const name = typed.name.trim();
  const gone = chosen.filter(({ id }) => id !== typed.target).map((one) => one.name);
  const fault = faultElsewhere(error, ['on', 'target.name', 'target.code', 'cellIds', ...documentPaths]);
  return (
    <>
      {fault && <Banner title={fault} needsPerson />}
      <Others {...{ cell, cells, typed, change, error }} />
      <Target {...{ typed, change, error, chosen }} />
      <Field label="Từ ngày" error={faultAt(error, 'on')}>
        {(binding) => <DayField binding={binding} value={typed.on} onChange={(on) => change({ on })} />}
      </Field>
      <DocumentFields typed={typed} change={change} error={error} />
      {seen ? (
        <SuccessionPreview
          sentence={`${joined(gone)} nhập ${typed.target ? 'vào' : 'thành'} ${name} từ ${day(typed.on)}: ${movesWords(seen.moves)}.`}
          act={`Nhập ${chosen.length} chi bộ thành ${name}`}
          {...{ seen, isPending: merger.isPending, send: merger.send }}
        />
      ) : (
        <div>
          <Button loading={merger.isSeeing} onClick={merger.look}>
            Xem trước
          </Button>
        </div>
      )}
    </>
  );
}

interface PartProps {
  typed: Typed;
  change: (part: Partial<Typed>) => void;
  error: unknown;
}

function Others({ cell, cells, typed, change, error }: PartProps & Omit<MergeProps, 'done'>) {
  const fault = faultAt(error, 'cellIds') && 'Chọn ít nhất một chi bộ.';
  const choose = (others: string[]): void => {
    const isTargetGone = typed.others.includes(typed.target) && !others.includes(typed.target);
    change({ others, ...(isTargetGone && { target: cell.id, name: cell.name }) });
  };
  return (
    <Field label={`Nhập ${cell.name} với`} error={fault}>
      {({ id }) => (
        <Select
          id={id}
          mode="multiple"
          placeholder="Chọn chi bộ"
          value={typed.others}
          showSearch={{ filterOption: findsOption }}
          options={cells.filter((one) => one.id !== cell.id).map((one) => ({ value: one.id, label: one.name }))}
          onChange={choose}
        />
      )}
    </Field>
  );
}

function Target({ typed, change, error, chosen }: PartProps & { chosen: Unit[] }) {
  const options = [...chosen.map(({ id, name }) => ({ value: id, label: name })), { value: '', label: 'Chi bộ mới' }];
  const choose = (target: string): void => change({ target, name: chosen.find(({ id }) => id === target)?.name ?? '' });
  return (
    <>
      <div className="pair">
        <Field label="Chi bộ tiếp nhận">
          {({ id }) => <Select id={id} value={typed.target} options={options} onChange={choose} />}
        </Field>
        <TextField
          label="Tên từ ngày ấy"
          error={faultAt(error, 'target.name')}
          value={typed.name}
          onChange={(name) => change({ name })}
        />
      </div>
      <TextField
        label="Mã số mới"
        isOptional
        placeholder="01.005.053.000.012"
        error={faultAt(error, 'target.code') && 'Mã số có 14 chữ số và các dấu chấm: 01.005.053.000.012.'}
        value={typed.code}
        onChange={(code) => change({ code })}
      />
    </>
  );
}
