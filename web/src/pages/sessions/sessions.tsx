import { useQuery } from '@tanstack/react-query';
import { Segmented, Select } from 'antd';
import { sessionsQuery, talliesQuery } from '../../api/queries.ts';
import { LinkButton } from '../../parts/link-button.tsx';
import { Empty, Failure } from '../../parts/notice.tsx';
import { May } from '../../parts/may.tsx';
import { Page } from '../../parts/page.tsx';
import { SearchField } from '../../parts/search-field.tsx';
import { useFilters } from '../../parts/search-params.ts';
import { SkeletonRows } from '../../parts/skeleton-rows.tsx';
import { today } from '../../words/format.ts';
import { Month } from './month.tsx';
import { SessionList } from './session-list.tsx';
import { matching, progressWords, rowOf, type SessionRow } from './session-rows.ts';
import './sessions.css';

/** Rates of so many sessions are read at once; older ones stand without. */
const RATES = 50;

export function Sessions() {
  const sessions = useQuery(sessionsQuery);
  const tallies = useQuery(talliesQuery(RATES));
  const failed = sessions.isError ? sessions : tallies.isError ? tallies : null;
  const rows = sessions.data?.map((each) => rowOf(each, tallies.data ?? [], today()));
  return (
    <Page
      title="Hội nghị"
      act={
        <May permission="session.change">
          <LinkButton to="/sessions/new" type="primary">
            Lập hội nghị
          </LinkButton>
        </May>
      }
    >
      {failed && <Failure error={failed.error} retry={() => void failed.refetch()} />}
      {!failed && !rows && <SkeletonRows rows={8} height={69} />}
      {!failed && rows && <Found rows={rows} />}
    </Page>
  );
}

function Found({ rows }: { rows: SessionRow[] }) {
  const filters = useFilters();
  const isMonth = filters.of('view') === 'month';
  const found = matching(rows, filters.of('q'), filters.of('state'));
  const month = /^\d{4}-\d{2}$/.test(filters.of('month')) ? filters.of('month') : today().slice(0, 7);
  if (rows.length === 0)
    return (
      <Empty title="Chưa có hội nghị nào">Cần nghị quyết sẽ học, ngày và hội trường. Lớp xếp sau cũng được.</Empty>
    );
  return (
    <>
      <Filters />
      <div className={`sessions-columns${isMonth ? ' by-month' : ''}`}>
        <div className="sessions-list">
          {found.length > 0 ? (
            <>
              <SessionList rows={found} />
              <small className="sessions-note">
                Tỷ lệ có mặt trên số được triệu tập. {found.length} trong {rows.length} hội nghị.
              </small>
            </>
          ) : (
            <Empty title="Không có hội nghị nào khớp">Thử ít chữ hơn, hoặc chọn mọi tình trạng.</Empty>
          )}
        </div>
        <Month month={month} rows={rows} today={today()} show={(next) => filters.set({ month: next })} />
      </div>
    </>
  );
}

function Filters() {
  const filters = useFilters();
  return (
    <div className="row sessions-filters">
      <Segmented
        className="sessions-view"
        aria-label="Cách xem"
        value={filters.of('view') || 'list'}
        options={[
          { value: 'list', label: 'Danh sách' },
          { value: 'month', label: 'Lịch tháng' },
        ]}
        onChange={(view) => filters.set({ view: view === 'month' ? view : null })}
      />
      <SearchField label="Tìm hội nghị theo tên" value={filters.of('q')} onChange={(q) => filters.set({ q })} />
      <Select
        aria-label="Tình trạng"
        value={filters.of('state')}
        options={[
          { value: '', label: 'Mọi tình trạng' },
          ...Object.entries(progressWords).map(([value, label]) => ({ value, label })),
        ]}
        onChange={(state) => filters.set({ state })}
      />
    </div>
  );
}
