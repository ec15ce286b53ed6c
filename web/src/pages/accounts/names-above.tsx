import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Switch } from 'antd';
import { api } from '../../api/client.ts';
import { useCommittee } from '../../api/me.ts';
import { Banner } from '../../parts/notice.tsx';

const { client, dataOf } = api;

/** Whether those who follow from above see persons, and not only figures. */
export function NamesAbove() {
  const committee = useCommittee();
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: (showsNamesAbove: boolean) => dataOf(client.PATCH('/api/v1/committee', { body: { showsNamesAbove } })),
    onSuccess: (changed) => queries.setQueryData(['committee'], changed),
  });
  if (!committee.data) return null;
  return (
    <section className="accounts-part" aria-labelledby="names-above">
      <h2 id="names-above">Cấp trên theo dõi</h2>
      {change.error && <Banner title={change.error.message} needsPerson />}
      <label className="accounts-switch">
        <Switch
          checked={committee.data.showsNamesAbove}
          loading={change.isPending}
          onChange={(isShown) => change.mutate(isShown)}
        />
        <span>
          Cho cấp trên xem họ tên
          <small>
            Người theo dõi ở đảng bộ cấp trên luôn xem được hội nghị và số liệu. Bật lên, họ xem được cả họ tên trong sổ
            đảng viên và danh sách điểm danh.
          </small>
        </span>
      </label>
    </section>
  );
}
