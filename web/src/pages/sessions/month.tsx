import { Button } from 'antd';
import { Link } from 'react-router';
import { day } from '../../words/format.ts';
import { monthWords, otherMonth, type SessionRow, weeksOf } from './session-rows.ts';

const heads = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'];

interface MonthProps {
  month: string;
  rows: SessionRow[];
  today: string;
}

/** One month: days with a session are underlined and lead to it, today is dark. */
export function Month({ show, ...props }: MonthProps & { show: (month: string) => void }) {
  const step = (by: number): void => show(otherMonth(props.month, by));
  return (
    <section className="sessions-month" aria-label="Lịch tháng">
      <div className="spread">
        <h2>{monthWords(props.month)}</h2>
        <div className="row">
          <Button type="text" onClick={() => step(-1)} aria-label="Tháng trước">
            ‹
          </Button>
          <Button type="text" onClick={() => step(1)} aria-label="Tháng sau">
            ›
          </Button>
        </div>
      </div>
      <Weeks {...props} />
      <small>Ngày có gạch dưới là ngày có hội nghị. Ô sẫm là hôm nay.</small>
    </section>
  );
}

function Weeks(props: MonthProps) {
  return (
    <table>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(props.month).map((week) => (
          <tr key={week.join()}>
            {week.map((number, index) => (
              <Day key={heads[index]} {...props} number={number} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ month, number, rows, today }: MonthProps & { number: number }) {
  if (number === 0) return <td />;
  const iso = `${month}-${String(number).padStart(2, '0')}`;
  const [first, ...others] = rows.filter(({ firstDay }) => firstDay === iso);
  const more = others.length > 0 ? ` và ${others.length} hội nghị nữa` : '';
  return (
    <td className={iso === today ? 'today' : ''} aria-current={iso === today ? 'date' : undefined}>
      {first ? (
        <Link to={`/sessions/${first.id}`} aria-label={`${day(iso)}: ${first.title}${more}`}>
          {number}
        </Link>
      ) : (
        <span>{number}</span>
      )}
    </td>
  );
}
