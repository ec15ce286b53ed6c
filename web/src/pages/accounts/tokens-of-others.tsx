import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { Link } from 'react-router';
import { api } from '../../api/client.ts';
import { Banner } from '../../parts/notice.tsx';
import { day, momentOf } from '../../words/format.ts';
import { type OwnedToken, tokensQuery, useAccountChange } from './account-queries.ts';

const { client } = api;

/** Programs that come in by a token of somebody's; only where there are any. */
export function TokensOfOthers() {
  const tokens = useQuery(tokensQuery);
  const end = useAccountChange((id: string) => client.DELETE('/api/v1/tokens/{id}', { params: { path: { id } } }));
  return (
    <section className="accounts-part" aria-labelledby="tokens">
      <h2 id="tokens">Mã truy cập của chương trình</h2>
      <p className="ink2">
        Chương trình khác đọc dữ liệu bằng mã, trong phạm vi quyền của người lập.{' '}
        <Link to="/tokens">Mã truy cập của tôi</Link>
      </p>
      {end.error && <Banner title={end.error.message} needsPerson />}
      {tokens.data?.length === 0 && <p className="ink3">Chưa có mã nào.</p>}
      <ul>
        {tokens.data?.map((token) => (
          <TokenRow key={token.id} token={token} end={() => end.mutate(token.id)} />
        ))}
      </ul>
    </section>
  );
}

function TokenRow({ token: { name, account, usedAt, until }, end }: { token: OwnedToken; end: () => void }) {
  return (
    <li>
      <div>
        <p>{name}</p>
        <small>
          {account.displayName} · {usedAt ? `dùng lần cuối ${momentOf(usedAt)}` : 'chưa dùng'} · dùng đến hết ngày{' '}
          {day(until)}
        </small>
      </div>
      <Popconfirm
        title={`Thu hồi mã ${name}?`}
        description="Chương trình đang dùng mã này dừng ngay."
        okText="Thu hồi"
        cancelText="Thôi"
        onConfirm={end}
      >
        <Button>Thu hồi</Button>
      </Popconfirm>
    </li>
  );
}
