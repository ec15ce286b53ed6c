import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useMay } from '../../api/may.ts';
import { Failure } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { SkeletonRows } from '../../parts/skeleton-rows.tsx';
import { retentionQuery, rulesQuery } from './request-queries.ts';
import { RulesForm } from './rules-form.tsx';
import './requests.css';

/** Periods of requests, holidays, and how long data are kept. */
export function RulesPage() {
  const rules = useQuery(rulesQuery);
  const due = useQuery(retentionQuery);
  const isEditable = useMay()('committee.change');
  const failed = rules.isError ? rules : due.isError ? due : null;
  return (
    <Page
      title="Thời hạn và lưu giữ"
      head={
        <Link to="/data-requests" className="requests-back">
          Yêu cầu về dữ liệu cá nhân
        </Link>
      }
    >
      <h1>Thời hạn và lưu giữ</h1>
      {failed && <Failure error={failed.error} retry={() => void failed.refetch()} />}
      {!failed && !(rules.data && due.data) && <SkeletonRows rows={10} height={56} />}
      {rules.data && due.data && <RulesForm rules={rules.data} due={due.data} isEditable={isEditable} />}
    </Page>
  );
}
