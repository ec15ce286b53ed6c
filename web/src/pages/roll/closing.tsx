import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/may.ts';
import { Banner } from '../../parts/notice.tsx';
import { integer } from '../../words/format.ts';
import type { OpenRoll } from './roll-view.ts';
import { shortCell } from './mark-words.ts';
import { owingCells } from './roll-place.ts';

const { client, dataOf } = api;

/** Closing, or in its place the reason why not yet and the way to who is owed. */
export function Closing({ open }: { open: OpenRoll }) {
  const { one, classTally, cells, cell, place, state } = open;
  const [isAsking, setAsking] = useState(false);
  const may = useMay();
  const owing = owingCells(cells);
  const [first] = owing.filter(({ cellId }) => cellId !== cell.cellId);
  if (classTally.unmarked > 0)
    return (
      <div className="roll-closing">
        <p className="small ink2">
          Chưa chốt được {one.name}: còn {integer(classTally.unmarked)} người ở {integer(owing.length)} chi bộ.
        </p>
        {first && (
          <Button size="small" onClick={() => place.openCell(first.cellId)}>
            Đến chi bộ còn nợ: {shortCell(first.name)}
          </Button>
        )}
      </div>
    );
  if (!may('roll.close')) return <p className="small ink2">{one.name} đã ghi đủ. Văn phòng sẽ chốt.</p>;
  if (state.waiting > 0 || state.away)
    return <p className="small ink2">Chưa chốt được {one.name}: còn lượt chờ gửi máy chủ.</p>;
  return (
    <div className="roll-closing">
      <Button type="primary" onClick={() => setAsking(true)}>
        Chốt {one.name}
      </Button>
      {isAsking && <ClosingDialog open={open} close={() => setAsking(false)} />}
    </div>
  );
}

function ClosingDialog({ open: { one, session, classTally }, close }: { open: OpenRoll; close: () => void }) {
  const queries = useQueryClient();
  const closing = useMutation({
    mutationFn: () => dataOf(client.POST('/api/v1/classes/{id}/closing', { params: { path: { id: one.id } } })),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['session', session.id] }),
        queries.invalidateQueries({ queryKey: ['class', one.id] }),
      ]),
    onSuccess: close,
  });
  const { summoned, present, excused, unexcused } = classTally;
  return (
    <Modal
      open
      title={`Chốt ${one.name}?`}
      okText={`Chốt ${one.name}`}
      cancelText="Quay lại"
      confirmLoading={closing.isPending}
      onOk={() => closing.mutate()}
      onCancel={close}
    >
      <p>
        {integer(summoned)} người được triệu tập: {integer(present)} có mặt, {integer(excused)} vắng có lý do,{' '}
        {integer(unexcused)} vắng không lý do.
      </p>
      <p>Chốt rồi không ghi thêm được. Muốn sửa phải mở lại và nêu lý do.</p>
      {closing.error && <Banner title={closing.error.message} needsPerson />}
    </Modal>
  );
}
