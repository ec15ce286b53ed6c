import { useState } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { DayField } from '../../parts/day-field.tsx';
import { faultAt, faultElsewhere } from '../../parts/faults.ts';
import { Field } from '../../parts/field.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useKeptDraft } from '../../parts/kept-draft.ts';
import { TextField } from '../../parts/text-field.tsx';
import { today } from '../../words/format.ts';
import { useTreeChange } from './cell-queries.ts';

const { client, dataOf } = api;

interface NewCell {
  name: string;
  category: string;
  foundedOn: string;
}

const isNewCell = (value: unknown): value is NewCell =>
  typeof value === 'object' && value !== null && 'foundedOn' in value && 'category' in value;

const faultsOf = ({ name, foundedOn }: NewCell): Record<string, string> => ({
  ...(!name.trim() && { name: 'Ghi tên chi bộ, ví dụ Chi bộ 23.' }),
  ...(!foundedOn && { foundedOn: 'Ghi ngày thành lập.' }),
});

const bodyOf = ({ name, category, foundedOn }: NewCell): Schemas['CreateUnitDto'] => ({
  ...{ name: name.trim(), kind: 'cell', foundedOn, category: category.trim() || null },
});

export function AddCell({ close }: { close: () => void }) {
  const { draft, keep } = useKeptDraft('quan-triet.new-cell', isNewCell);
  const typed = draft ?? { name: '', category: '', foundedOn: today() };
  const [faults, setFaults] = useState<Record<string, string>>({});
  const save = useTreeChange(
    (cell: NewCell) => dataOf(client.POST('/api/v1/units', { body: bodyOf(cell) })),
    () => {
      keep(null);
      close();
    },
  );
  const change = (part: Partial<NewCell>): void => keep({ ...typed, ...part });
  const send = (): void => {
    setFaults(faultsOf(typed));
    if (Object.keys(faultsOf(typed)).length === 0) save.mutate(typed);
  };
  const faultOf = (path: string): string | undefined => faults[path] ?? faultAt(save.error, path);
  const fault = faultElsewhere(save.error, ['name', 'category', 'foundedOn']);
  return (
    <FormDialog title="Thêm chi bộ" act="Thêm chi bộ" {...{ send, close, fault, isPending: save.isPending }}>
      <TextField label="Tên chi bộ" error={faultOf('name')} value={typed.name} onChange={(name) => change({ name })} />
      <div className="pair">
        <TextField
          label="Loại"
          isOptional
          placeholder="Tổ dân phố"
          error={faultOf('category')}
          value={typed.category}
          onChange={(category) => change({ category })}
        />
        <Field label="Ngày thành lập" error={faultOf('foundedOn')}>
          {(binding) => (
            <DayField binding={binding} value={typed.foundedOn} onChange={(foundedOn) => change({ foundedOn })} />
          )}
        </Field>
      </div>
    </FormDialog>
  );
}
