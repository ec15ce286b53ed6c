import { Link } from 'react-router';
import type { Schemas } from '../../api/client.ts';
import type { Tally } from '../../api/queries.ts';
import { day, fraction, integer, percent } from '../../words/format.ts';

type SessionTally = Schemas['SessionTallyDto'];

interface Row {
  key: string;
  title: string;
  firstDay: string | null;
  tally: Tally;
  to: string;
}

const MOST = 5;

/** Whole sessions where every class is closed, else the classes that are: an open roll has no rate yet. */
function rowsOf(tallies: SessionTally[]): Row[] {
  return tallies
    .flatMap(({ sessionId, title, firstDay, tally, classes }) => {
      const closed = classes.filter(({ closedAt }) => closedAt);
      const to = `/sessions/${sessionId}/figures`;
      if (closed.length === classes.length) return [{ key: sessionId, title, firstDay, tally, to }];
      return closed.map((each) => ({
        key: each.classId,
        title: `${each.name}, ${title}`,
        firstDay,
        tally: each.tally,
        to,
      }));
    })
    .slice(0, MOST);
}

const absentOf = ({ excused, unexcused }: Tally): number => excused + unexcused;

/** Attendance of the last sessions: the bars are the absent, from a true zero, since 92 % and 96 % look alike. */
export function Recent({ tallies }: { tallies: SessionTally[] }) {
  const rows = rowsOf(tallies);
  const most = Math.max(1, ...rows.map(({ tally }) => absentOf(tally)));
  return (
    <section className="home-recent" aria-labelledby="home-recent">
      <h2 id="home-recent">Các buổi gần đây</h2>
      <small>{rows.length > 0 ? 'Tỷ lệ trên số được triệu tập; vạch là số vắng' : 'Chưa có lớp nào đã chốt.'}</small>
      <ul>
        {rows.map(({ key, title, firstDay, tally, to }) => (
          <li key={key}>
            <Link to={to} title={title}>
              {title}
            </Link>
            <b>{percent(tally.present, tally.summoned)}</b>
            <small className="home-absent">
              {firstDay ? day(firstDay) : '–'}
              <span className="home-bar" style={{ width: `${Math.round((72 * absentOf(tally)) / most)}px` }} />
              vắng {integer(absentOf(tally))}
            </small>
            <small className="figure">{fraction(tally.present, tally.summoned)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
