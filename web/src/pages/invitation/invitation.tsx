import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { Problem } from '../../api/problem.ts';
import { faultAt, faultElsewhere } from '../../parts/faults.ts';
import { Field } from '../../parts/field.tsx';
import { FrontPage } from '../../parts/front-page.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { Banner, Failure } from '../../parts/notice.tsx';
import { SkeletonRows } from '../../parts/skeleton-rows.tsx';
import { momentOf } from '../../words/format.ts';

const { client, dataOf } = api;

/** Behind the `#`, so that no server and no log ever sees it in an address. */
const tokenOfLink = (): string => globalThis.location.hash.slice(1);

/** Who was invited, or has forgotten his password, sets a new one here. */
export function InvitationPage() {
  const [token] = useState(tokenOfLink);
  const found = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => dataOf(client.POST('/api/v1/invitations/look-up', { body: { token } })),
    retry: false,
    staleTime: Infinity,
  });
  const { data } = found;
  if (!data) {
    return (
      <FrontPage title="Nhận tài khoản" heading="Nhận tài khoản">
        {found.isError ? (
          <NoInvitation error={found.error} retry={() => void found.refetch()} />
        ) : (
          <SkeletonRows rows={3} height={52} />
        )}
      </FrontPage>
    );
  }
  const lead = data.isReset
    ? `${data.displayName} đặt mật khẩu mới cho tài khoản ${data.loginName}.`
    : `${data.displayName} được mời dùng hệ thống, với tên đăng nhập ${data.loginName}.`;
  return (
    <FrontPage title="Nhận tài khoản" heading={data.bodyName} lead={lead}>
      <PasswordForm token={token} invitation={data} />
    </FrontPage>
  );
}

function NoInvitation({ error, retry }: { error: unknown; retry: () => void }) {
  const isGone = error instanceof Problem && (error.status === 404 || error.status === 422);
  if (!isGone) return <Failure error={error} retry={retry} what="Chưa mở được liên kết" />;
  return (
    <>
      <h2>Liên kết không còn dùng được</h2>
      <p className="ink2">
        Liên kết chỉ dùng một lần và có hạn; liên kết mới thay liên kết cũ. Xin người quản trị của đảng bộ cấp liên kết
        mới.
      </p>
      <LinkButton to="/sign-in">Đến trang đăng nhập</LinkButton>
    </>
  );
}

function useAcceptance(token: string) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (password: string) =>
      dataOf(client.POST('/api/v1/invitations/acceptance', { body: { token, password } })),
    onSuccess: async ({ isSignedIn }) => {
      queries.clear();
      await navigate(isSignedIn ? '/' : '/sign-in', { replace: true });
    },
  });
}

function PasswordForm({ token, invitation }: { token: string; invitation: Schemas['InvitationDto'] }) {
  const accept = useAcceptance(token);
  const [typed, setTyped] = useState({ password: '', again: '' });
  const [isDifferent, setDifferent] = useState(false);
  const send = (): void => {
    setDifferent(typed.password !== typed.again);
    if (typed.password === typed.again) accept.mutate(typed.password);
  };
  const fault = faultElsewhere(accept.error, ['password']);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!accept.isPending) send();
      }}
    >
      {fault && <Banner title={fault} needsPerson />}
      <PasswordFields
        {...{ invitation, typed, isDifferent }}
        change={setTyped}
        error={faultAt(accept.error, 'password')}
      />
      <Button type="primary" htmlType="submit" size="large" block loading={accept.isPending}>
        {invitation.isReset ? 'Đặt mật khẩu mới' : 'Đặt mật khẩu và vào làm việc'}
      </Button>
      <p className="ink2 small">
        {invitation.isReset
          ? 'Mọi nơi đang đăng nhập tài khoản này sẽ phải đăng nhập lại.'
          : `Liên kết dùng được đến ${momentOf(invitation.expiresAt)}.`}
      </p>
    </form>
  );
}

interface PasswordFieldsProps {
  invitation: Schemas['InvitationDto'];
  typed: { password: string; again: string };
  change: (typed: PasswordFieldsProps['typed']) => void;
  isDifferent: boolean;
  error: string | undefined;
}

/** The name of the account stands there for the browser's own keeper of passwords. */
function PasswordFields({ invitation, typed, change, isDifferent, error }: PasswordFieldsProps) {
  const field = { size: 'large', autoComplete: 'new-password' } as const;
  return (
    <>
      <input
        {...{ className: 'hidden-text', tabIndex: -1, autoComplete: 'username', readOnly: true }}
        aria-hidden="true"
        value={invitation.loginName}
      />
      <Field
        label={invitation.isReset ? 'Mật khẩu mới' : 'Chọn mật khẩu'}
        hint="Một câu ngắn dễ nhớ là tốt nhất; dài tốt hơn lắt léo."
        error={error}
      >
        {(binding) => (
          <Input.Password
            {...{ ...binding, ...field }}
            autoFocus
            value={typed.password}
            onChange={({ target }) => change({ ...typed, password: target.value })}
          />
        )}
      </Field>
      <Field label="Gõ lại mật khẩu" error={isDifferent ? 'Hai lần gõ chưa giống nhau.' : undefined}>
        {(binding) => (
          <Input.Password
            {...{ ...binding, ...field }}
            value={typed.again}
            onChange={({ target }) => change({ ...typed, again: target.value })}
          />
        )}
      </Field>
    </>
  );
}
