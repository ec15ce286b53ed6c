import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import type { SessionClass } from '../../api/queries.ts';
import { Banner } from '../../parts/notice.tsx';

/** There is no way back from it, so it asks; the server refuses once the class has a roll, and says so. */
export function RemoveClass({ one, done }: { one: SessionClass; done: () => void }) {
  const [isAsking, setIsAsking] = useState(false);
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => api.client.DELETE('/api/v1/classes/{id}', { params: { path: { id: one.id } } }),
    onSuccess: async () => {
      done();
      await queries.invalidateQueries({ queryKey: ['session', one.sessionId] });
    },
  });
  if (remove.error) return <Banner title={remove.error.message} needsPerson />;
  if (!isAsking)
    return (
      <Button type="text" className="classes-remove" onClick={() => setIsAsking(true)}>
        Bỏ {one.name}
      </Button>
    );
  return (
    <Banner title={`Bỏ ${one.name}?`} needsPerson>
      <p>{one.cellIds.length} chi bộ của lớp trở về chưa xếp. Buổi học của lớp bị xóa, không lấy lại được.</p>
      <div className="row classes-ask">
        <Button danger loading={remove.isPending} onClick={() => remove.mutate()}>
          Bỏ {one.name}
        </Button>
        <Button type="text" onClick={() => setIsAsking(false)}>
          Giữ lại
        </Button>
      </div>
    </Banner>
  );
}
