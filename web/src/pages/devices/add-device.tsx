import { useMutation, useQuery } from '@tanstack/react-query';
import { Checkbox, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { sessionQuery, sessionsQuery } from '../../api/queries.ts';
import { faultAt, faultElsewhere } from '../../parts/faults.ts';
import { Field } from '../../parts/field.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { day, hour, searchKey } from '../../words/format.ts';
import type { DoorCode } from './device-queries.ts';

const { client, dataOf } = api;

/** At which doors the device stands; what comes back is its code. */
export function AddDevice({ close, show }: { close: () => void; show: (code: DoorCode) => void }) {
  const [chosen, setChosen] = useState({ sessionId: '', classIds: [] as string[] });
  const [faults, setFaults] = useState<Record<string, string>>({});
  const issue = useMutation({
    mutationFn: (body: typeof chosen) => dataOf(client.POST('/api/v1/devices/codes', { body })),
    onSuccess: show,
  });
  const send = (): void => {
    const found = {
      ...(!chosen.sessionId && { sessionId: 'Chọn hội nghị.' }),
      ...(chosen.sessionId && chosen.classIds.length === 0 && { classIds: 'Chọn ít nhất một lớp.' }),
    };
    setFaults(found);
    if (Object.keys(found).length === 0) issue.mutate(chosen);
  };
  const faultOf = (path: string): string | undefined => faults[path] ?? faultAt(issue.error, path);
  return (
    <FormDialog
      title="Thêm thiết bị ở cửa"
      act="Lấy mã"
      {...{ send, close, isPending: issue.isPending, fault: faultElsewhere(issue.error, ['sessionId', 'classIds']) }}
    >
      <SessionField
        value={chosen.sessionId}
        error={faultOf('sessionId')}
        change={(sessionId) => setChosen({ sessionId, classIds: [] })}
      />
      {chosen.sessionId && (
        <Classes
          sessionId={chosen.sessionId}
          chosen={chosen.classIds}
          error={faultOf('classIds')}
          change={(classIds) => setChosen({ ...chosen, classIds })}
        />
      )}
    </FormDialog>
  );
}

function SessionField({
  value,
  error,
  change,
}: {
  value: string;
  error: string | undefined;
  change: (id: string) => void;
}) {
  const sessions = useQuery(sessionsQuery);
  return (
    <Field label="Hội nghị" error={error}>
      {({ 'aria-invalid': isInvalid, ...binding }) => (
        <Select
          {...binding}
          status={isInvalid ? 'error' : ''}
          showSearch={{
            filterOption: (typed, option) => searchKey(String(option?.label)).includes(searchKey(typed)),
          }}
          placeholder="Chọn hội nghị"
          loading={sessions.isPending}
          options={(sessions.data ?? []).map(({ id, title }) => ({ value: id, label: title }))}
          value={value || null}
          onChange={(id) => change(id ?? '')}
        />
      )}
    </Field>
  );
}

interface ClassesProps {
  sessionId: string;
  chosen: string[];
  error: string | undefined;
  change: (ids: string[]) => void;
}

function Classes({ sessionId, chosen, error, change }: ClassesProps) {
  const session = useQuery(sessionQuery(sessionId));
  const options = (session.data?.classes ?? []).map(({ id, name, venue, sittings }) => ({
    value: id,
    label: [name, venue, ...sittings.map(({ heldOn, startsAt }) => `${day(heldOn)} ${hour(startsAt)}`)].join(' · '),
  }));
  return (
    <fieldset className="device-classes">
      <legend>Các lớp</legend>
      <Checkbox.Group options={options} value={chosen} onChange={change} />
      {session.data && options.length === 0 && <p className="ink2">Hội nghị này chưa có lớp.</p>}
      {error && (
        <small className="red" role="alert">
          {error}
        </small>
      )}
    </fieldset>
  );
}
