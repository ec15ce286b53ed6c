import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link, useParams } from 'react-router';
import { Banner, Failure } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { SkeletonRows } from '../../parts/skeleton-rows.tsx';
import { type State, StateMark } from '../../parts/state-mark.tsx';
import { day, momentOf } from '../../words/format.ts';
import { EndRequest, type Ending } from './end-request.tsx';
import { HeldData } from './held-data.tsx';
import { requestQuery } from './request-queries.ts';
import { type DataRequest, groundWords, kindWords, leftWords, nextClock, stateWords } from './request-words.ts';
import './requests.css';

export function RequestPage() {
  const { id = '' } = useParams();
  const request = useQuery(requestQuery(id));
  return (
    <Page
      title={request.data ? kindWords[request.data.kind] : 'Yêu cầu'}
      head={
        <Link to="/data-requests" className="requests-back">
          Yêu cầu về dữ liệu cá nhân
        </Link>
      }
    >
      {request.isError && <Failure error={request.error} retry={() => void request.refetch()} />}
      {!request.data && !request.isError && <SkeletonRows rows={6} height={64} />}
      {request.data && <Known request={request.data} />}
    </Page>
  );
}

function Known({ request }: { request: DataRequest }) {
  const [ending, end] = useState<Ending | null>(null);
  const { id, memberId, memberName, kind, detail, receivedOn } = request;
  const clock = nextClock(request);
  return (
    <article className="request">
      <div>
        <h1>{kindWords[kind]}</h1>
        <p className="requests-whose">
          <Link to={`/members/${memberId}`}>{memberName}</Link> yêu cầu ngày {day(receivedOn)}.
        </p>
      </div>
      {clock && clock.days < 0 && (
        <Banner title={`${clock.what}: ${leftWords(clock.days)}`} needsPerson>
          <p>Hạn là hết ngày {day(clock.by)}. Làm ngay bước này.</p>
        </Banner>
      )}
      {detail && <blockquote>{detail}</blockquote>}
      <Steps request={request} end={end} />
      {kind === 'view' && <HeldData requestId={id} />}
      {ending && <EndRequest key={id} request={request} ending={ending} close={() => end(null)} />}
    </article>
  );
}

/** Received, acknowledged, done: each with its day and who did it; the acts stand at the step that waits. */
function Steps({ request, end }: { request: DataRequest; end: (ending: Ending) => void }) {
  const { receivedBy, receivedOn, acknowledgedAt, acknowledgedBy, acknowledgeBy, daysToAcknowledge, may } = request;
  return (
    <ol className="request-steps">
      <Step state="done" title="Đã nhận" words={`ngày ${day(receivedOn)}, ${receivedBy} ghi nhận`} />
      <Step
        state={acknowledgedAt ? 'done' : (daysToAcknowledge ?? 0) < 0 ? 'needed' : 'running'}
        title={acknowledgedAt ? 'Đã phản hồi tiếp nhận' : 'Phản hồi tiếp nhận'}
        words={
          acknowledgedAt
            ? `${momentOf(acknowledgedAt)}, ${acknowledgedBy}`
            : `trước hết ngày ${day(acknowledgeBy)}, ${leftWords(daysToAcknowledge ?? 0)}`
        }
      >
        {may.acknowledge && <Button onClick={() => end('acknowledgement')}>Ghi đã phản hồi</Button>}
      </Step>
      <LastStep request={request} end={end} />
    </ol>
  );
}

function LastStep({ request, end }: { request: DataRequest; end: (ending: Ending) => void }) {
  const { state, closedAt, closedBy, daysLeft, dueOn, firstDueOn, acknowledgedAt, extensionReason } = request;
  const waits: State = (daysLeft ?? 0) < 0 ? 'needed' : acknowledgedAt ? 'running' : 'idle';
  const place =
    daysLeft === null
      ? { title: stateWords[state], words: `${closedAt ? momentOf(closedAt) : ''}, ${closedBy}` }
      : { title: 'Giải quyết xong', words: `trước hết ngày ${day(dueOn)}, ${leftWords(daysLeft)}` };
  return (
    <Step state={daysLeft === null ? 'done' : waits} {...place}>
      {dueOn !== firstDueOn && (
        <p className="small ink2">
          Đã gia hạn từ ngày {day(firstDueOn)}. Lý do: {extensionReason}
        </p>
      )}
      {request.refusalGround && <p>Căn cứ: {groundWords[request.refusalGround]}.</p>}
      {request.outcome && <p className="request-outcome">{request.outcome}</p>}
      <Acts may={request.may} end={end} />
    </Step>
  );
}

function Acts({ may, end }: { may: DataRequest['may']; end: (ending: Ending) => void }) {
  if (!may.refuse) return null;
  return (
    <div className="row">
      {may.complete && (
        <Button type="primary" onClick={() => end('completion')}>
          Ghi đã giải quyết
        </Button>
      )}
      {may.erase && (
        <Button type="primary" onClick={() => end('erasure')}>
          Xóa dữ liệu
        </Button>
      )}
      {may.extend && <Button onClick={() => end('extension')}>Gia hạn</Button>}
      <Button onClick={() => end('refusal')}>Từ chối</Button>
    </div>
  );
}

function Step({ state, title, words, children }: { state: State; title: string; words: string; children?: ReactNode }) {
  return (
    <li>
      <StateMark state={state} />
      <div>
        <h2>{title}</h2>
        <small>{words}</small>
        {children}
      </div>
    </li>
  );
}
