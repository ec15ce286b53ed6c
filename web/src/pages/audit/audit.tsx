import { Button } from 'antd';
import { useState } from 'react';
import { May } from '../../parts/may.tsx';
import { Page } from '../../parts/page.tsx';
import { AuditFilters, useTrailFilters } from './audit-filters.tsx';
import { EntryDrawer } from './entry-drawer.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { TrailList } from './trail-list.tsx';
import type { TrailRow } from './trail-rows.ts';
import { VerificationLine } from './verification-line.tsx';
import './audit.css';

/** Who did what, when and from where; and whether anybody has touched what is told here. */
export function Audit() {
  const filters = useTrailFilters();
  const [opened, setOpened] = useState<TrailRow | null>(null);
  const [isExporting, setExporting] = useState(false);
  return (
    <Page
      title="Nhật ký"
      act={
        <May permission="audit.export">
          <Button onClick={() => setExporting(true)}>Xuất ra tệp</Button>
        </May>
      }
    >
      <VerificationLine />
      <AuditFilters />
      <TrailList open={setOpened} />
      <EntryDrawer row={opened} close={() => setOpened(null)} />
      {isExporting && <ExportDialog filters={filters} close={() => setExporting(false)} />}
    </Page>
  );
}
