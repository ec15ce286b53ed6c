import { DragDropProvider, PointerSensor } from '@dnd-kit/react';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Banner } from '../../parts/notice.tsx';
import { integer } from '../../words/format.ts';
import type { OpenSession } from '../session/session-frame.tsx';
import { sumSentence, sumsOf } from './class-sums.ts';
import { AddClass } from './class-form.tsx';
import { Columns } from './columns.tsx';
import { MakeUpClasses } from './make-up-classes.tsx';
import { NotSaved } from './not-saved.tsx';
import { type BoardRow, rowsOf } from './rows.ts';
import { Summons } from './summons.tsx';
import { KeyHints, LastChange } from './unplaced-column.tsx';
import { useArranging } from './use-arranging.ts';
import { type BoardFacts, useBoard } from './use-board.ts';
import { useBoardKeys } from './use-board-keys.ts';
import { useHeld } from './use-held.ts';
import { useMoves } from './use-moves.ts';

export function Board({ open }: { open: OpenSession }) {
  const facts = useBoard(open);
  const arranging = useArranging(open.session.id);
  const { undo, last, notSaved } = arranging;
  const moves = useMoves(facts, arranging);
  const { held, handlers } = useHeld(moves.move);
  const { apart, setApart } = useApart();
  const rows = (classId: string | null): BoardRow[] =>
    rowsOf(classId === null ? facts.unplaced : (facts.arrangement[classId] ?? []), classId, { ...facts, apart });
  const openClasses = facts.classes.filter(({ closedAt }) => closedAt === null);
  useBoardKeys({
    find: (classId, key) => rows(classId).find((row) => row.key === key),
    classAt: (number) => openClasses.find(({ id }) => facts.classes[number - 1]?.id === id)?.id,
    move: moves.move,
    undo,
  });
  return (
    <DragDropProvider plugins={[]} sensors={[PointerSensor]} {...handlers}>
      <Sum facts={facts} open={open} planAll={moves.planAll} />
      <Notes notSaved={notSaved} leftOver={facts.unplaced.length > 0 ? moves.leftOver : 0} />
      <ShownOnPhone facts={facts} />
      <div className="classes-board" style={{ '--columns': facts.classes.length } as React.CSSProperties}>
        <Columns {...{ facts, rows, held, moves, setApart }}>
          {openClasses.length > 0 && (
            <KeyHints numbers={openClasses.map(({ id }) => facts.classes.findIndex((each) => each.id === id) + 1)} />
          )}
          <LastChange last={last} undo={undo} />
          <AddClass />
        </Columns>
      </div>
      <MakeUpClasses session={open.session} />
      {held && (
        <div className="classes-held" style={{ left: held.x, top: held.y }} aria-hidden="true">
          <span>{held.row.name}</span>
          <span className="figure">{integer(held.row.count)}</span>
        </div>
      )}
    </DragDropProvider>
  );
}

/** Groups that the reader wants to see cell by cell. */
function useApart() {
  const [apart, set] = useState<ReadonlySet<string>>(new Set());
  const setApart = (groupId: string, isApart: boolean): void =>
    set((before) => new Set(isApart ? [...before, groupId] : [...before].filter((id) => id !== groupId)));
  return { apart, setApart };
}

/** What is true now, as a sum that can be checked, and the next act. */
function Sum({ facts, open, planAll }: { facts: BoardFacts; open: OpenSession; planAll: () => void }) {
  const ids = facts.classes.map(({ id }) => id);
  const sums = sumsOf(ids, facts.arrangement, facts.cells, facts.countOf);
  const kinds = { plain: undefined, owed: 'red strong', total: 'strong' };
  const isSummoned = facts.classes.some(({ summonedAt }) => summonedAt !== null);
  const canPlan = facts.unplaced.length > 0 && facts.classes.some(({ closedAt }) => closedAt === null);
  return (
    <div className="classes-head">
      <h2 className="classes-sum" aria-live="polite">
        {sumSentence(sums, isSummoned).map(({ text, kind }, index) => (
          <span key={index} className={kinds[kind]}>
            {text}
          </span>
        ))}
      </h2>
      <div className="classes-acts">
        {canPlan && <Button onClick={planAll}>Tự xếp lớp theo chỗ ngồi</Button>}
        <Summons facts={facts} open={open} people={sums.total - sums.unplaced} />
      </div>
    </div>
  );
}

function Notes({ notSaved, leftOver }: { notSaved: { words: string; error: unknown } | null; leftOver: number }) {
  if (notSaved) return <NotSaved what={notSaved.words} error={notSaved.error} />;
  if (leftOver === 0) return null;
  return (
    <Banner title={`${leftOver} chi bộ không còn chỗ ở lớp nào`}>
      Tăng số chỗ của một lớp, thêm lớp, hoặc tự kéo vào lớp đông hơn số chỗ.
    </Banner>
  );
}

function ShownOnPhone({ facts }: { facts: BoardFacts }) {
  const [search, setSearch] = useSearchParams();
  const options = [
    { value: '', label: `Chưa xếp ${facts.unplaced.length}` },
    ...facts.classes.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Segmented
      className="classes-switch"
      block
      aria-label="Danh sách đang xem"
      value={search.get('class') ?? ''}
      options={options}
      onChange={(value) => setSearch(value ? { class: value } : {}, { replace: true })}
    />
  );
}
