import { useState } from 'react';
import { api } from '../../api/client.ts';
import { faultAt, faultElsewhere } from '../../parts/faults.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useAccountChange } from './account-queries.ts';
import type { NewLink } from './link-shown.ts';
import { newRole, roleBody, roleFaults } from './role-draft.ts';
import { RoleFields } from './role-fields.tsx';

const { client, dataOf } = api;

const roleFieldNames = ['role', 'unitId', 'mayExport', 'sessionId', 'classIds', 'until'];

/** A new account with its first role; what comes back is the link for its owner. */
export function Invite({ close, show }: { close: () => void; show: (link: NewLink) => void }) {
  const [typed, setTyped] = useState({ displayName: '', loginName: '' });
  const [role, setRole] = useState(newRole);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const invite = useAccountChange(
    () => dataOf(client.POST('/api/v1/accounts', { body: { ...typed, roles: [roleBody(role)] } })),
    ({ account: { displayName }, invitation }) => show({ displayName, isReset: false, ...invitation }),
  );
  const send = (): void => {
    const found = { ...nameFaults(typed), ...roleFaults(role) };
    setFaults(found);
    if (Object.keys(found).length === 0) invite.mutate(undefined);
  };
  const faultOf = (path: string): string | undefined => faults[path] ?? faultAt(invite.error, path);
  const shown = ['displayName', 'loginName', ...roleFieldNames.map((name) => `roles[0].${name}`)];
  return (
    <FormDialog
      title="Mời người mới"
      act="Lập tài khoản, lấy liên kết mời"
      {...{ send, close, isPending: invite.isPending, fault: faultElsewhere(invite.error, shown) }}
    >
      <NameFields typed={typed} change={setTyped} faultOf={faultOf} />
      <RoleFields
        role={role}
        change={setRole}
        faultOf={(path) => faults[path] ?? faultAt(invite.error, `roles[0].${path}`)}
      />
    </FormDialog>
  );
}

const nameFaults = ({ displayName, loginName }: { displayName: string; loginName: string }) => ({
  ...(!displayName.trim() && { displayName: 'Ghi họ tên.' }),
  ...(!/^[a-z0-9][a-z0-9._-]{1,63}$/.test(loginName) && { loginName: 'Ghi tên đăng nhập.' }),
});

interface NameFieldsProps {
  typed: { displayName: string; loginName: string };
  change: (typed: NameFieldsProps['typed']) => void;
  faultOf: (path: string) => string | undefined;
}

function NameFields({ typed, change, faultOf }: NameFieldsProps) {
  return (
    <>
      <TextField
        label="Họ tên"
        autoFocus
        error={faultOf('displayName')}
        value={typed.displayName}
        onChange={(displayName) => change({ ...typed, displayName })}
      />
      <TextField
        label="Tên đăng nhập"
        autoCapitalize="none"
        autoComplete="off"
        hint="Chữ thường không dấu, chữ số, dấu chấm, gạch nối."
        error={faultOf('loginName') && 'Chỉ dùng chữ thường không dấu, chữ số, dấu chấm và gạch nối.'}
        value={typed.loginName}
        onChange={(loginName) => change({ ...typed, loginName })}
      />
    </>
  );
}
