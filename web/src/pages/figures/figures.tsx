import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { figuresOfRolls } from '../../parts/class-figures.ts';
import { Empty } from '../../parts/notice.tsx';
import { useIsPhone } from '../../parts/use-is-phone.ts';
import '../../parts/parts.css';
import { type OpenSession, useOpenSession } from '../session/session-frame.tsx';
import { FiguresHead } from './figures-head.tsx';
import { FiguresList } from './figures-list.tsx';
import { FiguresTable } from './figures-table.tsx';
import { formulaOf } from './formula.ts';
import { NamesDrawer } from './names-drawer.tsx';
import './figures.css';

/** Figures that can be checked: each with its denominator, its sum and the names behind it. */
export function FiguresPage() {
  const whole = useOpenSession();
  const open = { ...whole, figures: figuresOfRolls(whole.figures, whole.session) };
  const isPhone = useIsPhone();
  if (!open.session.classes.some(({ summonedAt }) => summonedAt)) return <NotSummoned {...open} />;
  return (
    <div className="figures">
      <h2 className="hidden-text">Số liệu</h2>
      <FiguresHead sessionId={open.session.id} tally={open.figures.tally} />
      {isPhone ? <FiguresList figures={open.figures} /> : <FiguresTable figures={open.figures} />}
      <Sums {...open} />
      <NamesDrawer sessionId={open.session.id} figures={open.figures} />
    </div>
  );
}

function Sums({ figures, session }: OpenSession) {
  const { rate, sentences } = formulaOf(figures, session);
  return (
    <p className="figures-sums">
      <b>Tỷ lệ có mặt</b> = có mặt ÷ được triệu tập = <b>{rate}</b>. {sentences.join(' ')}
    </p>
  );
}

function NotSummoned({ session, coverage }: OpenSession) {
  const faults = coverage.inNoClass.length + coverage.inSeveralClasses.length;
  const isArranged = session.classes.length > 0 && faults === 0;
  return (
    <Empty
      title="Chưa có số liệu"
      act={
        <Button type="primary" onClick={useGoTo(`/sessions/${session.id}/classes`)}>
          {isArranged ? 'Đến lập danh sách triệu tập' : 'Đến chia lớp'}
        </Button>
      }
    >
      {isArranged
        ? 'Các chi bộ đã xếp lớp xong. Lập danh sách triệu tập rồi điểm danh, số liệu hiện ngay ở đây.'
        : 'Số liệu có khi đã lập danh sách triệu tập. Trước đó mỗi chi bộ cần ở đúng một lớp.'}
    </Empty>
  );
}

function useGoTo(to: string): () => void {
  const navigate = useNavigate();
  return () => void navigate(to);
}
