import { Button } from 'antd';
import { PasswordField } from '../../parts/password-field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { displayNameOf, type FirstRunDraft } from './first-run-draft.ts';

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
      <PasswordField
        label="Mật khẩu"
        isNew
        size="large"
        autoFocus
        error={faultAt('account.password')}
        value={password}
        onChange={setPassword}
      />
    </>
  );
}
