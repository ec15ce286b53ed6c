import { Button } from 'antd';
import { useState } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { DayField } from '../../parts/day-field.tsx';
import { faultAt, faultElsewhere } from '../../parts/faults.ts';
import { Field } from '../../parts/field.tsx';
import { Banner } from '../../parts/notice.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { today } from '../../words/format.ts';
import { type Unit, useTreeChange } from './cell-queries.ts';

const { client, dataOf } = api;

interface Typed {
  name: string;
  category: string;
  from: string;
  decision: string;
}

/** A new name or category from a day on; papers of earlier days keep the old one. */
export function RenameCell({ cell, done }: { cell: Unit; done: () => void }) {
  const [typed, setTyped] = useState<Typed>({
    name: cell.name,
    category: cell.category ?? '',
    from: today(),
    decision: '',
  });
  const save = useTreeChange(
    (body: Schemas['ChangeUnitDto']) =>
      dataOf(client.POST('/api/v1/units/{id}/changes', { params: { path: { id: cell.id } }, body })),
    done,
  );
  const send = (): void =>
    save.mutate({
      ...{ name: typed.name.trim(), category: typed.category.trim() || null },
      ...{ from: typed.from, decision: typed.decision.trim() || null },
    });
  const faultOf = (path: string): string | undefined => faultAt(save.error, path);
  const change = (part: Partial<Typed>): void => setTyped({ ...typed, ...part });
  const fault = faultElsewhere(save.error, ['name', 'category', 'from', 'decision']);
  return (
    <>
      {fault && <Banner title={fault} needsPerson />}
      <TextField label="Tên mới" error={faultOf('name')} value={typed.name} onChange={(name) => change({ name })} />
      <KindAndDay typed={typed} change={change} faultOf={faultOf} />
      <TextField
        label="Quyết định số"
        isOptional
        error={faultOf('decision')}
        value={typed.decision}
        onChange={(decision) => change({ decision })}
      />
      <div>
        <Button type="primary" loading={save.isPending} onClick={send}>
          Ghi tên mới
        </Button>
      </div>
    </>
  );
}

function KindAndDay({
  typed,
  change,
  faultOf,
}: {
  typed: Typed;
  change: (part: Partial<Typed>) => void;
  faultOf: (path: string) => string | undefined;
}) {
  return (
    <div className="pair">
      <TextField
        label="Loại"
        isOptional
        error={faultOf('category')}
        value={typed.category}
        onChange={(category) => change({ category })}
      />
      <Field label="Từ ngày" error={faultOf('from')} hint="Văn bản của những ngày trước giữ tên cũ.">
        {(binding) => <DayField binding={binding} value={typed.from} onChange={(from) => change({ from })} />}
      </Field>
    </div>
  );
}
