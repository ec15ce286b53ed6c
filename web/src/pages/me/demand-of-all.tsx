import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { api } from '../../api/client.ts';
import { useCommittee } from '../../api/me.ts';
import { Banner } from '../../parts/notice.tsx';

const { client, dataOf } = api;

/** For administrators: what the committee asks of all who give rights away or carry data out. */
export function DemandOfAll() {
  const queries = useQueryClient();
  const committee = useCommittee();
  const change = useMutation({
    mutationFn: (demandsSecondFactor: boolean) =>
      dataOf(client.PATCH('/api/v1/committee', { body: { demandsSecondFactor } })),
    onSuccess: async (changed) => {
      queries.setQueryData(['committee'], changed);
      await queries.invalidateQueries({ queryKey: ['me'] });
    },
  });
  if (!committee.data) return null;
  return (
    <section className="me-part wide" aria-labelledby="me-demand">
      <h2 id="me-demand">Quy định chung của đảng bộ</h2>
      {change.error && <Banner title={change.error.message} needsPerson />}
      <Checkbox
        checked={committee.data.demandsSecondFactor}
        disabled={change.isPending}
        onChange={({ target }) => change.mutate(target.checked)}
      >
        Người quản trị và người được xuất dữ liệu phải có lớp bảo vệ thứ hai
      </Checkbox>
      <p className="ink2">Ai chưa có sẽ được dẫn đi cài ngay khi vào, trước khi làm việc khác.</p>
    </section>
  );
}
