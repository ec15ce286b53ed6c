import { Suspense } from 'react';
import { Empty } from '../../parts/notice.tsx';
import { SkeletonRows } from '../../parts/skeleton-rows.tsx';
import { useOpenSession } from '../session/session-frame.tsx';
import { Board } from './board.tsx';
import { AddClass, ClassForm } from './class-form.tsx';
import './classes.css';

/** Cells are shared out among classes here, and their people summoned. */
export function Classes() {
  const open = useOpenSession();
  return (
    <div className="classes">
      {open.session.classes.length === 0 ? (
        <Empty title="Chưa có lớp nào" act={<AddClass isMain />}>
          Cần nơi họp, ngày và giờ của một lớp; chi bộ xếp sau.
        </Empty>
      ) : (
        <Suspense fallback={<SkeletonRows rows={10} height={44} />}>
          <Board open={open} />
        </Suspense>
      )}
      <ClassForm session={open.session} />
    </div>
  );
}
