import { Link } from 'react-router';
import { useMay } from '../../api/may.ts';
import { LinkButton } from '../../parts/link-button.tsx';
import { fraction, percent } from '../../words/format.ts';
import { mayOpen } from '../session/station-permission.ts';
import { closedToday, dayWords, mainAct, type NextClass, sentenceOf } from './next-class.ts';
import { type OpenSession, tallyOf } from './open-session.ts';

/** The sentence of what is true now, and the one act that follows from it. */
export function Now({ next, open, today }: { next: NextClass; open: OpenSession[]; today: string }) {
  const act = mainAct(next, today);
  const may = useMay();
  return (
    <>
      <h1 className="home-sentence">
        {sentenceOf(next, today).map(({ text, isStrong }) => (isStrong ? <b key={text}>{text}</b> : text))}
      </h1>
      <div className="home-act">
        {mayOpen(may, act.to) && (
          <LinkButton to={act.to} type="primary" size="large">
            {act.words}
          </LinkButton>
        )}
        <Closed next={next} open={open} today={today} />
      </div>
    </>
  );
}

function Closed({ next, open, today }: { next: NextClass; open: OpenSession[]; today: string }) {
  const figures = open.find(({ session }) => session.id === next.session.id)?.figures;
  const [done] = closedToday(next, today);
  const tally = figures && done ? tallyOf(figures, done.sessionClass) : null;
  if (!done || !tally)
    return (
      <p className="ink2">
        <Link to={`/sessions/${next.session.id}`}>{next.session.title}</Link>
      </p>
    );
  return (
    <p className="ink2">
      {dayWords(done.sitting, today)} {done.sessionClass.name} đã chốt: {fraction(tally.present, tally.summoned)} ·{' '}
      <b className="home-rate">{percent(tally.present, tally.summoned)}</b> trên số được triệu tập.{' '}
      <Link to={`/sessions/${next.session.id}/figures`}>Xem số liệu</Link>
    </p>
  );
}
