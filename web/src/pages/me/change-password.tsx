import { useState } from 'react';
import { api } from '../../api/client.ts';
import { faultAt, faultElsewhere } from '../../parts/faults.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { PasswordField } from '../../parts/password-field.tsx';
import { useMyChange } from './me-queries.ts';

const { client, dataOf } = api;

export function ChangePassword({ close, done }: { close: () => void; done: () => void }) {
  const [typed, setTyped] = useState({ oldPassword: '', newPassword: '' });
  const change = useMyChange(
    (body: typeof typed) => dataOf(client.PUT('/api/v1/me/password', { body })),
    () => done(),
  );
  const set = (part: Partial<typeof typed>): void => {
    change.reset();
    setTyped({ ...typed, ...part });
  };
  return (
    <FormDialog
      focusFirst
      title="Đổi mật khẩu"
      act="Đổi mật khẩu"
      isPending={change.isPending}
      fault={faultElsewhere(change.error, ['oldPassword', 'newPassword'])}
      send={() => change.mutate(typed)}
      close={close}
    >
      <PasswordField
        label="Mật khẩu hiện nay"
        error={faultAt(change.error, 'oldPassword')}
        value={typed.oldPassword}
        onChange={(oldPassword) => set({ oldPassword })}
      />
      <PasswordField
        label="Mật khẩu mới"
        isNew
        error={faultAt(change.error, 'newPassword')}
        value={typed.newPassword}
        onChange={(newPassword) => set({ newPassword })}
      />
      <p className="ink2">Các máy khác đang dùng tài khoản này sẽ bị đăng xuất; máy này thì không.</p>
    </FormDialog>
  );
}
