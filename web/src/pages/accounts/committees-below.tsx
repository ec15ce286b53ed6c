import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { Banner, Failure } from '../../parts/notice.tsx';
import { day } from '../../words/format.ts';
import { belowQuery, useAccountChange } from './account-queries.ts';
import { FoundCommittee } from './found-committee.tsx';
import type { NewLink } from './link-shown.ts';

const { client, dataOf } = api;

type Below = Schemas['CommitteeBelowDto'];

const purpose =
  'Chỉ dùng khi đảng bộ này là cấp trên của các đảng bộ cơ sở. Đảng bộ trực thuộc tự quản lý sổ, hội nghị và tài khoản của mình; ở đây chỉ theo dõi.';

/** For a committee that has others below it: each looks after itself once its first administrator is in. */
export function CommitteesBelow({ show }: { show: (link: NewLink) => void }) {
  const below = useQuery(belowQuery);
  const [isFounding, setFounding] = useState(false);
  const invite = useAccountChange(
    ({ id }: Below) => dataOf(client.POST('/api/v1/committees/{id}/invitation', { params: { path: { id } } })),
    (made, { bodyName }) => show({ displayName: `quản trị ${bodyName}`, isReset: false, ...made }),
  );
  if (below.isError) return <Failure error={below.error} retry={() => void below.refetch()} />;
  return (
    <section className="accounts-part" aria-labelledby="below">
      <div className="spread">
        <h2 id="below">Đảng bộ cơ sở trực thuộc</h2>
        <Button onClick={() => setFounding(true)}>Lập đảng bộ trực thuộc</Button>
      </div>
      <p className="ink2">{purpose}</p>
      {invite.error && <Banner title={invite.error.message} needsPerson />}
      {below.data?.length === 0 && <p className="ink3">Chưa có đảng bộ trực thuộc nào.</p>}
      <ul>
        {below.data?.map((committee) => (
          <Row
            key={committee.id}
            committee={committee}
            isPending={invite.isPending}
            invite={() => invite.mutate(committee)}
          />
        ))}
      </ul>
      {isFounding && (
        <FoundCommittee
          close={() => setFounding(false)}
          show={(link) => {
            setFounding(false);
            show(link);
          }}
        />
      )}
    </section>
  );
}

function Row({ committee, isPending, invite }: { committee: Below; isPending: boolean; invite: () => void }) {
  const { name, bodyName, foundedOn, isWaiting } = committee;
  return (
    <li>
      <div>
        <p>{name}</p>
        <small>
          {bodyName} · thành lập {day(foundedOn)}
          {isWaiting && ' · chờ người quản trị nhận lời mời'}
        </small>
      </div>
      {isWaiting && (
        <Button loading={isPending} onClick={invite}>
          Mời lại
        </Button>
      )}
    </li>
  );
}
