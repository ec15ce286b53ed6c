import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { type Permission, useMay } from '../../api/may.ts';
import { LinkButton } from '../../parts/link-button.tsx';
import { May } from '../../parts/may.tsx';
import { Failure } from '../../parts/notice.tsx';
import { SkeletonRows } from '../../parts/skeleton-rows.tsx';
import { type Unit, unitStoryQuery } from './cell-queries.ts';
import { MoveCell, RenameCell } from './change-cell.tsx';
import { chapters } from './change-words.ts';
import { DissolveCell } from './dissolve-cell.tsx';
import { MergeCells } from './merge-cells.tsx';
import { SplitCell } from './split-cell.tsx';
import { Chapters } from './story.tsx';

type Act = 'rename' | 'move' | 'merge' | 'split' | 'dissolve';

interface Offer {
  act: Act;
  word: string;
  needs: Permission[];
  /** For which units it is there. */
  isFor: (unit: Unit) => boolean;
}

const isCell = ({ kind }: Unit): boolean => kind === 'cell';
const isBelow = ({ parentId }: Unit): boolean => parentId !== null;

const offers: Offer[] = [
  { act: 'rename', word: 'Đổi tên, mã số', needs: ['unit.change'], isFor: () => true },
  { act: 'move', word: 'Chuyển cấp trên', needs: ['unit.change'], isFor: isBelow },
  { act: 'merge', word: 'Nhập chi bộ', needs: ['unit.change', 'member.change'], isFor: isCell },
  { act: 'split', word: 'Chia chi bộ', needs: ['unit.change', 'member.change'], isFor: isCell },
  { act: 'dissolve', word: 'Giải thể', needs: ['unit.change'], isFor: isBelow },
];

interface CellDialogProps {
  unit: Unit;
  /** All that stands on the day that is shown. */
  units: Unit[];
  close: () => void;
}

/** One unit: what happened to it, and what may happen to it from a day on. */
export function CellDialog({ unit, units, close }: CellDialogProps) {
  const [act, setAct] = useState<Act | null>(null);
  const title = offers.find((offer) => offer.act === act)?.word;
  return (
    <Modal open width={680} title={title ? `${title}: ${unit.name}` : unit.name} footer={null} onCancel={close}>
      <div className="form-dialog">
        {act ? (
          <>
            <ActForm {...{ act, unit, units, close }} done={() => setAct(null)} />
            <div>
              <Button type="text" onClick={() => setAct(null)}>
                Về lịch sử
              </Button>
            </div>
          </>
        ) : (
          <Overview {...{ unit, close, choose: setAct }} />
        )}
      </div>
    </Modal>
  );
}

function ActForm({ act, unit, units, close, done }: CellDialogProps & { act: Act; done: () => void }) {
  switch (act) {
    case 'rename':
      return <RenameCell unit={unit} done={done} />;
    case 'move':
      return (
        <MoveCell
          unit={unit}
          parents={units.filter(({ id, kind }) => kind === 'committee' && id !== unit.id)}
          done={done}
        />
      );
    case 'merge':
      return <MergeCells cell={unit} cells={units.filter(isCell)} done={close} />;
    case 'split':
      return <SplitCell cell={unit} done={close} />;
    case 'dissolve':
      return <DissolveCell unit={unit} done={close} />;
  }
}

function Overview({ unit, close, choose }: { unit: Unit; close: () => void; choose: (act: Act) => void }) {
  const may = useMay();
  const open = offers.filter(({ isFor, needs }) => isFor(unit) && needs.every(may));
  const facts = [unit.category, unit.code].filter(Boolean).join(' · ');
  return (
    <>
      {facts && <p className="ink2">{facts}</p>}
      {open.length > 0 && (
        <div className="row">
          {open.map(({ act, word }) => (
            <Button key={act} onClick={() => choose(act)}>
              {word}
            </Button>
          ))}
        </div>
      )}
      <History id={unit.id} />
      <div className="row">
        {isCell(unit) && (
          <May permission="member.read">
            <LinkButton to={`/members?cellId=${unit.id}`}>Xem đảng viên của chi bộ</LinkButton>
          </May>
        )}
        <Button type="text" onClick={close}>
          Đóng
        </Button>
      </div>
    </>
  );
}

function History({ id }: { id: string }) {
  const story = useQuery(unitStoryQuery(id));
  if (story.isError) return <Failure error={story.error} retry={() => void story.refetch()} />;
  if (!story.data) return <SkeletonRows rows={2} height={57} />;
  return <Chapters told={chapters(story.data)} mayTakeBack />;
}
