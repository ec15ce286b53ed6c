import { Button } from 'antd';
import { integer } from '../../words/format.ts';
import type { CellView } from './roll-view.ts';
import { LastAct, saveWords } from './foot-line.tsx';
import { shortCell } from './mark-words.ts';
import { cellAfter } from './roll-place.ts';

/** Fixed at the thumb: the way back, and the quick way through the rest. */
export function PhoneFoot({ view, unmarked }: { view: CellView; unmarked: number }) {
  const { open, isExcept, acts, draft } = view;
  const next = cellAfter(open.cells, open.cell.cellId);
  return (
    <div className="roll-phone-foot">
      {isExcept ? (
        <div className="spread">
          <small>{integer(draft.plan.untouched)} người ghi từ trước giữ nguyên.</small>
          <Button type="text" onClick={acts.leaveExcept}>
            Bỏ
          </Button>
        </div>
      ) : (
        <LastAct open={open} undo={acts.undo} />
      )}
      {isExcept ? (
        <Button type="primary" size="large" block onClick={acts.save} disabled={draft.plan.kinds.size === 0}>
          {saveWords(draft.plan)}
        </Button>
      ) : unmarked > 0 ? (
        <Button size="large" block onClick={acts.toggleExcept}>
          Có mặt tất cả {integer(unmarked)}, trừ…
        </Button>
      ) : (
        next && (
          <Button size="large" block onClick={acts.nextCell}>
            Chi bộ kế tiếp: {shortCell(next.name)}
          </Button>
        )
      )}
    </div>
  );
}
