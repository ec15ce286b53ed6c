import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { Banner } from '../../parts/notice.tsx';
import { hasPasskeys, signByPasskey } from '../../parts/passkey.ts';

const { client, dataOf } = api;

interface Fields {
  loginName: string;
  password: string;
}

interface PasswordStepProps {
  enter: (me: Schemas['MeDto']) => Promise<void>;
  goOn: (pending: Schemas['NextStepDto']) => void;
}

function useWaysIn({ enter, goOn }: PasswordStepProps) {
  const byPassword = useMutation({
    mutationFn: (body: Fields) => dataOf(client.POST('/api/v1/sign-in', { body })),
    onSuccess: (answer) => ('next' in answer ? goOn(answer) : enter(answer)),
  });
  const byPasskey = useMutation({
    mutationFn: async () => {
      const asked = await dataOf(client.POST('/api/v1/sign-in/passkey-options', { body: {} }));
      return dataOf(client.POST('/api/v1/sign-in/passkey', { body: await signByPasskey(asked) }));
    },
    onSuccess: enter,
  });
  return { byPassword, byPasskey };
}

/** Name and password, or a key of the device instead of both. */
export function PasswordStep(props: PasswordStepProps) {
  const { byPassword, byPasskey } = useWaysIn(props);
  const error = byPassword.error ?? byPasskey.error;
  const send = (fields: Fields): void => {
    byPasskey.reset();
    byPassword.mutate(fields);
  };
  const sign = (): void => {
    byPassword.reset();
    byPasskey.mutate();
  };
  return (
    <>
      {error && <Banner title={error.message} needsPerson />}
      <PasswordForm send={send} isPending={byPassword.isPending} />
      {hasPasskeys() && (
        <Button size="large" block loading={byPasskey.isPending} onClick={sign}>
          Dùng khóa bảo mật của máy
        </Button>
      )}
      <p className="ink2">Quên mật khẩu: hỏi Văn phòng Đảng ủy.</p>
    </>
  );
}

function PasswordForm({ send, isPending }: { send: (fields: Fields) => void; isPending: boolean }) {
  return (
    <Form<Fields> layout="vertical" onFinish={send}>
      <Form.Item name="loginName" label="Tên đăng nhập" rules={[{ required: true, message: 'Nhập tên đăng nhập.' }]}>
        <Input autoFocus autoComplete="username" autoCapitalize="none" size="large" />
      </Form.Item>
      <Form.Item name="password" label="Mật khẩu" rules={[{ required: true, message: 'Nhập mật khẩu.' }]}>
        <Input.Password autoComplete="current-password" size="large" />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={isPending}>
        Đăng nhập
      </Button>
    </Form>
  );
}
