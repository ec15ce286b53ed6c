import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { api } from '../api/client.ts';
import { secondFactorsQuery } from '../api/me.ts';
import { Problem } from '../api/problem.ts';
import { askWith } from '../api/proof.ts';
import { FormDialog } from './form-dialog.tsx';
import { hasPasskeys, signByPasskey } from './passkey.ts';
import { PasswordField } from './password-field.tsx';

const { client, dataOf } = api;

/** Stands over every page: a sensitive step waits for it and goes on by itself. */
export function ProofDialog() {
  const [answer, setAnswer] = useState<((isProved: boolean) => void) | null>(null);
  useEffect(() => askWith(() => new Promise((resolve) => setAnswer(() => resolve))), []);
  if (!answer) return null;
  const close = (isProved: boolean): void => {
    setAnswer(null);
    answer(isProved);
  };
  return <Asked close={close} />;
}

/** Both ways to prove it; `close(true)` once one of them was right. */
function useProofs(close: (isProved: boolean) => void) {
  const onSuccess = (): void => close(true);
  const byPassword = useMutation({
    mutationFn: (password: string) => dataOf(client.POST('/api/v1/sign-in/proof', { body: { password } })),
    onSuccess,
  });
  const byPasskey = useMutation({
    mutationFn: async () => {
      const asked = await dataOf(client.POST('/api/v1/sign-in/proof/passkey-options'));
      return dataOf(client.POST('/api/v1/sign-in/proof', { body: { passkey: await signByPasskey(asked) } }));
    },
    onSuccess,
  });
  return { byPassword, byPasskey };
}

const isWrongPassword = (error: unknown): boolean => error instanceof Problem && error.code === 'sign-in.wrong';

function Asked({ close }: { close: (isProved: boolean) => void }) {
  const [password, setPassword] = useState('');
  const factors = useQuery(secondFactorsQuery);
  const { byPassword, byPasskey } = useProofs(close);
  const error = byPasskey.error ?? byPassword.error;
  const send = (): void => {
    byPasskey.reset();
    if (password) byPassword.mutate(password);
  };
  return (
    <FormDialog
      focusFirst
      title="Xác nhận lại là đồng chí"
      act="Xác nhận và làm tiếp"
      isPending={byPassword.isPending}
      fault={error && !isWrongPassword(error) ? error.message : null}
      send={send}
      close={() => close(false)}
    >
      <p className="ink2">Việc này quan trọng nên hệ thống hỏi lại, phòng khi người khác ngồi vào máy.</p>
      <PasswordField
        label="Mật khẩu"
        value={password}
        onChange={setPassword}
        error={isWrongPassword(byPassword.error) ? 'Mật khẩu không đúng.' : undefined}
      />
      {hasPasskeys() && (factors.data?.passkeys.length ?? 0) > 0 && (
        <div>
          <Button loading={byPasskey.isPending} onClick={() => byPasskey.mutate()}>
            Dùng khóa bảo mật của máy
          </Button>
        </div>
      )}
    </FormDialog>
  );
}
