import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { faultAt, faultElsewhere } from '../../parts/faults.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { Banner } from '../../parts/notice.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { dayOf } from './day-of.ts';
import { type Passkey, useMyChange } from './me-queries.ts';

const { client } = api;

/** One key: its name, since when, last used. */
export function PasskeyRow({ passkey: { id, name, addedAt, usedAt } }: { passkey: Passkey }) {
  const [isRenaming, setRenaming] = useState(false);
  const path = { params: { path: { id } } };
  const remove = useMyChange(
    () => client.DELETE('/api/v1/me/passkeys/{id}', path),
    () => undefined,
  );
  return (
    <li className="me-key">
      <div>
        <p className="strong">{name}</p>
        <p className="ink2">
          Thêm ngày {dayOf(addedAt)}. {usedAt ? `Dùng gần nhất ngày ${dayOf(usedAt)}.` : 'Chưa dùng lần nào.'}
        </p>
        {remove.error && <Banner title={remove.error.message} needsPerson />}
      </div>
      <div className="row">
        <Button type="text" onClick={() => setRenaming(true)} aria-label={`Đổi tên khóa ${name}`}>
          Đổi tên
        </Button>
        <Popconfirm
          title={`Bỏ khóa “${name}”?`}
          description="Máy đó sẽ không vào được bằng khóa này nữa."
          okText="Bỏ khóa"
          cancelText="Thôi"
          onConfirm={() => remove.mutate(undefined)}
        >
          <Button type="text" aria-label={`Bỏ khóa ${name}`}>
            Bỏ
          </Button>
        </Popconfirm>
      </div>
      {isRenaming && <Rename id={id} name={name} close={() => setRenaming(false)} />}
    </li>
  );
}

function Rename({ id, name, close }: { id: string; name: string; close: () => void }) {
  const [typed, type] = useState(name);
  const rename = useMyChange(
    (body: { name: string }) => client.PATCH('/api/v1/me/passkeys/{id}', { params: { path: { id } }, body }),
    close,
  );
  return (
    <FormDialog
      focusFirst
      title="Đổi tên khóa bảo mật"
      act="Ghi tên mới"
      isPending={rename.isPending}
      fault={faultElsewhere(rename.error, ['name'])}
      send={() => rename.mutate({ name: typed })}
      close={close}
    >
      <TextField label="Tên khóa" error={faultAt(rename.error, 'name')} value={typed} onChange={type} />
    </FormDialog>
  );
}
