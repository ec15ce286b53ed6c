import { useQueries, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useMay } from '../../api/may.ts';
import {
  coverageQuery,
  figuresQuery,
  sessionQuery,
  sessionsQuery,
  talliesQuery,
  unitsQuery,
} from '../../api/queries.ts';
import { May } from '../../parts/may.tsx';
import { Failure } from '../../parts/notice.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { Page } from '../../parts/page.tsx';
import { SkeletonRows } from '../../parts/skeleton-rows.tsx';
import { hour, inVietnam, longDay } from '../../words/format.ts';
import { mayOpen } from '../session/station-permission.ts';
import { DebtList } from './debt-list.tsx';
import { debtsOf } from './debts.ts';
import { nextClass } from './next-class.ts';
import { Now } from './now.tsx';
import { nearest, type OpenSession, type Summary } from './open-session.ts';
import { Recent } from './recent.tsx';
import './home.css';

const LAST_SESSIONS = 8;
const CLOCK_STEP = 15_000;
const REFRESH = 20_000;

function useNow() {
  const [now, setNow] = useState(() => inVietnam(new Date()));
  useEffect(() => {
    const timer = setInterval(() => setNow(inVietnam(new Date())), CLOCK_STEP);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Everything about the open sessions nearest to today; null until all of it is there. */
function useOpenSessions(sessions: Summary[], today: string) {
  const ids = nearest(sessions, today).map(({ id }) => id);
  const plans = useQueries({ queries: ids.map((id) => sessionQuery(id)) });
  const figures = useQueries({ queries: ids.map((id) => ({ ...figuresQuery(id), refetchInterval: REFRESH })) });
  const coverages = useQueries({ queries: ids.map((id) => coverageQuery(id)) });
  const all = [...plans, ...figures, ...coverages];
  const error = all.find((each) => each.error && !each.data)?.error ?? null;
  const open = ids.flatMap((_, index): OpenSession[] => {
    const [session, tallied, coverage] = [plans[index]?.data, figures[index]?.data, coverages[index]?.data];
    return session && tallied && coverage ? [{ session, figures: tallied, coverage }] : [];
  });
  const retry = (): void => all.filter((each) => each.error).forEach((each) => void each.refetch());
  return { open: open.length === ids.length ? open : null, error, retry };
}

export function Home() {
  const now = useNow();
  const sessions = useQuery(sessionsQuery);
  return (
    <Page
      title="Trang chủ"
      head={
        <p className="ink2">
          {longDay(now.day)} · {hour(now.time)}
        </p>
      }
    >
      {sessions.isError && <Failed error={sessions.error} retry={() => void sessions.refetch()} />}
      {sessions.isPending && <Waiting />}
      {sessions.data && <Known sessions={sessions.data} now={now} />}
    </Page>
  );
}

/** Each state of a page has its heading, seen or only heard. */
const Unseen = () => <h1 className="hidden-text">Trang chủ</h1>;

const Waiting = () => (
  <>
    <Unseen />
    <SkeletonRows rows={6} height={79} />
  </>
);

const Failed = ({ error, retry }: { error: unknown; retry: () => void }) => (
  <>
    <Unseen />
    <Failure error={error} retry={retry} />
  </>
);

function Known({ sessions, now }: { sessions: Summary[]; now: { day: string; time: string } }) {
  const { open, error, retry } = useOpenSessions(sessions, now.day);
  const tallies = useQuery(talliesQuery(LAST_SESSIONS));
  const units = useQuery(unitsQuery());
  const may = useMay();
  const failed = error ?? tallies.error ?? units.error;
  if (failed)
    return (
      <Failed
        error={failed}
        retry={() => {
          retry();
          void tallies.refetch();
          void units.refetch();
        }}
      />
    );
  if (!open || !tallies.data || !units.data) return <Waiting />;
  const next = nextClass(open, now);
  const hasCells = units.data.some(({ kind }) => kind === 'cell');
  const isNew = sessions.length === 0;
  return (
    <>
      {next ? <Now next={next} open={open} today={now.day} /> : <NothingPlanned hasCells={hasCells} />}
      {!isNew && (
        <div className="home-columns">
          <DebtList debts={debtsOf(open, tallies.data, now).filter(({ to }) => mayOpen(may, to))} />
          <Recent tallies={tallies.data} />
        </div>
      )}
    </>
  );
}

function NothingPlanned({ hasCells }: { hasCells: boolean }) {
  const { to, title, words, act, permission } = hasCells
    ? {
        to: '/sessions/new',
        title: 'Chưa có buổi học nào sắp tới.',
        words: 'Cần nghị quyết hoặc kết luận sẽ học, ngày và hội trường. Lớp xếp sau cũng được.',
        act: 'Lập hội nghị',
        permission: 'session.change' as const,
      }
    : {
        to: '/cells',
        title: 'Chưa có chi bộ nào.',
        words: 'Ghi các chi bộ trước, rồi đến đảng viên của từng chi bộ. Có hai thứ đó mới xếp lớp được.',
        act: 'Thêm chi bộ',
        permission: 'unit.change' as const,
      };
  return (
    <div className="home-nothing">
      <h1 className="home-sentence">{title}</h1>
      <p className="ink2">{words}</p>
      <May permission={permission}>
        <LinkButton to={to} type="primary" size="large">
          {act}
        </LinkButton>
      </May>
    </div>
  );
}
