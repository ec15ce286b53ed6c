import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { Problem } from '../../api/problem.ts';
import { Banner } from '../../parts/notice.tsx';
import { hasPasskeys, signByPasskey } from '../../parts/passkey.ts';
import { TextField } from '../../parts/text-field.tsx';

const { client, dataOf } = api;

type Pending = Schemas['NextStepDto'];
type Way = Pending['offered'][number];
type Proof = Omit<Schemas['SecondFactorDto'], 'token'>;

const others: Record<Way, string> = {
  totp: 'Dùng mã 6 số trên điện thoại',
  passkey: 'Dùng khóa bảo mật của máy',
  recovery: 'Dùng mã dự phòng trên giấy',
};

interface SecondStepProps {
  pending: Pending;
  enter: (me: Schemas['MeDto']) => Promise<void>;
  restart: () => void;
}

/** The password was right: one thing more, of which the account's owner chooses. */
export function SecondStep({ pending: { token, offered }, enter, restart }: SecondStepProps) {
  const open = offered.filter((way) => way !== 'passkey' || hasPasskeys());
  const [way, choose] = useState<Way>(open[0] ?? 'recovery');
  const complete = useMutation({
    mutationFn: async (prove: () => Promise<Proof>) =>
      dataOf(client.POST('/api/v1/sign-in/second-factor', { body: { token, ...(await prove()) } })),
    onSuccess: enter,
  });
  const isOver = complete.error instanceof Problem && complete.error.code === 'sign-in.pending-over';
  const change = (next: Way): void => {
    complete.reset();
    choose(next);
  };
  return (
    <>
      <div>
        <h2>Bước 2: xác nhận thêm</h2>
        <p className="ink2">Mật khẩu đã đúng.</p>
      </div>
      {complete.error && <Banner title={complete.error.message} needsPerson />}
      {!isOver && <WayForm key={way} {...{ way, token, isPending: complete.isPending, send: complete.mutate }} />}
      <div className="door-others">
        {!isOver &&
          open
            .filter((each) => each !== way)
            .map((each) => (
              <button key={each} type="button" className="link" onClick={() => change(each)}>
                {others[each]}
              </button>
            ))}
        <button type="button" className="link" onClick={restart}>
          Đăng nhập lại từ đầu
        </button>
      </div>
    </>
  );
}

interface WayFormProps {
  way: Way;
  token: string;
  isPending: boolean;
  send: (prove: () => Promise<Proof>) => void;
}

function WayForm({ way, token, isPending, send }: WayFormProps) {
  if (way === 'passkey') {
    const prove = async (): Promise<Proof> => {
      const asked = await dataOf(client.POST('/api/v1/sign-in/passkey-options', { body: { token } }));
      return { passkey: await signByPasskey(asked) };
    };
    return (
      <>
        <p>Khóa bảo mật của máy: máy sẽ hỏi vân tay, khuôn mặt hoặc mã PIN.</p>
        <Button type="primary" size="large" block autoFocus loading={isPending} onClick={() => send(prove)}>
          Mở khóa bảo mật và vào
        </Button>
      </>
    );
  }
  return <CodeForm {...{ way, isPending, send }} />;
}

function CodeForm({ way, isPending, send }: Pick<WayFormProps, 'way' | 'isPending' | 'send'>) {
  const [typed, type] = useState('');
  const isPhone = way === 'totp';
  const submit = (): void => send(async () => (isPhone ? { code: typed } : { recoveryCode: typed }));
  const isWhole = isPhone ? /^\s*\d{3}\s?\d{3}\s*$/.test(typed) : typed.trim() !== '';
  const [isChecked, check] = useState(false);
  const missing = isPhone ? 'Nhập đủ 6 chữ số đang hiện trên điện thoại.' : 'Nhập một mã trên tờ giấy đã in.';
  return (
    <form
      className="door-code"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        check(true);
        if (isWhole) submit();
      }}
    >
      <TextField
        label={isPhone ? 'Mã 6 số trên điện thoại' : 'Mã dự phòng trên giấy'}
        hint={isPhone ? 'Mở ứng dụng mã trên điện thoại. Mã đổi sau mỗi 30 giây.' : 'Mỗi mã dùng được một lần.'}
        error={isChecked && !isWhole ? missing : undefined}
        size="large"
        autoFocus
        inputMode={isPhone ? 'numeric' : 'text'}
        autoComplete={isPhone ? 'one-time-code' : 'off'}
        autoCapitalize="none"
        value={typed}
        onChange={type}
      />
      <Button type="primary" htmlType="submit" size="large" block loading={isPending}>
        Vào làm việc
      </Button>
    </form>
  );
}
