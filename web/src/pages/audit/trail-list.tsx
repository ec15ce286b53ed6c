import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Empty, Failure } from '../../parts/notice.tsx';
import { SkeletonRows } from '../../parts/skeleton-rows.tsx';
import { integer, longDay } from '../../words/format.ts';
import { asked, trailQuery } from './audit-queries.ts';
import { useTrailFilters } from './audit-filters.tsx';
import { byDay, looksOf, subjectOf, summaryOf, type TrailRow, whoOf } from './trail-rows.ts';

export function TrailList({ open }: { open: (row: TrailRow) => void }) {
  const filters = useTrailFilters();
  const trail = useInfiniteQuery(trailQuery(filters));
  if (trail.isError)
    return <Failure error={trail.error} retry={() => void trail.refetch()} what="Chưa đọc được nhật ký" />;
  if (!trail.data) return <SkeletonRows rows={10} height={68} />;
  const days = byDay(trail.data.pages.flatMap(({ entries }) => entries));
  if (days.length === 0 && !trail.hasNextPage)
    return Object.keys(asked(filters)).length > 0 ? (
      <Empty title="Không có mục nào khớp">Thử ít chữ hơn, hoặc bỏ bớt bộ lọc.</Empty>
    ) : (
      <Empty title="Nhật ký chưa có mục nào" />
    );
  return (
    <>
      {days.map(({ day, rows }) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h2 className="audit-day" id={`day-${day}`}>
            {longDay(day)}
          </h2>
          <ol className="audit-list">
            {rows.map((row) => (
              <Row key={row.entry.seq} row={row} open={open} />
            ))}
          </ol>
        </section>
      ))}
      {days.length === 0 && <p className="ink2">Chưa thấy trong các mục gần đây.</p>}
      {trail.hasNextPage && (
        <Button className="audit-more" loading={trail.isFetchingNextPage} onClick={() => void trail.fetchNextPage()}>
          {filters.text ? 'Tìm tiếp về trước' : 'Xem các mục trước đó'}
        </Button>
      )}
    </>
  );
}

function Row({ row, open }: { row: TrailRow; open: (row: TrailRow) => void }) {
  const { entry, entries, hours } = row;
  const subject = subjectOf(entry);
  const summary = entries.length > 1 ? looksOf(entries) : summaryOf(entry);
  return (
    <li>
      <button type="button" className="plain audit-row" onClick={() => open(row)}>
        <span className="audit-hour">{hours}</span>
        <span className="audit-told">
          <span>
            <b>{whoOf(entry)}</b> {entry.what}
            {subject && (entry.subject.kind === 'member' ? <b> {subject}</b> : ` ${subject}`)}
          </span>
          {summary && <small>{summary}</small>}
        </span>
        <small className="audit-number">{integer(entry.seq)}</small>
      </button>
    </li>
  );
}
