import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { cellGroupsQuery, strengthsQuery, unitsQuery } from '../../api/queries.ts';
import { Empty, Failure } from '../../parts/notice.tsx';
import { May } from '../../parts/may.tsx';
import { Page } from '../../parts/page.tsx';
import { useFilters } from '../../parts/search-params.ts';
import { SkeletonRows } from '../../parts/skeleton-rows.tsx';
import { AddCell } from './add-cell.tsx';
import { CellDialog } from './cell-dialog.tsx';
import { CellTable } from './cell-table.tsx';
import { Groups } from './groups.tsx';
import './cells.css';
import '../../parts/form-dialog.css';

export function Cells() {
  const [isAdding, setAdding] = useState(false);
  return (
    <Page
      title="Chi bộ"
      act={
        <May permission="unit.change">
          <Button type="primary" onClick={() => setAdding(true)}>
            Thêm chi bộ
          </Button>
        </May>
      }
    >
      <Known />
      {isAdding && <AddCell close={() => setAdding(false)} />}
    </Page>
  );
}

function Known() {
  const [units, strengths, groups] = [useQuery(unitsQuery()), useQuery(strengthsQuery()), useQuery(cellGroupsQuery)];
  const filters = useFilters();
  const failed = [units, strengths, groups].find(({ isError }) => isError);
  if (failed) return <Failure error={failed.error} retry={() => void failed.refetch()} />;
  if (!units.data || !strengths.data || !groups.data) return <SkeletonRows rows={14} height={45} />;
  const cells = units.data.filter(({ kind }) => kind === 'cell');
  const chosen = cells.find(({ id }) => id === filters.of('cell'));
  if (cells.length === 0) return <Empty title="Chưa có chi bộ nào">Cần tên và ngày thành lập của từng chi bộ.</Empty>;
  return (
    <>
      <CellTable
        {...{ cells, strengths: strengths.data, groups: groups.data }}
        open={(id) => filters.set({ cell: id }, { replace: false })}
      />
      <p className="cells-note small ink2">
        Triệu tập = tổng số − miễn − tạm chuyển. Số liệu của sổ hôm nay; bấm một số để xem tên.
      </p>
      <Groups groups={groups.data} cells={cells} />
      {chosen && <CellDialog cell={chosen} close={() => filters.set({ cell: null })} />}
    </>
  );
}
