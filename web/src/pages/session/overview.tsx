import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useMay } from '../../api/may.ts';
import { strengthsQuery } from '../../api/queries.ts';
import { LinkButton } from '../../parts/link-button.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { longDay } from '../../words/format.ts';
import { type NextAct, nextAct } from './next-act.ts';
import { ClassesOfDay, Delegates, Others } from './overview-lists.tsx';
import { firstDayOf, type OpenSession, useOpenSession } from './session-frame.tsx';
import { stationPermissions } from './station-permission.ts';
import { factsOf } from './station-facts.ts';
import { type Station, stationsOf } from './stations.ts';
import './overview.css';

/** The whole day at a look: the line of the day drawn large, then who and what belongs to it. */
export function Overview() {
  const open = useOpenSession();
  const { session, figures, coverage } = open;
  const day = firstDayOf(session);
  const strengths = useQuery(strengthsQuery(day ?? undefined));
  const expected = strengths.data?.reduce((sum, cell) => sum + cell.expected, 0) ?? null;
  const act = nextAct(session, figures, coverage, expected);
  const may = useMay();
  const isMine = stationPermissions[act.station].some(may);
  const stations = stationsOf(session, figures, coverage).filter(({ to }) => stationPermissions[to].some(may));
  const venues = [...new Set(session.classes.map(({ venue }) => venue))];
  return (
    <div className="overview">
      <header>
        <div>
          <small>
            <Link to="/sessions">Hội nghị</Link> / {[day ? longDay(day) : 'Chưa có ngày', ...venues].join(' · ')}
          </small>
          <h1>{session.title}</h1>
        </div>
        {isMine && (
          <div className="overview-act">
            <ActButton act={act} sessionId={session.id} />
          </div>
        )}
      </header>
      <nav className="overview-line" aria-label="Dòng việc của hội nghị">
        {stations.map((station) => (
          <LargeStation key={station.to} station={station} open={open} act={act.station === station.to ? act : null} />
        ))}
      </nav>
      <div className="overview-lists">
        <ClassesOfDay open={open} />
        <Delegates session={session} />
        <Others session={session} />
      </div>
    </div>
  );
}

function ActButton({ act, sessionId }: { act: NextAct; sessionId: string }) {
  return (
    <LinkButton type="primary" size="large" block to={`/sessions/${sessionId}/${act.to}`}>
      {act.words}
    </LinkButton>
  );
}

/** On a phone the main act stands in its station. */
function LargeStation({ station, open, act }: { station: Station; open: OpenSession; act: NextAct | null }) {
  const { heading, facts, owed, link } = factsOf[station.to](open);
  const { id } = open.session;
  return (
    <section className={`overview-station is-${station.state}`}>
      <span className="overview-mark">
        <StateMark state={station.state} size={32} />
      </span>
      <div>
        <h2>{station.name}</h2>
        <p className="overview-heading">{heading}</p>
        {facts.map((fact) => (
          <small key={fact}>{fact}</small>
        ))}
        {owed && <small className="overview-owed">{owed}</small>}
        {act && (
          <div className="overview-act-inside">
            <ActButton act={act} sessionId={id} />
          </div>
        )}
        <Link className={`overview-link${act ? ' has-act' : ''}`} to={`/sessions/${id}/${station.to}`}>
          {link}
        </Link>
      </div>
    </section>
  );
}
