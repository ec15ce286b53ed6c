import { Button } from 'antd';
import { useMove, useWorkplaces } from '../../api/workplaces.ts';
import { Banner, Failure } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { SkeletonRows } from '../../parts/skeleton-rows.tsx';
import './workplaces.css';

/** In which of his committees somebody works now. */
export function Workplaces() {
  const workplaces = useWorkplaces();
  const move = useMove();
  return (
    <Page title="Chọn đảng bộ">
      <p className="workplaces-lead ink2">
        Ở đảng bộ trực thuộc, mọi vai trò đều là theo dõi: xem hội nghị và số liệu, không ghi. Đảng bộ đó thấy trong
        nhật ký của mình là ai đã vào xem.
      </p>
      {move.error && <Banner title={move.error.message} needsPerson />}
      {workplaces.isError && <Failure error={workplaces.error} retry={() => void workplaces.refetch()} />}
      {workplaces.isPending && <SkeletonRows rows={4} height={68} />}
      <ul className="workplaces sheet">
        {workplaces.data?.map(({ id, name, bodyName, isHome, isCurrent }) => (
          <li key={id} aria-current={isCurrent}>
            <div>
              <p className={isCurrent ? 'strong' : ''}>{name}</p>
              <small>{isHome ? `${bodyName} · đảng bộ của tôi` : bodyName}</small>
            </div>
            {isCurrent ? (
              <span className="ink2">Đang làm việc ở đây</span>
            ) : (
              <Button loading={move.isPending && move.variables === id} onClick={() => move.mutate(id)}>
                {isHome ? 'Về đây' : 'Vào xem'}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Page>
  );
}
