import { Link } from 'react-router';
import type { Session } from '../../api/queries.ts';
import { type State, StateMark } from '../../parts/state-mark.tsx';
import { day, hour, integer, partOfDay } from '../../words/format.ts';
import type { OpenSession } from './session-frame.tsx';

/** Each class with its state and counts. */
export function ClassesOfDay({ open: { session, figures } }: { open: OpenSession }) {
  const { classes, id } = session;
  const days = new Set(classes.flatMap(({ sittings }) => sittings.map(({ heldOn }) => heldOn)));
  return (
    <section>
      <h2>{days.size > 1 ? 'Các lớp' : 'Lớp trong ngày'}</h2>
      <ul>
        {classes.map((one) => {
          const tally = figures.classes.find(({ classId }) => classId === one.id)?.tally;
          const isSummoned = one.summonedAt !== null && tally !== undefined;
          const { state, words } = stateOf(one, isSummoned && tally.unmarked < tally.summoned);
          return (
            <li key={one.id}>
              <div className="spread">
                <b>{whenOf(one, days.size > 1)}</b>
                <span className="overview-state">
                  <StateMark state={state} size={18} /> {words}
                </span>
              </div>
              <small>
                {one.cellIds.length} chi bộ
                {isSummoned && ` · ${integer(tally.summoned)} triệu tập · ${integer(tally.present)} có mặt`}
              </small>
            </li>
          );
        })}
      </ul>
      {classes.length === 0 && (
        <p className="ink2">
          Chưa có lớp nào. <Link to={`/sessions/${id}/classes`}>Thêm lớp</Link>
        </p>
      )}
      <Manner session={session} />
    </section>
  );
}

type SessionClass = Session['classes'][number];

function stateOf({ closedAt, summonedAt }: SessionClass, hasBegun: boolean): { state: State; words: string } {
  if (closedAt) return { state: 'done', words: 'Đã chốt' };
  if (hasBegun) return { state: 'running', words: 'Đang điểm danh' };
  return { state: 'idle', words: summonedAt ? 'Đã triệu tập' : 'Chưa triệu tập' };
}

/** `Lớp 1, sáng 8h00` */
function whenOf({ name, sittings }: SessionClass, isDayNeeded: boolean): string {
  const [first] = sittings;
  if (!first) return `${name}, chưa có buổi`;
  const at = `${name}, ${partOfDay(first.startsAt)} ${hour(first.startsAt)}`;
  return isDayNeeded ? `${at}, ${day(first.heldOn)}` : at;
}

const manners: Record<Session['mode'], string> = {
  direct: 'học trực tiếp tại hội trường',
  online: 'học trực tuyến tại điểm cầu',
  recording: 'xem ghi hình',
};

function Manner({ session: { mode, presenters } }: { session: Session }) {
  const who = presenters.map(({ name, office }) => ['đồng chí', [name, office].filter(Boolean).join(', ')].join(' '));
  const told = who.length > 0 ? `${mode === 'recording' ? ' ' : '; người truyền đạt: '}${who.join('; ')}` : '';
  return (
    <small>
      Hình thức: {manners[mode]}
      {told}
    </small>
  );
}

/** In protocol order, as they are printed. */
export function Delegates({ session: { delegates, id } }: { session: Session }) {
  return (
    <section>
      <h2>Đại biểu dự và chỉ đạo</h2>
      <ol>
        {delegates.map(({ name, office }, index) => (
          <li key={name + office} className="overview-delegate">
            <span className="ink2">{index + 1}</span>
            <div>
              <b>{name}</b>
              <small>{office}</small>
            </div>
          </li>
        ))}
      </ol>
      {delegates.length === 0 && (
        <p className="ink2">
          Chưa ghi ai. <Link to={`/sessions/${id}/plan`}>Ghi trong kế hoạch</Link>
        </p>
      )}
    </section>
  );
}

/** Guests by category: counted by hand, never in a rate. */
export function Others({ session: { guests, id } }: { session: Session }) {
  const sum = guests.reduce((total, { count }) => total + (count ?? 0), 0);
  return (
    <section>
      <h2>Thành phần khác</h2>
      <ul>
        {guests.map(({ category, count }) => (
          <li key={category} className="overview-guest">
            <span>{category}</span>
            <span className={count ? '' : 'ink3'}>{count ? integer(count) : '–'}</span>
          </li>
        ))}
      </ul>
      {guests.length === 0 ? (
        <p className="ink2">
          Chưa ghi. <Link to={`/sessions/${id}/plan`}>Ghi trong kế hoạch</Link>
        </p>
      ) : (
        <small>{sum > 0 ? `${integer(sum)} người, không tính vào tỷ lệ.` : 'Không tính vào tỷ lệ.'}</small>
      )}
    </section>
  );
}
