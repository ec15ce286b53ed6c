import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { api, type Schemas } from '../../../api/client.ts';
import { faultElsewhere } from '../../../parts/faults.ts';
import { Banner } from '../../../parts/notice.tsx';
import { momentOf } from '../../../words/format.ts';
import { distinctionsQuery, useTwinChange } from './twin-queries.ts';

const { client } = api;

/** Pairs of whom somebody said that they are two people, and the way back. */
export function Distinctions() {
  const distinctions = useQuery(distinctionsQuery);
  if (!distinctions.data || distinctions.data.length === 0) return null;
  return (
    <section className="twins-merges" aria-labelledby="twins-distinctions">
      <h2 id="twins-distinctions">Đã ghi là hai người khác nhau</h2>
      <ul>
        {distinctions.data.map((distinction) => (
          <Row key={`${distinction.oneId} ${distinction.otherId}`} distinction={distinction} />
        ))}
      </ul>
    </section>
  );
}

function Row({ distinction }: { distinction: Schemas['DistinctionDto'] }) {
  const { oneId, oneName, otherId, otherName, saidAt, saidBy } = distinction;
  const undoing = useTwinChange(() =>
    client.DELETE('/api/v1/members/twins/distinctions/{oneId}/{otherId}', { params: { path: { oneId, otherId } } }),
  );
  const fault = faultElsewhere(undoing.error, []);
  return (
    <li>
      <div className="spread">
        <p>
          <Link to={`/members/${oneId}`}>{oneName}</Link> và <Link to={`/members/${otherId}`}>{otherName}</Link>
          <small>
            {saidBy}, {momentOf(saidAt)}
          </small>
        </p>
        <Button loading={undoing.isPending} onClick={() => undoing.mutate(undefined)}>
          Xem lại cặp này
        </Button>
      </div>
      {fault && <Banner title={fault} needsPerson />}
    </li>
  );
}
