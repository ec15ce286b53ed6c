import { ShareBar } from '../../parts/share-bar.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { fraction, hourOf, integer } from '../../words/format.ts';
import type { OpenRoll } from './roll-view.ts';
import { Closing } from './closing.tsx';
import { attendanceWords } from './mark-words.ts';
import { type Attendance, tallyOf } from './roll-state.ts';
import { companionsOf } from './together.ts';
import { useNow } from './use-now.ts';

const order: Attendance[] = ['present', 'excused', 'unexcused', 'unmarked'];

/** Figures of the cell, which are the legend of its marks too; who else is at work; the class and its closing. */
export function SideColumn({ open }: { open: OpenRoll }) {
  return (
    <aside className="roll-side" aria-label={`Số liệu ${open.cell.name}`}>
      <CellFigures open={open} />
      {!open.isReadOnly && <Together open={open} />}
      <ClassLine open={open} />
      {!open.isReadOnly && <Closing open={open} />}
    </aside>
  );
}

export function CellFigures({ open: { cell, state } }: { open: OpenRoll }) {
  const tally = tallyOf(cell.states);
  const waiting = state.waiting > 0 ? `, ${integer(state.waiting)} chờ gửi` : '';
  return (
    <section>
      <p className="small ink2">{cell.name} · có mặt</p>
      <p className="roll-figure">
        <b>{integer(tally.present)}</b>
        <span>/{integer(tally.summoned)}</span>
      </p>
      <p className="small ink2">trên số được triệu tập{waiting}</p>
      <ShareBar tally={tally} />
      <dl className="roll-legend">
        {order.map((attendance) => (
          <div key={attendance}>
            <dt>
              <StateMark state={attendance} size={16} /> {attendanceWords[attendance]}
            </dt>
            <dd>{integer(tally[attendance])}</dd>
          </div>
        ))}
        <div className="sum">
          <dt>được triệu tập</dt>
          <dd>{integer(tally.summoned)}</dd>
        </div>
      </dl>
    </section>
  );
}

function Together({ open: { state, roll, me } }: { open: OpenRoll }) {
  const now = useNow(30_000);
  const companions = companionsOf(state.marks, roll.people, me.displayName, now);
  return (
    <section>
      <h2 className="roll-side-head">Đang cùng ghi</h2>
      {state.away ? (
        <p className="roll-companion">
          Không rõ<small>mất liên lạc từ {hourOf(new Date(state.away.since))}</small>
        </p>
      ) : (
        companions.map(({ name, cellName, at }) => (
          <p key={name} className="roll-companion">
            {name}
            <small>
              vừa ghi {cellName}, {hourOf(new Date(at))}
            </small>
          </p>
        ))
      )}
      {!state.away && companions.length === 0 && <p className="small ink2">Chưa có ai khác ghi buổi này.</p>}
    </section>
  );
}

function ClassLine({ open: { one, classTally, state } }: { open: OpenRoll }) {
  const { present, summoned, unmarked } = classTally;
  const owed = unmarked > 0 ? `, ${integer(unmarked)} chưa điểm danh` : '';
  const stopped = state.away ? ` Số của ${one.name} dừng ở ${hourOf(new Date(state.away.since))}.` : '';
  return (
    <p className="small ink2">
      Cả {one.name}: {fraction(present, summoned)} có mặt trên số được triệu tập{owed}.{stopped}
    </p>
  );
}
