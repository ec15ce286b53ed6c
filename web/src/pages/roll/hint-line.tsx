import { hourOf, integer } from '../../words/format.ts';
import type { CellView } from './roll-view.ts';
import { attendanceWords } from './mark-words.ts';
import { ServerLine } from './server-line.tsx';

/** The line under the name field: always 40 px, whatever it has to say, so that no name below it moves. */
export function HintLine({ view }: { view: CellView }) {
  const { open, isExcept } = view;
  if (open.state.away) return <ServerLine open={open} away={open.state.away} />;
  if (open.state.refused.length > 0) return <RefusedLine count={open.state.refused.length} />;
  if (open.isReadOnly) return <div className="roll-line ink2">Danh sách đã chốt, chỉ xem.</div>;
  return (
    <div className="roll-line">
      <span id="roll-hint" role="status">
        {isExcept ? <ExceptWords view={view} /> : <TargetWords view={view} />}
      </span>
      <small className="roll-keys" aria-hidden="true">
        {isExcept ? (
          <>
            <kbd>Enter</kbd> vắng có lý do · <kbd>Alt K</kbd> vắng không lý do
          </>
        ) : (
          <>
            <kbd>↑</kbd> <kbd>↓</kbd> chọn · <kbd>Alt L</kbd> có lý do · <kbd>Alt K</kbd> không lý do
          </>
        )}
      </small>
    </div>
  );
}

/** Says in the reserved line what is listed under the roll, where the names do not have to move for it. */
export function RefusedLine({ count }: { count: number }) {
  return (
    <div className="roll-line is-away" role="status">
      <b>{integer(count)} lượt cần xem lại.</b>
      <button
        type="button"
        className="link red"
        onClick={() => document.querySelector('#roll-refused')?.scrollIntoView({ block: 'center' })}
      >
        Xem dưới danh sách
      </button>
    </div>
  );
}

/** What saving would write, and whom the next Enter means. */
export function ExceptWords({ view: { draft, search, open } }: { view: CellView }) {
  const { kinds, present, excused, unexcused } = draft.plan;
  const target = open.cell.states.find(({ person }) => person.memberId === search.target);
  if (search.typed && !target) return <>Không ai chưa điểm danh khớp “{search.typed}”.</>;
  if (target)
    return (
      <>
        Enter: vắng <b>{target.person.fullName}</b>.
      </>
    );
  if (kinds.size === 0) return <>Cả chi bộ đã điểm danh, không còn ai để ghi.</>;
  return (
    <>
      Sẽ ghi {integer(kinds.size)} người: <b>{integer(present)} có mặt</b>, trừ{' '}
      <b>{integer(excused + unexcused)} vắng</b>
      {excused + unexcused > 0 && ` (${integer(excused)} có lý do, ${integer(unexcused)} không)`}.
    </>
  );
}

export function TargetWords({ view: { search, open } }: { view: CellView }) {
  const { caughtUpAt } = open.state;
  if (!search.typed) {
    if (caughtUpAt !== null) return <>Máy chủ đã trả lời. Mọi lượt đã gửi đủ lúc {hourOf(new Date(caughtUpAt))}.</>;
    return <span className="ink2">Gõ vài chữ của tên rồi Enter.</span>;
  }
  const target = open.cell.states.find(({ person }) => person.memberId === search.target);
  if (!target)
    return (
      <>
        Không ai trong {open.cell.name} khớp “{search.typed}”.
      </>
    );
  const others = search.hits.size - 1;
  const { person, attendance } = target;
  const now = attendance === 'unmarked' ? '' : ` (đã ghi ${attendanceWords[attendance]})`;
  const duty = person.duty === 'exempt' ? ' (diện miễn)' : '';
  return (
    <>
      Enter ghi <b>{person.fullName}</b>
      {duty || now}. <span className="ink2">{others > 0 && `Còn ${integer(others)} người khớp.`}</span>
    </>
  );
}
