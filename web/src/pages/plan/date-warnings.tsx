import { Button } from 'antd';
import { useNavigate } from 'react-router';
import type { Session } from '../../api/queries.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { Banner } from '../../parts/notice.tsx';
import { useSaveFields } from './use-section.ts';

/** Dates that contradict each other: the server names both; the office mends one or stands by them. */
export function DateWarnings({ session }: { session: Session }) {
  const { id, warnings, areDatesConfirmed, classes } = session;
  const save = useSaveFields(id);
  const navigate = useNavigate();
  const [first] = classes;
  const mend = (): void => {
    if (warnings.some(({ code }) => code !== 'basis.before-resolution') && first)
      void navigate(`/sessions/${id}/classes?edit=${first.id}`);
    else document.querySelector<HTMLInputElement>('.plan-basis-day input')?.focus();
  };
  if (areDatesConfirmed)
    return (
      <p className="plan-confirmed ink2">
        Ngày tháng đã được xác nhận là đúng.{' '}
        <Button type="link" onClick={() => save.mutate({ areDatesConfirmed: false })}>
          Kiểm lại
        </Button>
      </p>
    );
  if (warnings.length === 0) return null;
  return (
    <div className="plan-warning" role="status">
      <StateMark state="needed" />
      <div>
        {warnings.map(({ message }) => (
          <p key={message}>{message}</p>
        ))}
        {save.error && <Banner title={save.error.message} needsPerson />}
      </div>
      <div className="plan-warning-acts">
        <Button onClick={mend}>Sửa</Button>
        <Button type="text" loading={save.isPending} onClick={() => save.mutate({ areDatesConfirmed: true })}>
          Ngày này đúng
        </Button>
      </div>
    </div>
  );
}
