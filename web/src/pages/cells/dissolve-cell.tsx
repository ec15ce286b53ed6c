import { Button } from 'antd';
import { useState } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { DayField } from '../../parts/day-field.tsx';
import { faultAt, faultElsewhere } from '../../parts/faults.ts';
import { Field } from '../../parts/field.tsx';
import { Banner } from '../../parts/notice.tsx';
import { day, today } from '../../words/format.ts';
import { type Unit, useTreeChange } from './cell-queries.ts';
import { DocumentFields, documentOf, documentPaths, type TypedChange } from './document-fields.tsx';

const { client } = api;

/** Nothing may stand in it any more; what was stays to be read, and it can be taken back. */
export function DissolveCell({ unit, done }: { unit: Unit; done: () => void }) {
  const [typed, setTyped] = useState<TypedChange>({ on: today(), number: '', issuer: '', issuedOn: '' });
  const dissolve = useTreeChange(
    (body: Schemas['DissolveUnitDto']) =>
      client.POST('/api/v1/units/{id}/dissolution', { params: { path: { id: unit.id } }, body }),
    done,
  );
  const change = (part: Partial<TypedChange>): void => setTyped({ ...typed, ...part });
  const fault = faultElsewhere(dissolve.error, ['on', ...documentPaths]);
  const rest = unit.kind === 'cell' ? 'đảng viên sang chi bộ khác' : 'tổ chức đảng ở dưới đi nơi khác';
  return (
    <>
      {fault && <Banner title={fault} needsPerson />}
      <p className="ink2">Chuyển hết {rest} trước. Lịch sử vẫn được giữ.</p>
      <Field label="Không còn từ ngày" error={faultAt(dissolve.error, 'on')}>
        {(binding) => <DayField binding={binding} value={typed.on} onChange={(on) => change({ on })} />}
      </Field>
      <DocumentFields typed={typed} change={change} error={dissolve.error} />
      <div>
        <Button
          type="primary"
          loading={dissolve.isPending}
          onClick={() => dissolve.mutate({ on: typed.on, document: documentOf(typed) })}
        >
          Giải thể {unit.name}
          {typed.on ? ` từ ${day(typed.on)}` : ''}
        </Button>
      </div>
    </>
  );
}
