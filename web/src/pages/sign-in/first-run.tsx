import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Navigate, useNavigate } from 'react-router';
import { api } from '../../api/client.ts';
import { Problem } from '../../api/problem.ts';
import { faultAt } from '../../parts/faults.ts';
import { useKeptDraft } from '../../parts/kept-draft.ts';
import { Banner, Failure } from '../../parts/notice.tsx';
import { type State, StateMark } from '../../parts/state-mark.tsx';
import { AccountStep } from './account-step.tsx';
import { CommitteeStep } from './committee-step.tsx';
import { emptyFirstRun, type FirstRunDraft, firstRunBody, isFirstRunDraft, missingOf } from './first-run-draft.ts';
import '../../parts/parts.css';
import '../../shell/shell.css';
import './first-run.css';

const { client, dataOf } = api;

type Step = 'committee' | 'account';

/** A new machine: who the committee is, who keeps it, and in. */
export function FirstRun() {
  const state = useQuery({ queryKey: ['first-run'], queryFn: () => dataOf(client.GET('/api/v1/first-run')) });
  useEffect(() => {
    document.title = 'Lập đảng bộ · Quán Triệt';
  }, []);
  if (state.isError) return <Failure error={state.error} retry={() => void state.refetch()} />;
  if (!state.data) return null;
  return state.data.isFirstRun ? <Steps /> : <Navigate to="/sign-in" replace />;
}

function useFirstRun(draft: FirstRunDraft, forget: () => void, goTo: (step: Step) => void) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (password: string) => dataOf(client.POST('/api/v1/first-run', { body: firstRunBody(draft, password) })),
    onSuccess: async (me) => {
      forget();
      queries.setQueryData(['me'], me);
      await navigate('/', { replace: true });
      await queries.invalidateQueries({ queryKey: ['first-run'] });
    },
    onError: (reason) => {
      const isOfCommittee = reason instanceof Problem && reason.errors.some(({ path }) => path.startsWith('committee'));
      if (isOfCommittee) goTo('committee');
    },
  });
}

function Steps() {
  const { draft: kept, keep } = useKeptDraft('quan-triet.first-run', isFirstRunDraft);
  const draft = kept ?? emptyFirstRun;
  const [step, goTo] = useState<Step>('committee');
  const [password, setPassword] = useState('');
  const [isChecked, setChecked] = useState(false);
  const send = useFirstRun(draft, () => keep(null), goTo);
  const change = (part: Partial<FirstRunDraft>): void => {
    send.reset();
    keep({ ...draft, ...part });
  };
  const missing = isChecked ? missingOf(draft) : {};
  const fault = (path: string): string | undefined => faultAt(send.error, path) ?? missing[path];
  const next = (): void => {
    setChecked(true);
    if (Object.keys(missingOf(draft)).length === 0) goTo('account');
  };
  const isPlaced = send.error instanceof Problem && send.error.errors.length > 0;
  return (
    <main className="first-run">
      <Aside step={step} />
      <div>
        {send.error && !isPlaced && <Banner title={send.error.message} needsPerson />}
        {step === 'committee' ? (
          <CommitteeStep draft={draft} change={change} faultAt={fault} next={next} />
        ) : (
          <AccountStep
            {...{ draft, change, password, setPassword, faultAt: fault, isPending: send.isPending }}
            back={() => goTo('committee')}
            send={() => send.mutate(password)}
          />
        )}
      </div>
      <small className="first-run-demo">
        Chỉ muốn xem thử? Người cài máy chạy <code>npm run demo</code> sẽ có bản mẫu với 22 chi bộ, 930 đảng viên hư
        cấu.
      </small>
    </main>
  );
}

function Aside({ step }: { step: Step }) {
  const isFirst = step === 'committee';
  const steps: [string, State, string][] = [
    ['Đảng bộ', isFirst ? 'running' : 'done', isFirst ? 'đang làm' : 'xong'],
    ['Người quản trị', isFirst ? 'idle' : 'running', isFirst ? 'chưa làm' : 'đang làm'],
  ];
  return (
    <aside>
      <span className="brand">
        <span aria-hidden="true" /> Quán Triệt
      </span>
      <p className="first-run-count ink2">Bước {isFirst ? 1 : 2} trong 2</p>
      <ol>
        {steps.map(([name, state, words]) => (
          <li key={name} className={state === 'running' ? 'strong' : 'ink2'}>
            <StateMark state={state} label={words} /> {name}
          </li>
        ))}
      </ol>
    </aside>
  );
}
