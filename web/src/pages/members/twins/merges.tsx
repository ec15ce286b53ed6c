import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { Link } from 'react-router';
import { api, type Schemas } from '../../../api/client.ts';
import { faultElsewhere } from '../../../parts/faults.ts';
import { Banner } from '../../../parts/notice.tsx';
import { momentOf } from '../../../words/format.ts';
import { mergesQuery, useTwinChange } from './twin-queries.ts';

const { client, dataOf } = api;

/** Entries that were made one, and the way back. */
export function Merges() {
  const merges = useQuery(mergesQuery);
  if (!merges.data || merges.data.length === 0) return null;
  return (
    <section className="twins-merges" aria-labelledby="twins-merges">
      <h2 id="twins-merges">Đã gộp</h2>
      <ul>
        {merges.data.map((merge) => (
          <Row key={merge.id} merge={merge} />
        ))}
      </ul>
    </section>
  );
}

function Row({ merge }: { merge: Schemas['MergeRecordDto'] }) {
  const { id, keptId, keptName, droppedId, droppedName, mergedAt, mergedBy } = merge;
  const undoing = useTwinChange(() =>
    dataOf(client.DELETE('/api/v1/members/twins/merges/{id}', { params: { path: { id } } })),
  );
  const fault = faultElsewhere(undoing.error, []);
  return (
    <li>
      <div className="spread">
        <p>
          <Link to={`/members/${droppedId}`}>{droppedName}</Link> gộp vào{' '}
          <Link to={`/members/${keptId}`}>{keptName}</Link>
          <small>
            {mergedBy}, {momentOf(mergedAt)}
          </small>
        </p>
        <Popconfirm
          title="Tách lại thành hai hồ sơ như cũ?"
          okText="Tách lại"
          cancelText="Thôi"
          onConfirm={() => undoing.mutate(undefined)}
        >
          <Button loading={undoing.isPending}>Tách lại như cũ</Button>
        </Popconfirm>
      </div>
      {fault && <Banner title={fault} needsPerson />}
    </li>
  );
}
