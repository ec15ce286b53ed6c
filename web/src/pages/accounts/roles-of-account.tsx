import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { faultAt, faultElsewhere } from '../../parts/faults.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { Banner } from '../../parts/notice.tsx';
import { today } from '../../words/format.ts';
import { type Role, rolePhrase, roleSentences, roleWords } from '../../words/roles.ts';
import { type Account, useAccountChange } from './account-queries.ts';
import { newRole, roleBody, roleFaults } from './role-draft.ts';
import { RoleFields } from './role-fields.tsx';

const { client, dataOf } = api;

/** What the account may do: one line a role. */
export function RolesOfAccount({ account }: { account: Account }) {
  const [isGiving, setGiving] = useState(false);
  const end = useAccountChange((id: string) => client.DELETE('/api/v1/roles/{id}', { params: { path: { id } } }));
  return (
    <section className="account-part" aria-labelledby="roles">
      <div className="spread">
        <h2 id="roles">Vai trò</h2>
        <Button onClick={() => setGiving(true)}>Giao vai trò</Button>
      </div>
      {end.error && <Banner title={end.error.message} needsPerson />}
      {account.roles.length === 0 && <p className="ink2">Chưa có vai trò nào: đăng nhập được nhưng không thấy gì.</p>}
      <ul className="account-roles">
        {account.roles.map((role) => (
          <RoleRow key={role.id} role={role} end={() => end.mutate(role.id)} isPending={end.isPending} />
        ))}
      </ul>
      {isGiving && <GiveRole account={account} close={() => setGiving(false)} />}
    </section>
  );
}

function RoleRow({ role, end, isPending }: { role: Role; end: () => void; isPending: boolean }) {
  return (
    <li>
      <div>
        <p>{rolePhrase(role, today())}</p>
        <small>{roleSentences[role.role]}</small>
      </div>
      <Popconfirm
        title={`Thu hồi vai trò ${roleWords[role.role]}?`}
        description="Có hiệu lực ngay ở thao tác tiếp theo của người đó."
        okText="Thu hồi"
        cancelText="Thôi"
        onConfirm={end}
      >
        <Button disabled={isPending}>Thu hồi</Button>
      </Popconfirm>
    </li>
  );
}

function GiveRole({ account, close }: { account: Account; close: () => void }) {
  const [role, setRole] = useState(newRole);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const give = useAccountChange(
    () =>
      dataOf(
        client.POST('/api/v1/accounts/{id}/roles', { params: { path: { id: account.id } }, body: roleBody(role) }),
      ),
    close,
  );
  const send = (): void => {
    setFaults(roleFaults(role));
    if (Object.keys(roleFaults(role)).length === 0) give.mutate(undefined);
  };
  const shown = ['role', 'unitId', 'sessionId', 'classIds', 'until'];
  return (
    <FormDialog
      title={`Giao vai trò cho ${account.displayName}`}
      act="Giao vai trò"
      {...{ send, close, isPending: give.isPending, fault: faultElsewhere(give.error, shown) }}
    >
      <RoleFields role={role} change={setRole} faultOf={(path) => faults[path] ?? faultAt(give.error, path)} />
    </FormDialog>
  );
}
