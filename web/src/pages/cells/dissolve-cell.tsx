import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { DayField } from '../../parts/day-field.tsx';
import { faultAt, faultElsewhere } from '../../parts/faults.ts';
import { Field } from '../../parts/field.tsx';
import { Banner } from '../../parts/notice.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { day, today } from '../../words/format.ts';
import { type Unit, useTreeChange } from './cell-queries.ts';

const { client } = api;

/** There is no way back from a dissolution, so that it asks first. */
export function DissolveCell({ cell, done }: { cell: Unit; done: () => void }) {
  const [typed, setTyped] = useState({ on: today(), decision: '' });
  const dissolve = useTreeChange(
    (body: typeof typed) => client.POST('/api/v1/units/{id}/dissolution', { params: { path: { id: cell.id } }, body }),
    done,
  );
  const fault = faultElsewhere(dissolve.error, ['on', 'decision']);
  return (
    <>
      {fault && <Banner title={fault} needsPerson />}
      <p className="ink2">Chuyển hết đảng viên sang chi bộ khác trước. Lịch sử của chi bộ vẫn được giữ.</p>
      <div className="pair">
        <TextField
          label="Quyết định số"
          error={faultAt(dissolve.error, 'decision')}
          value={typed.decision}
          onChange={(decision) => setTyped({ ...typed, decision })}
        />
        <Field label="Không còn từ ngày" error={faultAt(dissolve.error, 'on')}>
          {(binding) => <DayField binding={binding} value={typed.on} onChange={(on) => setTyped({ ...typed, on })} />}
        </Field>
      </div>
      <div>
        <Popconfirm
          title={`Giải thể ${cell.name} từ ngày ${typed.on ? day(typed.on) : '…'}?`}
          description="Không hoàn tác được."
          okText="Giải thể"
          cancelText="Thôi"
          onConfirm={() => dissolve.mutate(typed)}
        >
          <Button loading={dissolve.isPending}>Giải thể {cell.name}</Button>
        </Popconfirm>
      </div>
    </>
  );
}
