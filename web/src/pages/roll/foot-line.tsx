import { Button } from 'antd';
import { StateMark } from '../../parts/state-mark.tsx';
import { hourOf, integer } from '../../words/format.ts';
import type { CellView, OpenRoll } from './roll-view.ts';
import { NextCell } from './next-cell.tsx';
import type { ExceptPlan } from './except-mode.ts';
import { kindWords, shortCell } from './mark-words.ts';
import { cellAfter } from './roll-place.ts';
import type { Act } from './use-marking.ts';

/** Always in the same place: what was done last and its way back, or what is about to be saved. */
export function FootLine({ view }: { view: CellView }) {
  const { open, isExcept, acts } = view;
  const next = cellAfter(open.cells, open.cell.cellId);
  return (
    <div className="roll-foot">
      {isExcept ? <ExceptFoot view={view} /> : <LastAct open={open} undo={acts.undo} />}
      {!isExcept && next && <NextCell label={shortCell(next.name)} onClick={acts.nextCell} />}
    </div>
  );
}

export function ExceptFoot({ view: { draft, acts } }: { view: CellView }) {
  const { plan } = draft;
  return (
    <>
      <span className="ink2 roll-last">
        {plan.untouched > 0 && `${integer(plan.untouched)} người ghi từ trước giữ nguyên. `}Chưa ghi gì cho đến khi bấm
        ghi.
      </span>
      <span className="row">
        <Button type="text" onClick={acts.leaveExcept}>
          Bỏ
        </Button>
        {plan.kinds.size > 0 && (
          <Button type="primary" onClick={acts.save} aria-keyshortcuts="Control+Enter">
            {saveWords(plan)} <small className="roll-save-key">Ctrl Enter</small>
          </Button>
        )}
      </span>
    </>
  );
}

export const saveWords = ({ present, excused, unexcused }: ExceptPlan): string =>
  `Ghi ${integer(present)} có mặt, ${integer(excused + unexcused)} vắng`;

export function LastAct({ open, undo }: { open: OpenRoll; undo: () => void }) {
  const { marking, roll, state } = open;
  const { last } = marking;
  if (!last || open.isReadOnly) return <span className="roll-last" />;
  const [only] = last.marks;
  const kept = new Set(state.marks.filter(({ isWaiting }) => isWaiting).map(({ id }) => id));
  const isWaiting = last.marks.some(({ id }) => kept.has(id));
  const name = roll.people.find(({ memberId }) => memberId === only?.memberId)?.fullName ?? '';
  const isOne = last.marks.length === 1 && only;
  const mark = isOne && only.kind !== 'withdrawn' && only.kind !== 'left-early' ? only.kind : 'present';
  return (
    <span className="roll-last" role="status">
      <StateMark state={mark} size={16} />
      <span>
        Vừa ghi:{' '}
        {isOne ? (
          <>
            <b>{name}</b>, {kindWords[only.kind]}
          </>
        ) : (
          countWords(last)
        )}
        , {hourOf(new Date(last.at))}
        {isWaiting && ', chờ gửi'}
      </span>
      <button type="button" className="link red" onClick={undo} aria-keyshortcuts="Control+Z">
        Hoàn tác
      </button>
      <kbd aria-hidden="true">Ctrl Z</kbd>
    </span>
  );
}

function countWords({ marks }: Act): string {
  const present = marks.filter(({ kind }) => kind === 'present').length;
  return `${integer(present)} có mặt, ${integer(marks.length - present)} vắng`;
}
