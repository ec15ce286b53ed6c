import { Button, Form, Input } from 'antd';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { api } from '../../api/client.ts';
import { Banner } from '../../parts/notice.tsx';
import '../../parts/parts.css';
import '../../shell/shell.css';
import './sign-in.css';

const { client, dataOf } = api;

interface Fields {
  loginName: string;
  password: string;
}

/** Only a place of this app: an address from a link must not lead away. */
const placeOf = (to: string | null): string => (to?.startsWith('/') && !to.startsWith('//') ? to : '/');

export function SignIn() {
  const state = useQuery({ queryKey: ['first-run'], queryFn: () => dataOf(client.GET('/api/v1/first-run')) });
  useEffect(() => {
    document.title = 'Đăng nhập · Quán Triệt';
  }, []);
  if (state.data?.isFirstRun) return <Navigate to="/first-run" replace />;
  return (
    <main className="door">
      <div>
        <span className="brand">
          <span aria-hidden="true" /> Quán Triệt
        </span>
        <h1>{state.data?.bodyName ?? 'Đăng nhập'}</h1>
        <p className="lead">Lên kế hoạch, điểm danh, lập số liệu và văn bản của các buổi học tập nghị quyết.</p>
      </div>
      <div className="sheet">
        <SignInForm />
        <p className="ink2">Quên mật khẩu: hỏi Văn phòng Đảng ủy.</p>
      </div>
      <footer>Dữ liệu nằm trên máy của Đảng ủy, không gửi đi đâu.</footer>
    </main>
  );
}

function SignInForm() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const signIn = useMutation({
    mutationFn: (body: Fields) => dataOf(client.POST('/api/v1/sign-in', { body })),
    onSuccess: async (me) => {
      queries.setQueryData(['me'], me);
      await navigate(placeOf(search.get('to')), { replace: true });
    },
  });
  return (
    <>
      {signIn.error && <Banner title={signIn.error.message} needsPerson />}
      <Form<Fields> layout="vertical" onFinish={(fields) => signIn.mutate(fields)}>
        <Form.Item name="loginName" label="Tên đăng nhập" rules={[{ required: true, message: 'Nhập tên đăng nhập.' }]}>
          <Input autoFocus autoComplete="username" autoCapitalize="none" size="large" />
        </Form.Item>
        <Form.Item name="password" label="Mật khẩu" rules={[{ required: true, message: 'Nhập mật khẩu.' }]}>
          <Input.Password autoComplete="current-password" size="large" />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
          Đăng nhập
        </Button>
      </Form>
    </>
  );
}
