import { Input } from 'antd';
import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { useMe } from '../api/me.ts';
import { Problem } from '../api/problem.ts';
import { Field } from './field.tsx';
import { FormDialog } from './form-dialog.tsx';

const { client, dataOf } = api;

/** The server wants to know once more who it is before a step like this. */
export const needsProof = (error: unknown): boolean => error instanceof Problem && error.code === 'access.prove-again';

/** Asks for the password, then goes on with what was to be done. */
export function ProveAgain({ goOn, close }: { goOn: () => void; close: () => void }) {
  const me = useMe();
  const queries = useQueryClient();
  const [password, setPassword] = useState('');
  const prove = useMutation({
    mutationFn: () =>
      dataOf(client.POST('/api/v1/sign-in', { body: { loginName: me.data?.loginName ?? '', password } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['me'] });
      goOn();
    },
  });
  const fault = prove.error instanceof Problem ? prove.error.message : undefined;
  return (
    <FormDialog
      title="Nhập lại mật khẩu"
      act="Tiếp tục"
      send={() => prove.mutate()}
      close={close}
      isPending={prove.isPending}
      fault={null}
    >
      <p className="ink2">Việc này cần biết chắc người đang dùng máy là {me.data?.displayName}.</p>
      <Field label="Mật khẩu" error={fault}>
        {(binding) => (
          <Input.Password
            {...binding}
            autoFocus
            autoComplete="current-password"
            value={password}
            onChange={({ target }) => setPassword(target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}
