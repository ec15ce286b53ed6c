import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { DayField } from '../../parts/day-field.tsx';
import { faultAt, faultElsewhere } from '../../parts/faults.ts';
import { Field } from '../../parts/field.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { today } from '../../words/format.ts';
import { Choice, LongText } from './fields.tsx';
import { useRequestStep } from './request-queries.ts';
import { type DataRequest, kindWords } from './request-words.ts';

const { client, dataOf } = api;

interface Typed {
  memberId: string;
  kind: DataRequest['kind'];
  receivedOn: string;
  detail: string;
}

const receiveOnServer = ({ detail, ...rest }: Typed) =>
  dataOf(client.POST('/api/v1/data-requests', { body: { ...rest, detail: detail.trim() || null } }));

const paths = ['memberId', 'receivedOn'];

/** A request as it came in, on paper or by word of mouth. */
export function NewRequest({ close, done }: { close: () => void; done: (request: DataRequest) => void }) {
  const [typed, setTyped] = useState<Typed>({ memberId: '', kind: 'view', receivedOn: today(), detail: '' });
  const [isSent, setSent] = useState(false);
  const receive = useRequestStep(receiveOnServer, done);
  const change = (part: Partial<Typed>): void => setTyped({ ...typed, ...part });
  const send = (): void => {
    setSent(true);
    if (typed.memberId && typed.receivedOn) receive.mutate(typed);
  };
  const faultOf = (path: 'memberId' | 'receivedOn', missing: string): string | undefined =>
    isSent && !typed[path] ? missing : faultAt(receive.error, path);
  return (
    <FormDialog
      title="Ghi nhận yêu cầu"
      act="Ghi nhận"
      send={send}
      close={close}
      isPending={receive.isPending}
      fault={faultElsewhere(receive.error, paths)}
    >
      <MemberSelect
        value={typed.memberId}
        error={faultOf('memberId', 'Chọn đảng viên.')}
        onChange={(memberId) => change({ memberId })}
      />
      <div className="pair">
        <Choice label="Yêu cầu" words={kindWords} value={typed.kind} onChange={(kind) => change({ kind })} />
        <Field label="Ngày nhận" hint="Thời hạn tính từ ngày này." error={faultOf('receivedOn', 'Ghi ngày nhận.')}>
          {(binding) => (
            <DayField binding={binding} value={typed.receivedOn} onChange={(receivedOn) => change({ receivedOn })} />
          )}
        </Field>
      </div>
      <LongText label="Nội dung" isOptional value={typed.detail} onChange={(detail) => change({ detail })} />
    </FormDialog>
  );
}

/** One member of the register, found by typing part of the name. */
function MemberSelect({
  value,
  error,
  onChange,
}: {
  value: string;
  error: string | undefined;
  onChange: (id: string) => void;
}) {
  const [search, setSearch] = useState('');
  const found = useQuery({
    queryKey: ['members', 'list', { search, pageSize: 20 }],
    queryFn: () => dataOf(client.GET('/api/v1/members', { params: { query: { search, pageSize: 20 } } })),
    enabled: search.trim().length > 0,
  });
  const options = (found.data?.items ?? []).map(({ id, fullName, birthYear, cellName }) => ({
    value: id,
    label: [fullName, birthYear, cellName].filter(Boolean).join(' · '),
  }));
  return (
    <Field label="Đảng viên" error={error}>
      {({ id }) => (
        <Select
          id={id}
          status={error ? 'error' : ''}
          showSearch={{ filterOption: false, onSearch: setSearch }}
          placeholder="Gõ tên, không cần dấu"
          notFoundContent={search ? 'Không có ai khớp' : 'Gõ tên để tìm'}
          value={value || null}
          options={options}
          onChange={onChange}
        />
      )}
    </Field>
  );
}
