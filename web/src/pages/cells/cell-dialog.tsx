import { useQuery } from '@tanstack/react-query';
import { Button, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { LinkButton } from '../../parts/link-button.tsx';
import { Failure } from '../../parts/notice.tsx';
import { SkeletonRows } from '../../parts/skeleton-rows.tsx';
import { day } from '../../words/format.ts';
import { type Unit, unitHistoryQuery } from './cell-queries.ts';
import { DissolveCell } from './dissolve-cell.tsx';
import { RenameCell } from './rename-cell.tsx';

type View = 'history' | 'rename' | 'dissolve';

const views: { value: View; label: string }[] = [
  { value: 'history', label: 'Lịch sử' },
  { value: 'rename', label: 'Đổi tên' },
  { value: 'dissolve', label: 'Giải thể' },
];

/** One cell: what it was called when, and what may change from a day on. */
export function CellDialog({ cell, close }: { cell: Unit; close: () => void }) {
  const [view, setView] = useState<View>('history');
  return (
    <Modal open width={640} title={cell.name} footer={null} onCancel={close}>
      <div className="form-dialog">
        <Segmented aria-label="Việc với chi bộ" value={view} options={views} onChange={setView} />
        {view === 'history' && <History id={cell.id} />}
        {view === 'rename' && <RenameCell cell={cell} done={() => setView('history')} />}
        {view === 'dissolve' && <DissolveCell cell={cell} done={close} />}
        {view === 'history' && (
          <div className="row">
            <LinkButton to={`/members?cellId=${cell.id}`}>Xem đảng viên của chi bộ</LinkButton>
            <Button type="text" onClick={close}>
              Đóng
            </Button>
          </div>
        )}
      </div>
    </Modal>
  );
}

function History({ id }: { id: string }) {
  const history = useQuery(unitHistoryQuery(id));
  if (history.isError) return <Failure error={history.error} retry={() => void history.refetch()} />;
  if (!history.data) return <SkeletonRows rows={2} height={57} />;
  return (
    <ul className="cell-history">
      {history.data.toReversed().map(({ name, category, decision, valid }) => (
        <li key={valid.from}>
          {[name, category].filter(Boolean).join(' · ')}
          <small>
            từ {day(valid.from)}
            {valid.to ? `, đến trước ${day(valid.to)}` : ''}
            {decision ? ` · ${decision}` : ''}
          </small>
        </li>
      ))}
    </ul>
  );
}
