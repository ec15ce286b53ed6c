import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Problem } from '../../api/problem.ts';
import { Banner } from '../../parts/notice.tsx';
import { hourOf } from '../../words/format.ts';

interface State {
  isChanged: boolean;
  keptAt: string | null;
  isBusy: boolean;
  error: Error | null;
  forget: () => void;
}

/** A part of the plan with its own save: what it is at the left, fields at the right, the act only when something changed. */
export function Section({
  title,
  hint,
  state,
  act,
  save,
  children,
}: {
  title: string;
  hint: string;
  state: State;
  /** Names the result: `Ghi căn cứ và nghị quyết`. */
  act: string;
  save: () => void;
  children: ReactNode;
}) {
  return (
    <section className="plan-section" aria-label={title}>
      <div>
        <h2>{title}</h2>
        <small>{hint}</small>
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!state.isBusy) save();
        }}
      >
        {children}
        {state.error && <NotSaved error={state.error} />}
        {state.isChanged && <Acts state={state} act={act} />}
      </form>
    </section>
  );
}

function Acts({ state, act }: { state: State; act: string }) {
  return (
    <div className="plan-acts">
      <Button htmlType="submit" loading={state.isBusy} className="plan-save">
        {act}
      </Button>
      <Button type="text" onClick={state.forget}>
        Bỏ những gì vừa sửa
      </Button>
      <small role="status">
        {state.keptAt && `Chưa ghi. Đã giữ bản nháp ${hourOf(state.keptAt)}, tải lại trang không mất`}
      </small>
    </div>
  );
}

function NotSaved({ error }: { error: Error }) {
  const problem = error instanceof Problem ? error : null;
  return (
    <Banner title={`Chưa ghi được. ${problem?.message ?? 'Trang gặp lỗi.'}`} needsPerson>
      <p>{problem?.errors.map(({ message }) => message).join(' ')} Những gì đã nhập còn nguyên.</p>
      {problem?.requestId && <small>Mã yêu cầu: {problem.requestId}</small>}
    </Banner>
  );
}
