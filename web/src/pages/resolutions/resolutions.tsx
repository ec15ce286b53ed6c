import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { resolutionsQuery } from '../../api/queries.ts';
import { Empty, Failure } from '../../parts/notice.tsx';
import { May } from '../../parts/may.tsx';
import { Page } from '../../parts/page.tsx';
import { SearchField } from '../../parts/search-field.tsx';
import { useFilters } from '../../parts/search-params.ts';
import { SkeletonRows } from '../../parts/skeleton-rows.tsx';
import { day } from '../../words/format.ts';
import { levelWords, type Resolution, ResolutionForm } from './resolution-form.tsx';
import './resolutions.css';

export function Resolutions() {
  const filters = useFilters();
  const navigate = useNavigate();
  const [isAdding, setAdding] = useState(false);
  return (
    <Page
      title="Nghị quyết"
      act={
        <May permission="resolution.change">
          <Button type="primary" onClick={() => setAdding(true)}>
            Thêm nghị quyết
          </Button>
        </May>
      }
    >
      <div className="resolutions-filters">
        <SearchField
          label="Tìm nghị quyết theo số, tên, cơ quan ban hành"
          value={filters.of('search')}
          onChange={(search) => filters.set({ search })}
        />
      </div>
      <Found search={filters.of('search')} />
      {isAdding && (
        <ResolutionForm
          resolution={null}
          close={() => setAdding(false)}
          done={({ id }) => void navigate(`/resolutions/${id}`)}
        />
      )}
    </Page>
  );
}

function Found({ search }: { search: string }) {
  const resolutions = useQuery(resolutionsQuery(search));
  if (resolutions.isError) return <Failure error={resolutions.error} retry={() => void resolutions.refetch()} />;
  if (!resolutions.data) return <SkeletonRows rows={6} height={69} />;
  if (resolutions.data.length === 0)
    return search ? (
      <Empty title={`Không có nghị quyết nào khớp “${search}”`}>Thử ít chữ hơn.</Empty>
    ) : (
      <Empty title="Chưa có nghị quyết nào">Cần tên văn bản, cơ quan và ngày ban hành.</Empty>
    );
  return (
    <>
      <ul className="resolutions-list sheet">
        {resolutions.data.map((resolution) => (
          <Row key={resolution.id} resolution={resolution} />
        ))}
      </ul>
      <small className="resolutions-note">{resolutions.data.length} văn bản.</small>
    </>
  );
}

const Row = ({ resolution: { id, number, title, issuer, issuedOn, level } }: { resolution: Resolution }) => (
  <li>
    <Link to={`/resolutions/${id}`}>
      <span className="ink2 nowrap">{number ?? 'Chưa ghi số'}</span>
      <span>
        {title}
        <small>
          {issuer} · {levelWords[level]}
        </small>
      </span>
      <span className="ink2">{day(issuedOn)}</span>
    </Link>
  </li>
);
