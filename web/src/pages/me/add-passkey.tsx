import { useState } from 'react';
import { api } from '../../api/client.ts';
import { faultAt, faultElsewhere } from '../../parts/faults.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { makePasskey } from '../../parts/passkey.ts';
import { TextField } from '../../parts/text-field.tsx';
import { useMyChange } from './me-queries.ts';

const { client, dataOf } = api;

/** A name, then the device asks for finger, face or PIN. */
export function AddPasskey({ close }: { close: (codes?: string[] | null) => void }) {
  const [name, setName] = useState('');
  const add = useMyChange(
    async (named: string) => {
      const asked = await dataOf(client.POST('/api/v1/me/passkeys/options'));
      const body = { name: named, ...(await makePasskey(asked)) };
      return dataOf(client.POST('/api/v1/me/passkeys', { body }));
    },
    ({ recoveryCodes }) => close(recoveryCodes),
  );
  return (
    <FormDialog
      focusFirst
      title="Thêm khóa bảo mật của máy này"
      act="Tạo khóa trên máy này"
      isPending={add.isPending}
      fault={faultElsewhere(add.error, ['name'])}
      send={() => add.mutate(name.trim() || 'Máy của tôi')}
      close={() => close()}
    >
      <p className="ink2">
        Máy sẽ hỏi vân tay, khuôn mặt hoặc mã PIN. Những thứ đó ở lại trong máy, không gửi về hệ thống.
      </p>
      <TextField
        label="Đặt tên cho khóa"
        hint="Để sau này biết là máy nào, ví dụ Máy tính văn phòng."
        placeholder="Máy của tôi"
        error={faultAt(add.error, 'name')}
        value={name}
        onChange={setName}
      />
    </FormDialog>
  );
}
