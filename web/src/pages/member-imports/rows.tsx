import { useQuery } from '@tanstack/react-query';
import { Pagination } from 'antd';
import { Failure } from '../../parts/notice.tsx';
import { useFilters } from '../../parts/search-params.ts';
import { SkeletonRows } from '../../parts/skeleton-rows.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { integer } from '../../words/format.ts';
import { Changes } from './changes.tsx';
import { PAGE, rowsQuery } from './import-queries.ts';
import { fieldWords, type ImportRow, type Verdict } from './import-words.ts';
import { RowDecision } from './row-decision.tsx';

/** Rows of one kind, as they stand in the file and with what is to be said of them. */
export function Rows({ id, verdict }: { id: string; verdict: Verdict }) {
  const filters = useFilters();
  const page = Number(filters.of('page')) || 1;
  const rows = useQuery(rowsQuery(id, verdict, page));
  if (rows.isError) return <Failure error={rows.error} retry={() => void rows.refetch()} />;
  if (!rows.data) return <SkeletonRows rows={8} height={69} />;
  const { items, total } = rows.data;
  return (
    <>
      <ul className="import-rows sheet">
        {items.map((row) => (
          <Row key={row.row} id={id} row={row} />
        ))}
      </ul>
      {total > PAGE && (
        <Pagination
          {...{ current: page, total, pageSize: PAGE, showSizeChanger: false }}
          onChange={(next) => filters.set({ page: next > 1 ? String(next) : null })}
        />
      )}
    </>
  );
}

function Row({ id, row }: { id: string; row: ImportRow }) {
  const { values, verdict } = row;
  return (
    <li>
      <small className="import-row-number">Dòng {integer(row.row)}</small>
      <div className="import-row">
        <h3>{row.name ?? '(không có tên)'}</h3>
        <p className="small ink2 import-values">
          {values
            .filter(({ field }) => field !== 'ordinal')
            .map(({ field, text }) => (
              <span key={field}>
                <span className="ink3">{fieldWords[field]}</span> {text}
              </span>
            ))}
        </p>
        <Changes changes={row.changes} />
        <Notes notes={row.notes} />
        {verdict === 'doubtful' && <RowDecision id={id} row={row} />}
      </div>
    </li>
  );
}

const marks = { wrong: 'unexcused', doubt: 'running', restored: 'planned' } as const;

function Notes({ notes }: Pick<ImportRow, 'notes'>) {
  if (notes.length === 0) return null;
  return (
    <ul className="import-notes">
      {notes.map(({ kind, field, letter, sentence }) => (
        <li key={`${letter} ${sentence}`} className={kind === 'wrong' ? 'red' : ''}>
          <StateMark state={marks[kind]} size={16} />
          <span>
            {letter && (
              <b>
                Cột {letter}
                {field ? `, ${fieldWords[field].toLowerCase()}` : ''}:{' '}
              </b>
            )}
            {sentence}
          </span>
        </li>
      ))}
    </ul>
  );
}
