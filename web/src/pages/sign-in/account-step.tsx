import { Button, Input } from 'antd';
import { Field } from '../../parts/field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { displayNameOf, type FirstRunDraft } from './first-run-draft.ts';

const MIN_PASSWORD = 12;

/** How far a password is from what is asked, in words. */
const passwordHint = (password: string): string => {
  const missing = MIN_PASSWORD - password.length;
  if (password === '') return `Ít nhất ${MIN_PASSWORD} ký tự. Một câu ngắn dễ nhớ là tốt nhất.`;
  return missing > 0 ? `Còn thiếu ${missing} ký tự.` : 'Đủ dài.';
};

interface AccountStepProps {
  draft: FirstRunDraft;
  change: (part: Partial<FirstRunDraft>) => void;
  password: string;
  setPassword: (password: string) => void;
  faultAt: (path: string) => string | undefined;
  isPending: boolean;
  back: () => void;
  send: () => void;
}

export function AccountStep(props: AccountStepProps) {
  const { isPending, back, send } = props;
  return (
    <form
      className="first-run-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div>
        <h1>Người quản trị</h1>
        <p className="ink2">Tài khoản đầu tiên, dùng để vào hệ thống từ nay.</p>
      </div>
      <AccountFields {...props} />
      <div className="row">
        <Button type="primary" size="large" htmlType="submit" loading={isPending}>
          Lập đảng bộ và vào làm việc
        </Button>
        <Button type="text" size="large" onClick={back}>
          Quay lại đảng bộ
        </Button>
      </div>
    </form>
  );
}

function AccountFields({ draft, change, password, setPassword, faultAt }: AccountStepProps) {
  return (
    <>
      <TextField
        label="Họ tên hoặc tên bộ phận"
        error={faultAt('account.displayName')}
        size="large"
        autoComplete="name"
        value={displayNameOf(draft)}
        onChange={(displayName) => change({ displayName })}
      />
      <TextField
        label="Tên đăng nhập"
        error={faultAt('account.loginName') && 'Chỉ dùng chữ thường không dấu, chữ số, dấu chấm và gạch nối.'}
        hint="Chữ thường không dấu, chữ số, dấu chấm, gạch nối."
        size="large"
        autoComplete="username"
        autoCapitalize="none"
        value={draft.loginName}
        onChange={(loginName) => change({ loginName })}
      />
      <Field
        label="Mật khẩu"
        error={faultAt('account.password') && `${passwordHint(password)} Cần ít nhất ${MIN_PASSWORD}.`}
        hint={passwordHint(password)}
      >
        {(binding) => (
          <Input.Password
            {...binding}
            size="large"
            autoFocus
            autoComplete="new-password"
            value={password}
            onChange={({ target }) => setPassword(target.value)}
          />
        )}
      </Field>
    </>
  );
}
