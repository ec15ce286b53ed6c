import { Segmented, Select } from 'antd';
import { useState } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { DayField } from '../../parts/day-field.tsx';
import { faultAt, faultElsewhere } from '../../parts/faults.ts';
import { Field } from '../../parts/field.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useKeptDraft } from '../../parts/kept-draft.ts';
import { TextField } from '../../parts/text-field.tsx';
import { today } from '../../words/format.ts';
import { type Unit, useTreeChange } from './cell-queries.ts';
import { DocumentFields, documentOf, documentPaths, type TypedChange } from './document-fields.tsx';

const { client, dataOf } = api;

interface NewUnit extends TypedChange {
  kind: Unit['kind'];
  name: string;
  category: string;
  code: string;
  parentId: string;
}

const kinds: { value: Unit['kind']; label: string }[] = [
  { value: 'cell', label: 'Chi bộ' },
  { value: 'committee', label: 'Đảng bộ bộ phận' },
];

const isNewUnit = (value: unknown): value is NewUnit =>
  typeof value === 'object' && value !== null && 'parentId' in value && 'issuedOn' in value;

const faultsOf = ({ name, on }: NewUnit): Record<string, string> => ({
  ...(!name.trim() && { name: 'Ghi tên, ví dụ Chi bộ 23.' }),
  ...(!on && { foundedOn: 'Ghi ngày thành lập.' }),
});

const bodyOf = (typed: NewUnit): Schemas['CreateUnitDto'] => ({
  ...{ name: typed.name.trim(), kind: typed.kind, foundedOn: typed.on, document: documentOf(typed) },
  ...{ category: typed.category.trim() || null, code: typed.code.trim() || null, parentId: typed.parentId || null },
});

const paths = ['name', 'category', 'code', 'parentId', 'foundedOn', ...documentPaths];

function useNewUnit(close: () => void) {
  const { draft, keep } = useKeptDraft('quan-triet.new-unit', isNewUnit);
  const typed: NewUnit = draft ?? {
    ...{ kind: 'cell', name: '', category: '', code: '', parentId: '' },
    ...{ on: today(), number: '', issuer: '', issuedOn: '' },
  };
  const [faults, setFaults] = useState<Record<string, string>>({});
  const save = useTreeChange(
    (unit: NewUnit) => dataOf(client.POST('/api/v1/units', { body: bodyOf(unit) })),
    () => {
      keep(null);
      close();
    },
  );
  return {
    ...{ typed, error: save.error, isPending: save.isPending, fault: faultElsewhere(save.error, paths) },
    change: (part: Partial<NewUnit>): void => keep({ ...typed, ...part }),
    faultOf: (path: string): string | undefined => faults[path] ?? faultAt(save.error, path),
    send: (): void => {
      setFaults(faultsOf(typed));
      if (Object.keys(faultsOf(typed)).length === 0) save.mutate(typed);
    },
  };
}

/** A cell, or a committee that cells will stand under. */
export function AddCell({ parents, close }: { parents: Unit[]; close: () => void }) {
  const { typed, change, faultOf, error, fault, isPending, send } = useNewUnit(close);
  const word = typed.kind === 'cell' ? 'chi bộ' : 'đảng bộ bộ phận';
  return (
    <FormDialog title="Thêm tổ chức đảng" act={`Thêm ${word}`} {...{ send, close, fault, isPending }}>
      <Segmented aria-label="Thêm gì" value={typed.kind} options={kinds} onChange={(kind) => change({ kind })} />
      <TextField
        label={`Tên ${word}`}
        error={faultOf('name')}
        value={typed.name}
        onChange={(name) => change({ name })}
      />
      {parents.length > 1 && (
        <Field label="Cấp trên trực tiếp" error={faultOf('parentId')}>
          {({ id }) => (
            <Select
              id={id}
              value={typed.parentId || parents[0]?.id || ''}
              options={parents.map((parent) => ({ value: parent.id, label: parent.name }))}
              onChange={(parentId) => change({ parentId })}
            />
          )}
        </Field>
      )}
      <Particulars {...{ typed, change, faultOf }} />
      <Field label="Ngày thành lập" error={faultOf('foundedOn')}>
        {(binding) => <DayField binding={binding} value={typed.on} onChange={(on) => change({ on })} />}
      </Field>
      <DocumentFields typed={typed} change={change} error={error} />
    </FormDialog>
  );
}

function Particulars({ typed, change, faultOf }: Pick<ReturnType<typeof useNewUnit>, 'typed' | 'change' | 'faultOf'>) {
  return (
    <div className="pair">
      <TextField
        label="Loại"
        isOptional
        placeholder="Tổ dân phố"
        error={faultOf('category')}
        value={typed.category}
        onChange={(category) => change({ category })}
      />
      <TextField
        label="Mã số"
        isOptional
        placeholder="01.005.053.000.012"
        error={faultOf('code') && 'Mã số có 14 chữ số và các dấu chấm: 01.005.053.000.012.'}
        value={typed.code}
        onChange={(code) => change({ code })}
      />
    </div>
  );
}
