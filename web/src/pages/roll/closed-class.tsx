import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/may.ts';
import type { SessionClass } from '../../api/queries.ts';
import { faultElsewhere } from '../../parts/faults.ts';
import { useKeptDraft } from '../../parts/kept-draft.ts';
import { Banner } from '../../parts/notice.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { momentOf } from '../../words/format.ts';

const { client, dataOf } = api;

/** In place of the name field: the list is frozen, by whom and when, and how to open it. */
export function ClosedHead({ one, sessionId }: { one: SessionClass; sessionId: string }) {
  const [isAsking, setAsking] = useState(false);
  const may = useMay();
  const closures = useQuery({
    queryKey: ['class', one.id, 'closures'],
    enabled: may('roll.close'),
    queryFn: () => dataOf(client.GET('/api/v1/classes/{id}/closures', { params: { path: { id: one.id } } })),
  });
  const by = closures.data?.at(-1)?.closedBy;
  return (
    <div className="roll-closed">
      <p>
        <b>{one.name} đã chốt</b> {one.closedAt && momentOf(one.closedAt)}
        {by && `, ${by}`}
      </p>
      {may('roll.close') && <Button onClick={() => setAsking(true)}>Mở lại {one.name}</Button>}
      {isAsking && <ReopenDialog one={one} sessionId={sessionId} close={() => setAsking(false)} />}
    </div>
  );
}

const isText = (value: unknown): value is string => typeof value === 'string';

function ReopenDialog({ one, sessionId, close }: { one: SessionClass; sessionId: string; close: () => void }) {
  const { draft, keep } = useKeptDraft(`quan-triet.reopen.${one.id}`, isText);
  const reason = draft ?? '';
  const [isMissing, setMissing] = useState(false);
  const reopen = useReopening(one, sessionId, () => keep(null));
  const submit = (): void => (reason.trim() === '' ? setMissing(true) : reopen.mutate(reason));
  const fault = faultElsewhere(reopen.error, []);
  return (
    <Modal
      open
      title={`Mở lại ${one.name}?`}
      okText={`Mở lại ${one.name}`}
      cancelText="Quay lại"
      confirmLoading={reopen.isPending}
      onOk={submit}
      onCancel={close}
    >
      <div className="stack roll-dialog">
        <p>Số liệu đã chốt vẫn được giữ. Lần chốt sau là một bản mới, kèm lý do này.</p>
        <TextField
          label="Lý do mở lại"
          value={reason}
          onChange={(text) => {
            keep(text === '' ? null : text);
            setMissing(false);
          }}
          error={isMissing && reason.trim() === '' ? 'Ghi lý do mở lại.' : undefined}
        />
        {fault && <Banner title={fault} needsPerson />}
      </div>
    </Modal>
  );
}

function useReopening(one: SessionClass, sessionId: string, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      dataOf(client.POST('/api/v1/classes/{id}/reopening', { params: { path: { id: one.id } }, body: { reason } })),
    onSuccess: async () => {
      onDone();
      await queries.invalidateQueries({ queryKey: ['class', one.id] });
      await queries.invalidateQueries({ queryKey: ['session', sessionId] });
    },
  });
}
