import { Switch } from 'antd';
import type { KeyboardEvent } from 'react';
import { useSearchParams } from 'react-router';
import type { Figures, Tally } from '../../api/queries.ts';
import { ShareBar } from '../../parts/share-bar.tsx';
import { type State, StateMark } from '../../parts/state-mark.tsx';
import { fraction, percent } from '../../words/format.ts';
import { FigureLink, type Scope } from './figure-link.tsx';
import { type Column, columns } from './names-behind.ts';
import { classState, openedAfter, openedClasses } from './opened.ts';

type ClassFigures = Figures['classes'][number];

const heads: Record<Column, [string, string]> = {
  members: ['Đảng', 'viên'],
  out: ['Miễn,', 'tạm chuyển'],
  summoned: ['Được', 'triệu tập'],
  present: ['Có', 'mặt'],
  excused: ['Vắng', 'có lý do'],
  unexcused: ['Vắng', 'không lý do'],
  unmarked: ['Chưa', 'điểm danh'],
};
const marks: Partial<Record<Column, State>> = {
  present: 'present',
  excused: 'excused',
  unexcused: 'unexcused',
  unmarked: 'unmarked',
};

/** The whole, each class and its cells: totals first, a class folds. */
export function FiguresTable({ figures }: { figures: Figures }) {
  const [search, setSearch] = useSearchParams();
  const isSplit = search.has('split');
  const opened = openedClasses(figures.classes, search.get('open'));
  const put = (key: string, value: string | null): void =>
    setSearch(
      (now) => {
        if (value === null) now.delete(key);
        else now.set(key, value);
        return now;
      },
      { replace: true, preventScrollReset: true },
    );
  const fold = (classId: string, isOpen: boolean): void =>
    put('open', openedAfter(figures.classes, opened, classId, isOpen));
  return (
    <>
      <div className={`figures-sheet sheet${isSplit ? ' is-split' : ''}`}>
        <table>
          <caption className="hidden-text">Số liệu theo lớp và chi bộ</caption>
          <Head isSplit={isSplit} />
          <tbody>
            <tr className="figures-total">
              <th scope="row">Toàn đảng bộ</th>
              <Row tally={figures.tally} scope={{ name: 'toàn đảng bộ' }} isSplit={isSplit} />
            </tr>
          </tbody>
          {figures.classes.map((one) => (
            <ClassRows key={one.classId} one={one} isOpen={opened.has(one.classId)} isSplit={isSplit} fold={fold} />
          ))}
        </table>
      </div>
      <label className="figures-split">
        <Switch checked={isSplit} onChange={(on) => put('split', on ? '1' : null)} /> Tách chính thức, dự bị
      </label>
    </>
  );
}

function Head({ isSplit }: { isSplit: boolean }) {
  return (
    <thead>
      <tr>
        <th scope="col">Tổ chức đảng</th>
        {columns.map((column) => (
          <th scope="col" key={column}>
            <span className="figures-column">
              {marks[column] && <StateMark state={marks[column]} size={14} />}
              <span>
                {heads[column][0]} <br />
                {heads[column][1]}
              </span>
            </span>
          </th>
        ))}
        <th scope="col">
          Có mặt / <br />
          triệu tập
        </th>
        {isSplit && (
          <>
            <th scope="col">
              Chính <br />
              thức
            </th>
            <th scope="col">Dự bị</th>
          </>
        )}
        <th scope="col">Tỷ lệ</th>
        <td className="figures-bar" />
      </tr>
    </thead>
  );
}

interface Folding {
  isOpen: boolean;
  fold: (classId: string, isOpen: boolean) => void;
}

function ClassRows({ one, isSplit, ...folding }: { one: ClassFigures; isSplit: boolean } & Folding) {
  return (
    <tbody>
      <tr className="figures-total">
        <th scope="row">
          <FoldButton one={one} {...folding} />
        </th>
        <Row tally={one.tally} scope={{ name: one.name, classId: one.classId }} isSplit={isSplit} />
      </tr>
      {folding.isOpen &&
        one.cells.map(({ cellId, name, tally }) => (
          <tr key={cellId}>
            <th scope="row">{name}</th>
            <Row tally={tally} scope={{ name, classId: one.classId, cellId }} isSplit={isSplit} />
          </tr>
        ))}
    </tbody>
  );
}

/** → opens, ← folds. */
function FoldButton({ one, isOpen, fold }: { one: ClassFigures } & Folding) {
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key === 'ArrowRight') fold(one.classId, true);
    if (key === 'ArrowLeft') fold(one.classId, false);
  };
  return (
    <button
      type="button"
      className="plain figures-fold"
      aria-expanded={isOpen}
      onClick={() => fold(one.classId, !isOpen)}
      onKeyDown={onKeyDown}
    >
      <Chevron isOpen={isOpen} />
      {one.name}, {classState(one)}
    </button>
  );
}

function Row({ tally, scope, isSplit }: { tally: Tally; scope: Scope; isSplit: boolean }) {
  const { present, summoned, official, probationary } = tally;
  const share = (part: Tally['official']): string =>
    part.summoned === 0 ? '–' : fraction(part.present, part.summoned);
  return (
    <>
      {columns.map((column) => (
        <td key={column} className={`figures-${column}`}>
          <FigureLink tally={tally} column={column} scope={scope} />
        </td>
      ))}
      <td>{share({ present, summoned })}</td>
      {isSplit && (
        <>
          <td>{share(official)}</td>
          <td>{share(probationary)}</td>
        </>
      )}
      <td>{percent(present, summoned)}</td>
      <td className="figures-bar">
        <ShareBar tally={tally} />
      </td>
    </>
  );
}

const Chevron = ({ isOpen }: { isOpen: boolean }) => (
  <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    <path d={isOpen ? 'M4 6l4 4 4-4' : 'M6 4l4 4-4 4'} fill="none" stroke="currentColor" strokeWidth="2" />
  </svg>
);
