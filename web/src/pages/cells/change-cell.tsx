import { Button, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { DayField } from '../../parts/day-field.tsx';
import { faultAt, faultElsewhere } from '../../parts/faults.ts';
import { Field } from '../../parts/field.tsx';
import { Banner } from '../../parts/notice.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { today } from '../../words/format.ts';
import { type Unit, useTreeChange } from './cell-queries.ts';
import { DocumentFields, documentOf, documentPaths, type TypedChange } from './document-fields.tsx';

const { client, dataOf } = api;

interface Typed extends TypedChange {
  name: string;
  category: string;
  code: string;
  parentId: string;
}

const typedOf = ({ name, category, code, parentId }: Unit): Typed => ({
  ...{ name, category: category ?? '', code: code ?? '', parentId: parentId ?? '' },
  ...{ on: today(), number: '', issuer: '', issuedOn: '' },
});

/** Only what is different from a day on: the rest stays as it is then. */
const bodyOf = (unit: Unit, typed: Typed): Schemas['ChangeUnitDto'] => {
  const [name, category, code] = [typed.name.trim(), typed.category.trim() || null, typed.code.trim() || null];
  return {
    ...{ from: typed.on, document: documentOf(typed) },
    ...(name !== unit.name && { name }),
    ...(category !== unit.category && { category }),
    ...(code !== unit.code && { code }),
    ...(typed.parentId && typed.parentId !== unit.parentId && { parentId: typed.parentId }),
  };
};

function useChange(unit: Unit, done: () => void) {
  const [typed, setTyped] = useState(() => typedOf(unit));
  const save = useTreeChange(
    (body: Schemas['ChangeUnitDto']) =>
      dataOf(client.POST('/api/v1/units/{id}/changes', { params: { path: { id: unit.id } }, body })),
    done,
  );
  return {
    ...{ typed, error: save.error, isPending: save.isPending, send: () => save.mutate(bodyOf(unit, typed)) },
    change: (part: Partial<Typed>): void => setTyped({ ...typed, ...part }),
    faultOf: (path: string): string | undefined => faultAt(save.error, path),
    fault: faultElsewhere(save.error, ['name', 'category', 'code', 'parentId', 'from', ...documentPaths]),
  };
}

type Form = ReturnType<typeof useChange>;

/** A new name, number or category from a day on; papers of earlier days keep the old one. */
export function RenameCell({ unit, done }: { unit: Unit; done: () => void }) {
  const form = useChange(unit, done);
  const { typed, change, faultOf } = form;
  return (
    <ChangeForm form={form} act={typed.name.trim() === unit.name ? 'Ghi thay đổi' : 'Ghi tên mới'}>
      <TextField label="Tên" error={faultOf('name')} value={typed.name} onChange={(name) => change({ name })} />
      <div className="pair">
        <TextField
          label="Mã số"
          isOptional
          placeholder="01.005.053.000.012"
          error={faultOf('code') && 'Mã số có 14 chữ số và các dấu chấm: 01.005.053.000.012.'}
          value={typed.code}
          onChange={(code) => change({ code })}
        />
        <TextField
          label="Loại"
          isOptional
          error={faultOf('category')}
          value={typed.category}
          onChange={(category) => change({ category })}
        />
      </div>
    </ChangeForm>
  );
}

/** Under another committee from a day on, with all that is below. */
export function MoveCell({ unit, parents, done }: { unit: Unit; parents: Unit[]; done: () => void }) {
  const form = useChange(unit, done);
  const { typed, change, faultOf } = form;
  const to = parents.find(({ id }) => id === typed.parentId);
  return (
    <ChangeForm form={form} act={to && to.id !== unit.parentId ? `Chuyển về ${to.name}` : 'Chuyển'}>
      <Field label="Cấp trên trực tiếp" error={faultOf('parentId')}>
        {({ id }) => (
          <Select
            id={id}
            value={typed.parentId}
            options={parents.map((parent) => ({ value: parent.id, label: parent.name }))}
            onChange={(parentId) => change({ parentId })}
          />
        )}
      </Field>
    </ChangeForm>
  );
}

function ChangeForm({ form, act, children }: { form: Form; act: string; children: ReactNode }) {
  const { typed, change, faultOf, fault, error, isPending, send } = form;
  return (
    <>
      {fault && <Banner title={fault} needsPerson />}
      {children}
      <Field label="Từ ngày" error={faultOf('from')} hint="Văn bản của những ngày trước không đổi.">
        {(binding) => <DayField binding={binding} value={typed.on} onChange={(on) => change({ on })} />}
      </Field>
      <DocumentFields typed={typed} change={change} error={error} />
      <div>
        <Button type="primary" loading={isPending} onClick={send}>
          {act}
        </Button>
      </div>
    </>
  );
}
