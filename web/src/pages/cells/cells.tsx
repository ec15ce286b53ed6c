import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { cellGroupsQuery, strengthsQuery } from '../../api/queries.ts';
import { Empty, Failure } from '../../parts/notice.tsx';
import { May } from '../../parts/may.tsx';
import { Page } from '../../parts/page.tsx';
import { useFilters } from '../../parts/search-params.ts';
import { SkeletonRows } from '../../parts/skeleton-rows.tsx';
import { day } from '../../words/format.ts';
import { AddCell } from './add-cell.tsx';
import { CellDialog } from './cell-dialog.tsx';
import { daysQuery, type Unit, useTree } from './cell-queries.ts';
import { Groups } from './groups.tsx';
import { Story } from './story.tsx';
import { TimeLine } from './time-line.tsx';
import { treeRows } from './tree-rows.ts';
import { TreeTable } from './tree-table.tsx';
import './cells.css';
import '../../parts/form-dialog.css';

export function Cells() {
  const [isAdding, setAdding] = useState(false);
  const { units } = useTree('', '');
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
      <WhichDay />
      <Known />
      <Story />
      {isAdding && (
        <AddCell
          parents={(units.data ?? []).filter(({ kind }) => kind === 'committee')}
          close={() => setAdding(false)}
        />
      )}
    </Page>
  );
}

function WhichDay() {
  const filters = useFilters();
  const days = useQuery(daysQuery);
  return (
    <TimeLine
      days={days.data ?? []}
      asOf={filters.of('asOf')}
      choose={(asOf) => filters.set({ asOf: asOf || null, top: null })}
    />
  );
}

function Known() {
  const filters = useFilters();
  const [asOf, top] = [filters.of('asOf'), filters.of('top')];
  const { units, isTooLarge } = useTree(asOf, top);
  const strengths = useQuery({ ...strengthsQuery(asOf || undefined), placeholderData: keepPreviousData });
  const groups = useQuery(cellGroupsQuery);
  const failed = [units, strengths, groups].find(({ isError }) => isError);
  if (failed) return <Failure error={failed.error} retry={() => void failed.refetch()} />;
  if (!units.data || !strengths.data || !groups.data) return <SkeletonRows rows={14} height={45} />;
  const { whole, rows } = treeRows(units.data, strengths.data);
  if (!whole || rows.length === 0) return <NoCells asOf={asOf} />;
  const chosen = units.data.find(({ id }) => id === filters.of('cell'));
  const cells = units.data.filter(({ kind }) => kind === 'cell');
  return (
    <>
      {isTooLarge && top && <Up units={units.data} go={(id) => filters.set({ top: id }, { replace: false })} />}
      <TreeTable
        {...{ whole, rows, asOf, groups: groups.data }}
        open={(id) => filters.set({ cell: id }, { replace: false })}
        goDown={isTooLarge ? (id) => filters.set({ top: id }, { replace: false }) : undefined}
      />
      <p className="cells-note small ink2">
        Triệu tập = tổng số − miễn − tạm chuyển. Số liệu của sổ {asOf ? `tính đến ${day(asOf)}` : 'hôm nay'}; bấm một số
        để xem tên.
      </p>
      <Groups groups={groups.data} cells={cells} />
      {chosen && <CellDialog unit={chosen} units={units.data} close={() => filters.set({ cell: null })} />}
    </>
  );
}

function NoCells({ asOf }: { asOf: string }) {
  if (asOf) return <Empty title="Ngày ấy chưa có chi bộ nào">Chọn một ngày sau đó.</Empty>;
  return <Empty title="Chưa có chi bộ nào">Cần tên và ngày thành lập của từng chi bộ.</Empty>;
}

/** Back up, in a tree that is shown level by level. */
function Up({ units, go }: { units: Unit[]; go: (id: string | null) => void }) {
  return (
    <div className="row">
      <Button onClick={() => go(units[0]?.parentId ?? null)}>Lên cấp trên</Button>
      <p className="strong">{units[0]?.name}</p>
    </div>
  );
}
