import { Button } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useMay } from '../../api/may.ts';
import { figuresOfRolls } from '../../parts/class-figures.ts';
import { Empty } from '../../parts/notice.tsx';
import '../../parts/parts.css';
import { useIsPhone } from '../../parts/use-is-phone.ts';
import { useOpenSession } from '../session/session-frame.tsx';
import { PaperList } from './paper-list.tsx';
import { PaperView } from './paper-view.tsx';
import { type Choice, choiceAddress, choiceOf, papersOf } from './papers.ts';
import './documents.css';

/** The papers of a session: chosen at the left, read and taken at the right; on a phone one after the other. */
export function Documents() {
  const whole = useOpenSession();
  const open = { ...whole, figures: figuresOfRolls(whole.figures, whole.session) };
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const isPhone = useIsPhone();
  const may = useMay();
  const { session, figures } = open;
  if (!session.classes.some(({ summonedAt }) => summonedAt)) return <NotSummoned sessionId={session.id} />;
  const papers = papersOf(session).filter(({ paper }) => may(paper === 'list' ? 'paper.names' : 'paper.figures'));
  const choice = choiceOf(search, papers, figures);
  const listed = papers.find(({ paper, classId }) => paper === choice.paper && classId === choice.classId);
  const isChosen = !isPhone || search.has('paper');
  const choose = (next: Choice): void =>
    void navigate(choiceAddress(next), { replace: true, preventScrollReset: true });
  return (
    <div className="documents">
      {(!isPhone || !isChosen) && <PaperList papers={papers} choice={choice} isChosen={isChosen} />}
      {isPhone && isChosen && (
        <Link className="documents-back" to="?">
          Các văn bản của hội nghị
        </Link>
      )}
      {isChosen && listed && <PaperView {...open} choice={choice} listed={listed} choose={choose} />}
    </div>
  );
}

function NotSummoned({ sessionId }: { sessionId: string }) {
  const navigate = useNavigate();
  return (
    <Empty
      title="Chưa có văn bản"
      act={
        <Button type="primary" onClick={() => void navigate(`/sessions/${sessionId}/classes`)}>
          Đến lập danh sách triệu tập
        </Button>
      }
    >
      Danh sách điểm danh và báo cáo lấy số từ danh sách triệu tập, mà danh sách này chưa lập.
    </Empty>
  );
}
