import { useState } from 'react';
import { api } from '../../api/client.ts';
import { faultAt, faultElsewhere } from '../../parts/faults.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { type Account, useAccountChange } from './account-queries.ts';

const { client, dataOf } = api;

/** The name that others read of somebody. */
export function RenameAccount({ account: { id, displayName }, close }: { account: Account; close: () => void }) {
  const [typed, setTyped] = useState(displayName);
  const rename = useAccountChange(
    (name: string) =>
      dataOf(client.PATCH('/api/v1/accounts/{id}', { params: { path: { id } }, body: { displayName: name } })),
    close,
  );
  return (
    <FormDialog
      title="Sửa họ tên"
      act="Lưu họ tên"
      send={() => rename.mutate(typed)}
      close={close}
      isPending={rename.isPending}
      fault={faultElsewhere(rename.error, ['displayName'])}
      focusFirst
    >
      <TextField
        label="Họ và tên"
        hint="Hiện ở mọi nơi, cả trong nhật ký. Tên đăng nhập không đổi."
        error={faultAt(rename.error, 'displayName')}
        value={typed}
        onChange={setTyped}
      />
    </FormDialog>
  );
}
