import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router';
import { LinkButton } from '../../parts/link-button.tsx';
import { Empty, Failure } from '../../parts/notice.tsx';
import { May } from '../../parts/may.tsx';
import { Page } from '../../parts/page.tsx';
import { useFilters } from '../../parts/search-params.ts';
import { SkeletonRows } from '../../parts/skeleton-rows.tsx';
import { day } from '../../words/format.ts';
import { AddMember } from './add-member.tsx';
import { FoundByNumber } from './by-number.tsx';
import { isNarrowed, useMemberFilter } from './filter-address.ts';
import { ListOnPaper } from './list-on-paper.tsx';
import { MemberFilterBar } from './member-filters.tsx';
import { membersQuery } from './member-queries.ts';
import { MemberTable } from './member-table.tsx';
import { countWords } from './member-words.ts';
import { MemberStretch, ROW_HEIGHT, STRETCH } from './member-stretch.tsx';
import { PersonCard } from './person-card.tsx';
import { RegisterOut } from './register-out.tsx';
import { useArrows } from './use-arrows.ts';
import './members.css';

/** Where the chosen person stands beside the list. */
const isWide = (): boolean => window.matchMedia('(min-width: 1200px)').matches;

export function Members() {
  const [isAdding, setAdding] = useState(false);
  const [number, setNumber] = useState('');
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
        <div className="row">
          <May permission="register.import">
            <LinkButton to="/members/twins">Người ghi trùng</LinkButton>
            <LinkButton to="/members/imports">Nhập danh sách</LinkButton>
          </May>
          <May permission="member.change">
            <Button type="primary" onClick={() => setAdding(true)}>
              Thêm đảng viên
            </Button>
          </May>
        </div>
      }
    >
      <MemberFilterBar lookUp={setNumber} />
      {number ? <FoundByNumber number={number} /> : <Found />}
      {isAdding && <AddMember cellId={filters.of('cellId')} close={() => setAdding(false)} added={added} />}
    </Page>
  );
}

function Found() {
  const { filter } = useMemberFilter();
  const { asOf, search = '' } = filter;
  const members = useQuery(membersQuery({ ...filter, page: 1, pageSize: STRETCH }));
  const all = useQuery({ ...membersQuery({ pageSize: 1, ...(asOf && { asOf }) }), placeholderData: keepPreviousData });
  const failed = members.isError ? members : all.isError ? all : null;
  if (failed)
    return <Failure error={failed.error} retry={() => void failed.refetch()} what="Chưa đọc được sổ đảng viên" />;
  if (!members.data || !all.data) return <SkeletonRows rows={12} height={45} />;
  const { total } = members.data;
  if (all.data.total === 0) return <NobodyYet />;
  return (
    <>
      <div className="spread members-count">
        <p role="status">
          {countWords(total, all.data.total, search, isNarrowed(filter))}
          {asOf ? `, sổ tính đến ${day(asOf)}` : ''}.
        </p>
        {total > 0 && (
          <div className="row">
            <May permission="register.export">
              <RegisterOut />
            </May>
            <May permission="paper.names">
              <ListOnPaper />
            </May>
          </div>
        )}
      </div>
      {total === 0 ? (
        <Empty title="Không có đảng viên nào khớp">Thử ít chữ hơn, hoặc bỏ bớt điều kiện lọc.</Empty>
      ) : (
        <ListAndPerson total={total} />
      )}
    </>
  );
}

const NobodyYet = () => (
  <Empty
    title="Sổ chưa có đảng viên nào"
    act={
      <May permission="register.import">
        <LinkButton to="/members/imports">Nhập danh sách từ tệp Excel</LinkButton>
      </May>
    }
  >
    Nhập cả danh sách từ tệp của cơ quan, hoặc thêm từng người: cần họ tên và chi bộ, những điều khác ghi thêm sau cũng
    được.
  </Empty>
);

function ListAndPerson({ total }: { total: number }) {
  const { filter } = useMemberFilter();
  const filters = useFilters();
  const who = filters.of('who');
  const choose = (id: string): boolean => {
    if (isWide()) filters.set({ who: id });
    return isWide();
  };
  const [rowHeight, setRowHeight] = useState(ROW_HEIGHT);
  // The first hundred tell how high the others will be, so that nothing jumps when they come.
  const drawn = useCallback((page: number, height: number) => {
    if (page === 1 && height > 0) setRowHeight(height);
  }, []);
  useArrows(who, choose);
  const pages = Array.from({ length: Math.ceil(total / STRETCH) }, (_, at) => at + 1);
  return (
    <div className="members-columns">
      <MemberTable rows={total}>
        {pages.map((page) => {
          const size = Math.min(STRETCH, total - (page - 1) * STRETCH);
          return <MemberStretch key={page} {...{ filter, page, size, rowHeight, drawn, choose }} chosen={who} />;
        })}
      </MemberTable>
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
