import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { Banner } from '../../parts/notice.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { hourOf, integer } from '../../words/format.ts';
import type { OpenRoll } from './roll-view.ts';
import { kindWords } from './mark-words.ts';
import { newMark, type OwnMark, type RefusedMark } from './marks.ts';

const NEEDS_REASON = 'mark.withdrawal-needs-reason';
const CLASS_CLOSED = 'class.closed';

/** What the server did not take is listed here until a person has decided: nothing typed is lost in silence. */
export function RefusedMarks({ open }: { open: OpenRoll }) {
  const { refused } = open.state;
  const others = refused.filter(({ code }) => code !== NEEDS_REASON);
  if (refused.length === 0) return null;
  return (
    <div id="roll-refused">
      {refused
        .filter(({ code }) => code === NEEDS_REASON)
        .map((one) => (
          <ReasonForm key={one.mark.id} open={open} refused={one} />
        ))}
      {others.length > 0 && <Refusals open={open} refused={others} />}
    </div>
  );
}

const nameOf = ({ roll }: OpenRoll, id: string): string =>
  roll.people.find(({ memberId }) => memberId === id)?.fullName ?? '';

function Refusals({ open, refused }: { open: OpenRoll; refused: readonly RefusedMark[] }) {
  const { feed, one, session } = open;
  const queries = useQueryClient();
  const isClosed = refused.some(({ code }) => code === CLASS_CLOSED);
  useEffect(() => {
    if (isClosed) void queries.invalidateQueries({ queryKey: ['session', session.id] });
    if (isClosed) void queries.invalidateQueries({ queryKey: ['class', one.id] });
  }, [queries, isClosed, session.id, one.id]);
  const messages = [...new Set(refused.map(({ message }) => message))].join(' ');
  const advice = isClosed
    ? `Muốn ghi thì mở lại ${one.name} rồi bấm “Gửi lại”; không thì bỏ.`
    : 'Gửi lại, hoặc bỏ và ghi tay người đó lần nữa.';
  return (
    <Banner title={`${integer(refused.length)} lượt chưa ghi được. ${messages}`} needsPerson>
      <p>
        {refused
          .map(
            ({ mark }) => `${nameOf(open, mark.memberId)} (${kindWords[mark.kind]}, ${hourOf(new Date(mark.takenAt))})`,
          )
          .join(' · ')}
      </p>
      <p>{advice}</p>
      <p className="row">
        <Button onClick={() => feed.retryRefused()}>Gửi lại {integer(refused.length)} lượt</Button>
        <Button type="text" onClick={() => feed.drop(refused.map(({ mark }) => mark.id))}>
          Bỏ các lượt này
        </Button>
      </p>
    </Banner>
  );
}

/** Another's mark, or one past the time for undoing, is taken back only with a reason. */
function ReasonForm({ open, refused }: { open: OpenRoll; refused: RefusedMark }) {
  const { mark } = refused;
  const [note, setNote] = useState('');
  const [isMissing, setMissing] = useState(false);
  const submit = (): void => {
    if (note.trim() === '') return setMissing(true);
    withdrawWithNote(open, mark, note.trim());
  };
  return (
    <Banner title={`Muốn bỏ điểm danh của ${nameOf(open, mark.memberId)} phải ghi lý do`} needsPerson>
      <form
        className="roll-reason"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextField
          label="Lý do bỏ điểm danh"
          value={note}
          onChange={setNote}
          autoFocus
          error={isMissing && note.trim() === '' ? 'Ghi lý do.' : undefined}
        />
        <Button htmlType="submit">Bỏ điểm danh này</Button>
        <Button type="text" onClick={() => open.feed.drop([mark.id])}>
          Giữ nguyên
        </Button>
      </form>
    </Banner>
  );
}

function withdrawWithNote({ feed, state }: OpenRoll, { id, ...mark }: OwnMark, note: string): void {
  const { sittingId, memberId, withdraws } = mark;
  feed.drop([id]);
  if (!withdraws) return;
  const replaced = state.standing.get(memberId) ?? null;
  feed.add([newMark({ sittingId, memberId, kind: 'withdrawn', withdraws, note }, replaced)]);
}
