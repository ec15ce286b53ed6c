import { queryOptions, useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../../api/client.ts';
import { sessionQuery, sessionsQuery } from '../../api/queries.ts';
import { faultElsewhere } from '../../parts/faults.ts';
import { Banner, Failure } from '../../parts/notice.tsx';
import { May } from '../../parts/may.tsx';
import { Page } from '../../parts/page.tsx';
import { SkeletonRows } from '../../parts/skeleton-rows.tsx';
import { day } from '../../words/format.ts';
import { ResolutionFiles } from './resolution-files.tsx';
import { levelWords, type Resolution, ResolutionForm } from './resolution-form.tsx';
import './resolutions.css';

const { client, dataOf } = api;

/** So many sessions are read to find those that studied it. */
const READ = 50;

const resolutionQuery = (id: string) =>
  queryOptions({
    queryKey: ['resolutions', 'one', id],
    queryFn: () => dataOf(client.GET('/api/v1/resolutions/{id}', { params: { path: { id } } })),
  });

export function ResolutionPage() {
  const { id = '' } = useParams();
  const resolution = useQuery(resolutionQuery(id));
  return (
    <Page
      title={resolution.data?.title ?? 'Nghị quyết'}
      head={
        <Link to="/resolutions" className="resolution-back">
          Nghị quyết
        </Link>
      }
    >
      {!resolution.data && <h1 className="hidden-text">Nghị quyết</h1>}
      {resolution.isError && <Failure error={resolution.error} retry={() => void resolution.refetch()} />}
      {resolution.isPending && <SkeletonRows rows={6} height={44} />}
      {resolution.data && <Known resolution={resolution.data} />}
    </Page>
  );
}

function Known({ resolution }: { resolution: Resolution }) {
  const [isEditing, setEditing] = useState(false);
  const close = (): void => setEditing(false);
  const facts: [string, string][] = [
    ['Số, ký hiệu', resolution.number ?? 'Chưa ghi số'],
    ['Cơ quan ban hành', resolution.issuer],
    ['Ngày ban hành', day(resolution.issuedOn)],
    ['Cấp', levelWords[resolution.level]],
  ];
  return (
    <div className="resolution">
      <h1>{resolution.title}</h1>
      <dl>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <May permission="resolution.change">
        <Acts id={resolution.id} edit={() => setEditing(true)} />
      </May>
      <ResolutionFiles id={resolution.id} />
      <Sessions id={resolution.id} />
      {isEditing && <ResolutionForm resolution={resolution} close={close} done={close} />}
    </div>
  );
}

function Acts({ id, edit }: { id: string; edit: () => void }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const removal = useMutation({
    mutationFn: () => client.DELETE('/api/v1/resolutions/{id}', { params: { path: { id } } }),
    onSuccess: async () => {
      await navigate('/resolutions', { replace: true });
      queries.removeQueries({ queryKey: ['resolutions', 'one', id] });
      await queries.invalidateQueries({ queryKey: ['resolutions'] });
    },
  });
  const fault = faultElsewhere(removal.error, []);
  return (
    <>
      <div className="row">
        <Button onClick={edit}>Sửa nghị quyết</Button>
        <Popconfirm
          title="Bỏ văn bản này khỏi sổ?"
          okText="Bỏ khỏi sổ"
          cancelText="Thôi"
          onConfirm={() => removal.mutate()}
        >
          <Button type="text" loading={removal.isPending}>
            Bỏ khỏi sổ
          </Button>
        </Popconfirm>
      </div>
      {fault && <Banner title={fault} needsPerson />}
    </>
  );
}

function Sessions({ id }: { id: string }) {
  const sessions = useQuery(sessionsQuery);
  const read = (sessions.data ?? []).slice(0, READ);
  const plans = useQueries({ queries: read.map((each) => sessionQuery(each.id)) });
  const isWaiting = sessions.isPending || plans.some(({ isPending }) => isPending);
  const failed = [sessions, ...plans].find(({ isError }) => isError);
  const found = read.filter((_, index) => plans[index]?.data?.resolutions.some((each) => each.id === id));
  const left = (sessions.data?.length ?? 0) - read.length;
  return (
    <section className="resolution-sessions" aria-labelledby="resolution-sessions">
      <h2 id="resolution-sessions">Hội nghị học văn bản này</h2>
      {failed && <Failure error={failed.error} retry={() => void failed.refetch()} />}
      {isWaiting && !failed && <SkeletonRows rows={2} height={57} />}
      {!isWaiting && !failed && found.length === 0 && <p className="ink2">Chưa có hội nghị nào.</p>}
      <ul>
        {found.map((each) => (
          <li key={each.id}>
            <Link to={`/sessions/${each.id}`}>{each.title}</Link>
            <small>{each.firstDay ? day(each.firstDay) : 'Chưa có ngày'}</small>
          </li>
        ))}
      </ul>
      {left > 0 && (
        <small>
          Tìm trong {READ} hội nghị gần nhất; {left} hội nghị trước đó chưa xem.
        </small>
      )}
    </section>
  );
}
