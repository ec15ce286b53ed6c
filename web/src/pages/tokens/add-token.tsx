import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { type Permission } from '../../api/may.ts';
import { useMe } from '../../api/me.ts';
import { DayField } from '../../parts/day-field.tsx';
import { faultAt, faultElsewhere } from '../../parts/faults.ts';
import { Field } from '../../parts/field.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { today } from '../../words/format.ts';
import { permissionWords } from '../../words/roles.ts';

const { client, dataOf } = api;

/** What is settled by persons alone stands in no token. */
const isForPrograms = (permission: Permission): permission is Exclude<Permission, 'own'> =>
  !['own', 'committee.change', 'account.manage', 'device.manage'].includes(permission);

interface AddTokenProps {
  close: () => void;
  show: (issued: Schemas['IssuedTokenDto']) => void;
}

const faultsOf = ({ name, permissions }: Schemas['CreateTokenDto']): Record<string, string> => ({
  ...(!name.trim() && { name: 'Ghi tên để nhớ mã này dùng cho chương trình nào.' }),
  ...(permissions.length === 0 && { permissions: 'Chọn ít nhất một việc.' }),
});

function useIssue(show: AddTokenProps['show']) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas['CreateTokenDto']) => dataOf(client.POST('/api/v1/me/tokens', { body })),
    onSuccess: async (issued) => {
      show(issued);
      await queries.invalidateQueries({ queryKey: ['tokens'] });
    },
  });
}

export function AddToken({ close, show }: AddTokenProps) {
  const issue = useIssue(show);
  const [typed, setTyped] = useState<Schemas['CreateTokenDto']>({
    ...{ name: '', permissions: [], until: dayjs(today()).add(3, 'month').format('YYYY-MM-DD') },
  });
  const [faults, setFaults] = useState<Record<string, string>>({});
  const send = (): void => {
    setFaults(faultsOf(typed));
    if (Object.keys(faultsOf(typed)).length === 0) issue.mutate(typed);
  };
  const faultOf = (path: string): string | undefined => faults[path] ?? faultAt(issue.error, path);
  const fault = faultElsewhere(issue.error, ['name', 'permissions', 'until']);
  return (
    <FormDialog title="Lập mã truy cập" act="Lập mã" {...{ send, close, isPending: issue.isPending, fault }}>
      <TextField
        label="Tên"
        autoFocus
        placeholder="Bảng điện tử hội trường"
        error={faultOf('name')}
        value={typed.name}
        onChange={(name) => setTyped({ ...typed, name })}
      />
      <PermissionsField
        chosen={typed.permissions}
        change={(permissions) => setTyped({ ...typed, permissions })}
        error={faultOf('permissions')}
      />
      <Field label="Dùng đến hết ngày" hint="Nhiều nhất một năm." error={faultOf('until')}>
        {(binding) => (
          <DayField binding={binding} value={typed.until} onChange={(until) => setTyped({ ...typed, until })} />
        )}
      </Field>
    </FormDialog>
  );
}

interface PermissionsFieldProps {
  chosen: Permission[];
  change: (permissions: Permission[]) => void;
  error: string | undefined;
}

function PermissionsField({ chosen, change, error }: PermissionsFieldProps) {
  const me = useMe();
  const options = (me.data?.may ?? []).filter(isForPrograms).map((value) => ({ value, label: permissionWords[value] }));
  return (
    <fieldset className="token-permissions">
      <legend>Chương trình được làm gì</legend>
      <Checkbox.Group<Permission> options={options} value={chosen} onChange={change} />
      {error && (
        <small className="red" role="alert">
          {error}
        </small>
      )}
    </fieldset>
  );
}
