import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { Failure } from '../../parts/notice.tsx';
import { SkeletonRows } from '../../parts/skeleton-rows.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { useIsPhone } from '../../parts/use-is-phone.ts';
import { momentOf } from '../../words/format.ts';
import type { OpenRoll } from './roll-view.ts';
import { attendanceWords, kindWords, reasonWords } from './mark-words.ts';
import type { Kind, Reason } from './marks.ts';

const { client, dataOf } = api;

const reasons = [
  { value: '', label: 'Không nêu' },
  ...Object.entries(reasonWords).map(([value, label]) => ({ value, label })),
];

interface PersonPanelProps {
  open: OpenRoll;
  memberId: string;
  close: () => void;
}

/** One person: set any state, see who set what before. */
export function PersonPanel({ open, memberId, close }: PersonPanelProps) {
  const isPhone = useIsPhone();
  const state = open.cell.states.find(({ person }) => person.memberId === memberId);
  if (!state) return null;
  const { person, attendance } = state;
  return (
    <Drawer
      open
      title={person.fullName}
      placement={isPhone ? 'bottom' : 'right'}
      size={isPhone ? 560 : 400}
      onClose={close}
      closable={{ 'aria-label': 'Đóng' }}
    >
      <div className="stack roll-panel">
        <p className="row">
          <StateMark state={attendance} size={16} /> {attendanceWords[attendance]}
          {person.duty === 'exempt' && ', diện miễn'}
        </p>
        {!open.isReadOnly && person.duty !== 'away' && <Choices open={open} memberId={memberId} close={close} />}
        <History open={open} memberId={memberId} />
      </div>
    </Drawer>
  );
}

function Choices({ open: { marking, state }, memberId, close }: PersonPanelProps) {
  const [reason, setReason] = useState<Reason | null>(state.standing.get(memberId)?.reason ?? null);
  const set =
    (kind: Kind, why: Reason | null = null) =>
    (): void => {
      marking.mark(memberId, kind, why);
      close();
    };
  const withdraw = (): void => {
    marking.withdraw(memberId);
    close();
  };
  return (
    <div className="stack roll-choices">
      <Button onClick={set('present')}>Có mặt</Button>
      <div className="roll-excuse">
        <Button onClick={set('excused', reason)}>Vắng có lý do</Button>
        <Select
          aria-label="Lý do vắng"
          value={reason ?? ''}
          options={reasons}
          onChange={(value) => setReason(value === '' ? null : (value as Reason))}
        />
      </div>
      <Button onClick={set('unexcused')}>Vắng không lý do</Button>
      <Button onClick={set('left-early')}>Về sớm</Button>
      {state.standing.has(memberId) && (
        <Button type="text" onClick={withdraw}>
          Bỏ điểm danh
        </Button>
      )}
    </div>
  );
}

function History({ open: { sitting, state }, memberId }: Omit<PersonPanelProps, 'close'>) {
  const history = useQuery({
    queryKey: ['sitting', sitting.id, 'member', memberId, state.marks.length],
    queryFn: () =>
      dataOf(
        client.GET('/api/v1/sittings/{sittingId}/members/{memberId}/marks', {
          params: { path: { sittingId: sitting.id, memberId } },
        }),
      ),
    gcTime: 0,
  });
  return (
    <section>
      <h2 className="roll-side-head">Đã ghi những gì</h2>
      {history.isPending && <SkeletonRows rows={2} height={56} />}
      {history.isError && <Failure error={history.error} what="Chưa đọc được lịch sử" />}
      {history.data?.length === 0 && <p className="ink2">Chưa ai ghi gì.</p>}
      {history.data?.map(({ id, kind, reason, note, takenBy, takenAt, device }) => (
        <p key={id} className="roll-companion">
          {kindWords[kind]}
          {reason && ` (${reasonWords[reason]})`}
          {note && `: ${note}`}
          <small>
            {device ?? takenBy}, {momentOf(takenAt)}
          </small>
        </p>
      ))}
    </section>
  );
}
