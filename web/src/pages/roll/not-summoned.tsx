import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { api } from '../../api/client.ts';
import type { Session, SessionClass } from '../../api/queries.ts';
import { May } from '../../parts/may.tsx';
import { Banner, Empty } from '../../parts/notice.tsx';
import { rollClasses } from './roll-place.ts';
import type { RollPlace } from './use-roll-place.ts';

const { client, dataOf } = api;

/** Before the summons there is nobody to call. */
export function NotSummoned({ session, one, place }: { session: Session; one: SessionClass; place: RollPlace }) {
  const queries = useQueryClient();
  const summon = useMutation({
    mutationFn: () => dataOf(client.POST('/api/v1/sessions/{id}/summons', { params: { path: { id: session.id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['session', session.id] }),
  });
  const others = rollClasses(session).filter(({ summonedAt }) => summonedAt);
  return (
    <Empty
      title={`${one.name} chưa triệu tập`}
      act={
        <div className="stack roll-summons">
          {summon.error && <Banner title={summon.error.message} needsPerson />}
          <div className="row">
            <May permission="session.change">
              <Button type="primary" loading={summon.isPending} onClick={() => summon.mutate()}>
                Triệu tập
              </Button>
            </May>
            {others.map(({ id, name }) => (
              <Button key={id} onClick={() => place.openClass(id)}>
                Đến {name}
              </Button>
            ))}
          </div>
        </div>
      }
    >
      Triệu tập lập danh sách từng chi bộ theo danh bạ đảng viên của ngày học. Sau đó mới điểm danh được.
    </Empty>
  );
}
