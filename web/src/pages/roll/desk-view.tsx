import { Segmented } from 'antd';
import { ClosedHead } from './closed-class.tsx';
import type { CellView } from './roll-view.ts';
import { CellList } from './cell-list.tsx';
import { Apart } from './apart.tsx';
import { FootLine } from './foot-line.tsx';
import { HintLine } from './hint-line.tsx';
import { NameField } from './name-field.tsx';
import { PlaceSelect } from './place-select.tsx';
import { RefusedMarks } from './refused-marks.tsx';
import { SideColumn } from './side-column.tsx';

const manners = [
  { value: 'each', label: 'Từng người' },
  { value: 'except', label: 'Có mặt tất cả, trừ…' },
];

export function DeskView({ view }: { view: CellView }) {
  const { open, isExcept, acts } = view;
  return (
    <div className="roll">
      <div className="roll-main">
        <div className="roll-bar">
          <PlaceSelect open={open} />
          {open.isReadOnly ? (
            <ClosedHead one={open.one} sessionId={open.session.id} />
          ) : (
            <>
              <NameField view={view} />
              <Segmented
                aria-label="Cách điểm danh (Alt T)"
                size="large"
                options={manners}
                value={isExcept ? 'except' : 'each'}
                onChange={acts.toggleExcept}
              />
            </>
          )}
        </div>
        <HintLine view={view} />
        <CellList view={view} />
        <FootLine view={view} />
        <RefusedMarks open={open} />
        <Apart view={view} />
      </div>
      <SideColumn open={open} />
    </div>
  );
}
