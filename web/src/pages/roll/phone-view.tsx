import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { StateMark, type State } from '../../parts/state-mark.tsx';
import { fraction, hourOf, integer } from '../../words/format.ts';
import { Apart } from './apart.tsx';
import type { CellView } from './roll-view.ts';
import { onRowClick } from './cell-list.tsx';
import { ClosedHead } from './closed-class.tsx';
import { HitName } from './hit-name.tsx';
import { attendanceWords, rowWords } from './mark-words.ts';
import type { ShownMark } from './marks.ts';
import { NameField } from './name-field.tsx';
import { PhoneFoot } from './phone-foot.tsx';
import { PlaceSelect } from './place-select.tsx';
import { RefusedMarks } from './refused-marks.tsx';
import { type PersonState, tallyOf } from './roll-state.ts';
import { ServerLine } from './server-line.tsx';
import { SideColumn } from './side-column.tsx';
import { companionsOf } from './together.ts';
import { useNow } from './use-now.ts';

/** Under the thumb: only those not marked, "Có mặt" on each row. */
export function PhoneView({ view }: { view: CellView }) {
  const { open } = view;
  const tally = tallyOf(open.cell.states);
  return (
    <div className="roll roll-phone">
      <h1 className="hidden-text">
        Điểm danh {open.cell.name}, {open.one.name}
      </h1>
      <div className="roll-phone-head">
        <Link to={`/sessions/${open.session.id}`} aria-label="Về hội nghị" className="roll-back">
          <span aria-hidden="true">‹</span>
        </Link>
        <PlaceSelect open={open} size="middle" />
        <b aria-label={`có mặt ${fraction(tally.present, tally.summoned)} trên số được triệu tập`} role="img">
          {fraction(tally.present, tally.summoned)}
        </b>
      </div>
      <PhoneLine view={view} />
      {open.isReadOnly ? <ClosedHead one={open.one} sessionId={open.session.id} /> : <NameField view={view} />}
      <RefusedMarks open={open} />
      <PhoneLists view={view} unmarked={tally.unmarked} />
      <Apart view={view} />
      <SideColumn open={open} />
      {!open.isReadOnly && <PhoneFoot view={view} unmarked={tally.unmarked} />}
    </div>
  );
}

/** Always 60 px: who works along, or that nobody answers. */
function PhoneLine({ view: { open } }: { view: CellView }) {
  const now = useNow(30_000);
  const { state, roll, me } = open;
  if (state.away) return <ServerLine open={open} away={state.away} isPhone />;
  const names = companionsOf(state.marks, roll.people, me.displayName, now).map(({ name }) => name);
  const who = names.length > 0 ? `Đang cùng ghi: ${names.join(', ')}. ` : '';
  const sent =
    state.caughtUpAt === null ? 'Mọi lượt đã gửi.' : `Mọi lượt đã gửi lúc ${hourOf(new Date(state.caughtUpAt))}.`;
  return (
    <div className="roll-line small ink2" role="status">
      {who}
      {state.waiting > 0 ? `${integer(state.waiting)} lượt đang gửi.` : sent}
    </div>
  );
}

function PhoneLists({ view, unmarked }: { view: CellView; unmarked: number }) {
  const [isAll, setAll] = useState(view.open.isReadOnly);
  const { open, search } = view;
  const summoned = open.cell.states.filter(({ person }) => person.duty === 'summoned');
  const hits = summoned.filter(({ person }) => search.hits.has(person.memberId));
  const rest = summoned.filter(
    ({ person, attendance }) => !search.hits.has(person.memberId) && (isAll || attendance === 'unmarked'),
  );
  return (
    <div onClick={(event) => onRowClick(event, view)}>
      <p className="roll-phone-count">
        <b>{unmarked > 0 ? `Còn ${integer(unmarked)} chưa điểm danh` : 'Đã điểm danh đủ'}</b>
        <button type="button" className="link" aria-pressed={isAll} onClick={() => setAll(!isAll)}>
          {isAll ? 'Chỉ xem chưa ghi' : `Xem cả ${integer(summoned.length)}`}
        </button>
      </p>
      {search.typed && (
        <p className="roll-phone-group" role="status">
          Khớp “{search.typed}”: {integer(hits.length)} người
        </p>
      )}
      <PhoneRows view={view} states={hits} />
      {search.typed && rest.length > 0 && <p className="roll-phone-group">Còn {integer(rest.length)} người</p>}
      <PhoneRows view={view} states={rest} />
    </div>
  );
}

function PhoneRows({ view, states }: { view: CellView; states: PersonState<ShownMark>[] }) {
  if (states.length === 0) return null;
  return (
    <ul className="roll-phone-list">
      {states.map((state) => (
        <PhoneRow key={state.person.memberId} view={view} state={state} />
      ))}
    </ul>
  );
}

function PhoneRow({ view, state }: { view: CellView; state: PersonState<ShownMark> }) {
  const { person, attendance, mark } = state;
  const { draft, isExcept, search, open } = view;
  const planned = isExcept ? draft.plan.kinds.get(person.memberId) : undefined;
  const shape: State = planned === undefined ? attendance : planned === 'present' ? 'planned' : planned;
  const isOpen = attendance === 'unmarked' && !open.isReadOnly;
  const act = isExcept ? (planned === 'present' ? 'Vắng' : 'Bỏ') : 'Có mặt';
  return (
    <li className={planned ? `planned-${planned}` : ''} data-row={person.memberId}>
      <StateMark state={shape} label={attendanceWords[attendance]} />
      <HitName fullName={person.fullName} givenName={person.givenName} spans={search.hits.get(person.memberId)} />
      {isOpen ? (
        <Button data-member={person.memberId} data-act="take" aria-label={`${act}: ${person.fullName}`}>
          {act}
        </Button>
      ) : (
        <small>
          {attendance === 'present' && mark && !mark.isWaiting && 'có mặt '}
          {rowWords(mark, attendance)}
        </small>
      )}
      <button
        type="button"
        className="plain roll-more"
        data-member={person.memberId}
        data-act="open"
        aria-label={`Ghi khác: ${person.fullName}`}
      >
        …
      </button>
    </li>
  );
}
