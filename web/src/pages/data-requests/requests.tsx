import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Empty, Failure } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { SkeletonRows } from '../../parts/skeleton-rows.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { day, inVietnam } from '../../words/format.ts';
import { NewRequest } from './new-request.tsx';
import { requestsQuery } from './request-queries.ts';
import { type DataRequest, kindWords, leftWords, nextClock, stateWords } from './request-words.ts';
import './requests.css';

/** What members have asked about their own data: what is due first stands first. */
export function Requests() {
  const [isAdding, setAdding] = useState(false);
  const navigate = useNavigate();
  return (
    <Page
      title="Yêu cầu về dữ liệu cá nhân"
      act={
        <Button type="primary" onClick={() => setAdding(true)}>
          Ghi nhận yêu cầu
        </Button>
      }
    >
      <List />
      <p className="requests-rules">
        <Link to="/data-requests/rules">Thời hạn, ngày nghỉ và thời gian lưu giữ</Link>
      </p>
      {isAdding && (
        <NewRequest close={() => setAdding(false)} done={({ id }) => void navigate(`/data-requests/${id}`)} />
      )}
    </Page>
  );
}

function List() {
  const requests = useQuery(requestsQuery);
  if (requests.isError) return <Failure error={requests.error} retry={() => void requests.refetch()} />;
  if (!requests.data) return <SkeletonRows rows={6} height={69} />;
  const open = requests.data.filter(({ daysLeft }) => daysLeft !== null);
  const closed = requests.data.filter(({ daysLeft }) => daysLeft === null);
  if (requests.data.length === 0)
    return (
      <Empty title="Chưa có yêu cầu nào">
        Khi một đảng viên muốn xem, sửa hoặc xóa dữ liệu về mình, ghi nhận ở đây; hệ thống tính thời hạn theo luật.
      </Empty>
    );
  const late = open.filter((request) => (nextClock(request)?.days ?? 0) < 0).length;
  return (
    <>
      <p className="requests-count">
        {open.length === 0 ? 'Không có yêu cầu nào đang chờ.' : `${open.length} yêu cầu đang chờ.`}
        {late > 0 && <b className="red"> {late} đã quá hạn.</b>}
      </p>
      {open.length > 0 && <Rows requests={open} />}
      {closed.length > 0 && (
        <section className="requests-closed" aria-labelledby="requests-closed">
          <h2 id="requests-closed">Đã kết thúc</h2>
          <Rows requests={closed} />
        </section>
      )}
    </>
  );
}

function Rows({ requests }: { requests: DataRequest[] }) {
  return (
    <ul className="requests-list sheet">
      {requests.map((request) => (
        <Row key={request.id} request={request} />
      ))}
    </ul>
  );
}

function Row({ request }: { request: DataRequest }) {
  const { id, memberName, kind, state, receivedOn, closedAt } = request;
  const clock = nextClock(request);
  const isLate = clock !== null && clock.days < 0;
  return (
    <li>
      <Link to={`/data-requests/${id}`}>
        <StateMark state={isLate ? 'needed' : clock === null ? 'done' : state === 'received' ? 'idle' : 'running'} />
        <span>
          <b>{memberName}</b>
          <small>
            {kindWords[kind]} · nhận ngày {day(receivedOn)}
          </small>
        </span>
        <span className="requests-when">
          {clock ? (
            <>
              <span className={isLate ? 'red strong' : ''}>{leftWords(clock.days)}</span>
              <small>
                {clock.what} trước hết ngày {day(clock.by)}
              </small>
            </>
          ) : (
            <>
              <span>{stateWords[state]}</span>
              <small>{closedAt && `ngày ${day(inVietnam(closedAt).day)}`}</small>
            </>
          )}
        </span>
      </Link>
    </li>
  );
}
