import { Link } from 'react-router';
import { StateMark } from '../../parts/state-mark.tsx';
import { fraction, percent } from '../../words/format.ts';
import { byMonth, monthWords, type SessionRow, shortDay } from './session-rows.ts';

/** Sessions month by month; today's lies on white with a bar of ink. */
export function SessionList({ rows }: { rows: SessionRow[] }) {
  return (
    <>
      {byMonth(rows).map(({ month, rows: ofMonth }) => (
        <section key={month} aria-label={monthWords(month)}>
          <h2 className="sessions-head">{monthWords(month)}</h2>
          <ul>
            {ofMonth.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Row({ row: { id, title, firstDay, detail, state, words, isToday, tally } }: { row: SessionRow }) {
  return (
    <li className={isToday ? 'today' : ''}>
      <Link to={`/sessions/${id}`} className="sessions-row">
        <span className="sessions-day">{firstDay ? shortDay(firstDay) : '–'}</span>
        <span className="sessions-title">
          <span>{title}</span>
          <small>{detail}</small>
        </span>
        <span className={`sessions-state${state === 'needed' ? ' red' : ''}`}>
          <StateMark state={state} size={18} /> {words}
        </span>
        <span className="sessions-rate">
          {tally ? <b>{percent(tally.present, tally.summoned)}</b> : <span className="ink3">–</span>}
          {tally && <small>{fraction(tally.present, tally.summoned)}</small>}
        </span>
      </Link>
    </li>
  );
}
