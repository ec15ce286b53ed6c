import { Button } from 'antd';
import { useRef } from 'react';
import { StateMark } from '../../parts/state-mark.tsx';
import type { DateDoubt } from './date-warnings.ts';

/** Under the day that causes it: both facts, a way to mend it, and a way to say that it is right. */
export function DateDoubts({ doubts, confirm }: { doubts: DateDoubt[]; confirm: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  const mend = (): void => {
    const fields = box.current?.closest('.new-session-fields');
    fields?.querySelector<HTMLInputElement>('.new-session-day input')?.focus();
  };
  if (doubts.length === 0) return null;
  return (
    <div className="new-session-doubt" role="status" ref={box}>
      <StateMark state="needed" />
      <div>
        {doubts.map(({ subject, day, paper, paperDay }) => (
          <p key={subject + paper}>
            {subject} <b>{day}</b> trước ngày của {paper}, <b>{paperDay}</b>.
          </p>
        ))}
        <p>Xem lại một trong hai ngày.</p>
      </div>
      <div className="new-session-doubt-acts">
        <Button onClick={mend}>Sửa ngày họp</Button>
        <Button type="text" onClick={confirm}>
          Ngày này đúng
        </Button>
      </div>
    </div>
  );
}
