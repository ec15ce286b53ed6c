import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { PasswordStep } from './password-step.tsx';
import { SecondStep } from './second-step.tsx';
import '../../parts/parts.css';
import '../../shell/shell.css';
import './sign-in.css';

const { client, dataOf } = api;

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
        <Steps />
      </div>
      <footer>Dữ liệu nằm trên máy của Đảng ủy, không gửi đi đâu.</footer>
    </main>
  );
}

function Steps() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [pending, setPending] = useState<Schemas['NextStepDto'] | null>(null);
  const enter = async (me: Schemas['MeDto']): Promise<void> => {
    queries.setQueryData(['me'], me);
    await navigate(placeOf(search.get('to')), { replace: true });
  };
  if (pending) return <SecondStep pending={pending} enter={enter} restart={() => setPending(null)} />;
  return <PasswordStep enter={enter} goOn={setPending} />;
}
