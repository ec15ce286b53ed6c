import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { Empty, Failure } from '../../parts/notice.tsx';
import { May } from '../../parts/may.tsx';
import { Page } from '../../parts/page.tsx';
import { useFilters } from '../../parts/search-params.ts';
import { SkeletonRows } from '../../parts/skeleton-rows.tsx';
import { day } from '../../words/format.ts';
import { AddMember } from './add-member.tsx';
import { MemberFilterBar, PAGE_SIZE, useMemberFilters } from './member-filters.tsx';
import { membersQuery } from './member-queries.ts';
import { MemberTable } from './member-table.tsx';
import { countWords, type Member } from './member-words.ts';
import { PersonCard } from './person-card.tsx';
import './members.css';

/** Where the chosen person stands beside the list. */
const isWide = (): boolean => window.matchMedia('(min-width: 1200px)').matches;

export function Members() {
  const [isAdding, setAdding] = useState(false);
  const navigate = useNavigate();
  const filters = useFilters();
  const added = (id: string): void => {
    setAdding(false);
    if (isWide()) filters.set({ who: id });
    else void navigate(`/members/${id}`);
  };
  return (
    <Page
      title="Đảng viên"
      act={
        <May permission="member.change">
          <Button type="primary" onClick={() => setAdding(true)}>
            Thêm đảng viên
          </Button>
        </May>
      }
    >
      <MemberFilterBar />
      <Found />
      {isAdding && <AddMember cellId={filters.of('cellId')} close={() => setAdding(false)} added={added} />}
    </Page>
  );
}

function Found() {
  const query = useMemberFilters();
  const { asOf } = query;
  const members = useQuery(membersQuery(query));
  const all = useQuery({ ...membersQuery({ pageSize: 1, ...(asOf && { asOf }) }), placeholderData: keepPreviousData });
  const failed = members.isError ? members : all.isError ? all : null;
  if (failed)
    return <Failure error={failed.error} retry={() => void failed.refetch()} what="Chưa đọc được sổ đảng viên" />;
  if (!members.data || !all.data) return <SkeletonRows rows={12} height={45} />;
  const { items, total } = members.data;
  const isFiltered = Boolean(query.cellId ?? query.standing ?? query.duty);
  if (all.data.total === 0)
    return (
      <Empty title="Sổ chưa có đảng viên nào">Cần họ tên và chi bộ; những điều khác ghi thêm sau cũng được.</Empty>
    );
  return (
    <>
      <p className="members-count" role="status">
        {countWords(total, all.data.total, query.search ?? '', isFiltered)}
        {asOf ? `, sổ tính đến ${day(asOf)}` : ''}.
      </p>
      {items.length === 0 ? (
        <Empty title="Không có đảng viên nào khớp">Thử ít chữ hơn, hoặc bỏ bớt bộ lọc.</Empty>
      ) : (
        <ListAndPerson items={items} total={total} page={query.page} />
      )}
    </>
  );
}

/** ↑ ↓ go through the list from the field, Enter opens the person's page. */
function useArrows(items: Member[], chosen: string, choose: (id: string) => boolean): void {
  const navigate = useNavigate();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const target = event.target instanceof HTMLElement ? event.target : null;
      const isElsewhere = target?.closest('[role=dialog], [role=combobox], .ant-select, .ant-picker, button, a');
      if (isElsewhere || event.ctrlKey || event.altKey || event.isComposing) return;
      if (event.key === 'Enter' && chosen) void navigate(`/members/${chosen}`);
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step) return;
      const at = items.findIndex(({ id }) => id === chosen);
      const next = items[at === -1 ? 0 : Math.min(items.length - 1, Math.max(0, at + step))];
      if (!next) return;
      event.preventDefault();
      choose(next.id);
      document.querySelector(`#member-${next.id}`)?.scrollIntoView({ block: 'nearest' });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [items, chosen, choose, navigate]);
}

function ListAndPerson({ items, total, page }: { items: Member[]; total: number; page: number }) {
  const filters = useFilters();
  const who = filters.of('who');
  const choose = (id: string): boolean => {
    if (isWide()) filters.set({ who: id });
    return isWide();
  };
  useArrows(items, who, choose);
  return (
    <div className="members-columns">
      <div>
        <MemberTable members={items} chosen={who} choose={choose} />
        {total > PAGE_SIZE && <Pages page={page} pages={Math.ceil(total / PAGE_SIZE)} />}
      </div>
      <aside className="members-person" aria-label="Người đang chọn">
        {who ? (
          <div className="sheet">
            <PersonCard key={who} id={who} heading="h2" />
          </div>
        ) : (
          <p className="ink2">
            Chọn một người để xem lý lịch ở đây. Phím <kbd>/</kbd> đến ô tìm, <kbd>↑</kbd> <kbd>↓</kbd> chọn,{' '}
            <kbd>Enter</kbd> mở trang riêng.
          </p>
        )}
      </aside>
    </div>
  );
}

function Pages({ page, pages }: { page: number; pages: number }) {
  const filters = useFilters();
  const go = (to: number): void => {
    filters.set({ page: to === 1 ? null : String(to), who: null }, { replace: false });
    window.scrollTo({ top: 0 });
  };
  return (
    <nav className="row members-pages" aria-label="Các trang của danh sách">
      {page > 1 && <Button onClick={() => go(page - 1)}>Trang trước</Button>}
      <span>
        Trang {page} trong {pages}
      </span>
      {page < pages && <Button onClick={() => go(page + 1)}>Trang sau</Button>}
    </nav>
  );
}
