import { useSuspenseQueries } from '@tanstack/react-query';
import { Suspense, useEffect } from 'react';
import { Link, NavLink, Outlet, useMatch, useOutletContext, useParams } from 'react-router';
import {
  type Coverage,
  coverageQuery,
  type Figures,
  figuresQuery,
  type Session,
  sessionQuery,
} from '../../api/queries.ts';
import { useMay } from '../../api/may.ts';
import { SkeletonRows } from '../../parts/skeleton-rows.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { longDay } from '../../words/format.ts';
import { stationPermissions } from './station-permission.ts';
import { stationsOf } from './stations.ts';
import './session-frame.css';

/** What every page of a session gets from its frame. */
export interface OpenSession {
  session: Session;
  figures: Figures;
  coverage: Coverage;
}

export const useOpenSession = (): OpenSession => useOutletContext<OpenSession>();

/** First day of a session, ISO; null while none is planned. */
export const firstDayOf = ({ classes }: Session): string | null =>
  classes.flatMap(({ sittings }) => sittings.map(({ heldOn }) => heldOn)).sort()[0] ?? null;

/** The line of the day over each page of a session: it is the tab bar, and says at each station what waits there. */
export function SessionFrame() {
  return (
    <Suspense
      fallback={
        <main className="page">
          <SkeletonRows rows={6} height={64} />
        </main>
      }
    >
      <Frame />
    </Suspense>
  );
}

function Frame() {
  const { id = '' } = useParams();
  const [session, figures, coverage] = useSuspenseQueries({
    queries: [sessionQuery(id), { ...figuresQuery(id), refetchInterval: 20_000 }, coverageQuery(id)],
  });
  const open: OpenSession = { session: session.data, figures: figures.data, coverage: coverage.data };
  // The overview draws the line of the day itself, large.
  const isOverview = useMatch('/sessions/:id') !== null;
  useEffect(() => {
    document.title = `${open.session.title} · Quán Triệt`;
  }, [open.session.title]);
  return (
    <main id="main" className="session">
      {!isOverview && <Head open={open} />}
      <div className="session-body">
        <Outlet context={open} />
      </div>
    </main>
  );
}

function Head({ open: { session, figures, coverage } }: { open: OpenSession }) {
  const { id, title } = session;
  const firstDay = firstDayOf(session);
  const may = useMay();
  const stations = stationsOf(session, figures, coverage).filter(({ to }) => stationPermissions[to].some(may));
  return (
    <div className="session-head">
      <div className="spread">
        <h1>
          <Link to="/sessions" className="small">
            Hội nghị
          </Link>{' '}
          <Link to={`/sessions/${id}`}>{title}</Link>
        </h1>
        <small className="nowrap">{firstDay ? longDay(firstDay) : 'Chưa có ngày'}</small>
      </div>
      <nav className="line" aria-label="Dòng việc của hội nghị">
        {stations.map(({ to, name, state, words, isOwed }) => (
          <NavLink key={to} to={`/sessions/${id}/${to}`}>
            <StateMark state={state} />
            <span>
              <b>{name}</b>
              <small className={isOwed ? 'red' : ''}>{words}</small>
            </span>
          </NavLink>
        ))}
      </nav>
    </div>
  );
}
