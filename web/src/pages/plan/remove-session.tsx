import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../api/client.ts';
import type { Session } from '../../api/queries.ts';
import { Banner } from '../../parts/notice.tsx';

/** There is no way back, so it asks; the server refuses once there is a roll, and says so. */
export function RemoveSession({ session: { id, classes } }: { session: Session }) {
  const [isAsking, setIsAsking] = useState(false);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const remove = useMutation({
    mutationFn: () => api.client.DELETE('/api/v1/sessions/{id}', { params: { path: { id } } }),
    onSuccess: async () => {
      await navigate('/sessions', { replace: true });
      queries.removeQueries({ queryKey: ['session', id] });
      await queries.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
  return (
    <section className="plan-remove" aria-label="Xóa hội nghị">
      {remove.error && <Banner title={`Chưa xóa. ${remove.error.message}`} needsPerson />}
      {!isAsking && (
        <Button type="text" className="plan-quiet red" onClick={() => setIsAsking(true)}>
          Xóa hội nghị này
        </Button>
      )}
      {isAsking && !remove.error && (
        <Banner title="Xóa hội nghị này?" needsPerson>
          <p>Kế hoạch và {classes.length} lớp bị xóa, không lấy lại được. Nghị quyết vẫn ở trong sổ.</p>
          <div className="plan-acts">
            <Button danger loading={remove.isPending} onClick={() => remove.mutate()}>
              Xóa hội nghị
            </Button>
            <Button type="text" onClick={() => setIsAsking(false)}>
              Giữ lại
            </Button>
          </div>
        </Banner>
      )}
    </section>
  );
}
