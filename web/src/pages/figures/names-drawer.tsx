import { useQueries, useQueryClient } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useEffect } from 'react';
import { Link, useSearchParams } from 'react-router';
import { type Figures, figuresQuery, rollQuery, type Tally } from '../../api/queries.ts';
import { Failure } from '../../parts/notice.tsx';
import { PersonName } from '../../parts/person-name.tsx';
import { SkeletonRows } from '../../parts/skeleton-rows.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { integer } from '../../words/format.ts';
import {
  byCell,
  type Column,
  columnWords,
  figureOf,
  isColumn,
  namesBehind,
  type PersonOnRoll,
  stateOf,
} from './names-behind.ts';

interface Asked {
  column: Column;
  classIds: string[];
  cellId: string | null;
  /** `Lớp 2, Chi bộ 18` */
  where: string;
  tally: Tally;
}

/** What the address asks for; null where it asks for no names, or for those of a class or cell that is not here. */
function askedBy(search: URLSearchParams, figures: Figures): Asked | null {
  const column = search.get('names');
  if (!isColumn(column)) return null;
  const [classId, cellId] = [search.get('class'), search.get('cell')];
  if (!classId)
    return {
      ...{ column, cellId: null, where: 'Toàn đảng bộ', tally: figures.tally },
      classIds: figures.classes.map((one) => one.classId),
    };
  const one = figures.classes.find((each) => each.classId === classId);
  const cell = one?.cells.find((each) => each.cellId === cellId);
  if (!one || (cellId && !cell)) return null;
  const where = cell ? `${one.name}, ${cell.name}` : one.name;
  return { column, classIds: [classId], cellId, where, tally: (cell ?? one).tally };
}

/**
 * The names behind a figure. Its address can be sent to somebody, and Back closes it. It has no mask, so that the next
 * figure can be asked for beside it.
 */
export function NamesDrawer({ sessionId, figures }: { sessionId: string; figures: Figures }) {
  const [search, setSearch] = useSearchParams();
  const asked = askedBy(search, figures);
  const close = (): void =>
    setSearch(
      (now) => {
        for (const key of ['names', 'class', 'cell']) now.delete(key);
        return now;
      },
      { preventScrollReset: true },
    );
  return (
    <Drawer
      open={asked !== null}
      onClose={close}
      size={560}
      rootClassName="figures-names"
      destroyOnHidden
      mask={false}
      closable={{ 'aria-label': 'Đóng', placement: 'end' }}
      title={asked && `${integer(figureOf(asked.tally, asked.column))} ${columnWords[asked.column]}`}
    >
      {asked && <Names sessionId={sessionId} asked={asked} />}
    </Drawer>
  );
}

function Names({ sessionId, asked }: { sessionId: string; asked: Asked }) {
  const { column, cellId, classIds, where } = asked;
  const rolls = useQueries({ queries: classIds.map((classId) => rollQuery(classId)) });
  const figure = figureOf(asked.tally, column);
  const failed = rolls.find(({ error }) => error);
  const isRead = rolls.every(({ data }) => data);
  const people = rolls.flatMap(({ data }) => namesBehind(data?.people ?? [], column, cellId));
  useFreshFigures(sessionId, isRead && people.length !== figure ? people.length : null);
  if (failed) return <Failure error={failed.error} retry={() => void failed.refetch()} />;
  if (!isRead) return <SkeletonRows rows={Math.min(figure, 12)} height={44} />;
  return (
    <>
      <p className="spread">
        <span className="ink2">{where}</span>
        {column === 'unmarked' && <Link to={rollAddress(sessionId, asked)}>Đến danh sách điểm danh</Link>}
      </p>
      {byCell(people).map(([id, ofCell]) => (
        <CellNames key={id} people={ofCell} isAlone={cellId !== null} />
      ))}
    </>
  );
}

/** The roll of the class and cell whose names are shown; of the whole committee, wherever it opens. */
function rollAddress(sessionId: string, { classIds, cellId }: Asked): string {
  const [classId, another] = classIds;
  const place = classId && !another ? `?class=${classId}${cellId ? `&cell=${cellId}` : ''}` : '';
  return `/sessions/${sessionId}/roll${place}`;
}

/** Marks that came between the two answers: the figure is read anew, once for each difference. */
function useFreshFigures(sessionId: string, differing: number | null): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (differing !== null) void queries.invalidateQueries({ queryKey: figuresQuery(sessionId).queryKey });
  }, [queries, sessionId, differing]);
}

function CellNames({ people, isAlone }: { people: PersonOnRoll[]; isAlone: boolean }) {
  return (
    <section>
      {!isAlone && <h3>{people[0]?.cellName}</h3>}
      <ul>
        {people.map((person) => (
          <li key={person.memberId}>
            <span>
              <PersonName {...person} />
              {person.office && <small> {person.office}</small>}
            </span>
            <small>
              {isCounted(person) && <StateMark state={person.attendance} size={16} />} {stateOf(person)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

const isCounted = ({ duty, attendance }: PersonOnRoll): boolean => duty === 'summoned' || attendance === 'present';
