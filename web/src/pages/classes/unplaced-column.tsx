import { Button } from 'antd';
import type { ReactNode } from 'react';
import { integer } from '../../words/format.ts';
import type { Change } from './use-arranging.ts';

/** Cells that nobody would summon: they stand first. */
export function UnplacedColumn({
  people,
  count,
  isShown,
  isTarget,
  children,
}: {
  people: number;
  count: number;
  isShown: boolean;
  isTarget: boolean;
  children: ReactNode;
}) {
  return (
    <section
      className={`classes-unplaced${isShown ? ' is-shown' : ''}${isTarget ? ' is-target' : ''}`}
      data-drop="none"
      aria-label="Chưa xếp lớp"
    >
      <header>
        <div className="spread">
          <h2>Chưa xếp lớp</h2>
          <b className="classes-count">{count}</b>
        </div>
        <small>
          {count === 0 ? 'Chi bộ nào cũng đã có lớp' : `${integer(people)} người sẽ không được triệu tập nếu để sót`}
        </small>
      </header>
      {count > 0 && <ol className="classes-list">{children}</ol>}
    </section>
  );
}

export function KeyHints({ numbers }: { numbers: number[] }) {
  return (
    <div className="classes-hints">
      <h3>Không kéo được chuột?</h3>
      <p>
        <kbd>↑</kbd> <kbd>↓</kbd> chọn chi bộ
      </p>
      <p>
        {numbers.map((number) => (
          <kbd key={number}>{number}</kbd>
        ))}{' '}
        chuyển sang lớp đó
      </p>
      <p>
        <kbd>0</kbd> đưa ra khỏi lớp
      </p>
      <p>
        <kbd>Ctrl Z</kbd> hoàn tác
      </p>
      <p>hoặc bấm nút ba chấm ở cuối dòng</p>
    </div>
  );
}

/** Always in the same place: what was done last, and the way back. */
export function LastChange({ last, undo }: { last: Change | null; undo: () => void }) {
  return (
    <div className="classes-last" role="status">
      {last && (
        <>
          Vừa xong: {last.words}.{' '}
          <Button type="link" className="classes-undo" onClick={undo}>
            Hoàn tác
          </Button>
        </>
      )}
    </div>
  );
}
