import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { Banner, Empty, Failure } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { ShownOnce } from '../../parts/shown-once.tsx';
import { SkeletonRows } from '../../parts/skeleton-rows.tsx';
import { day, momentOf } from '../../words/format.ts';
import { permissionWords } from '../../words/roles.ts';
import { AddToken } from './add-token.tsx';
import './tokens.css';

const { client, dataOf } = api;

type Token = Schemas['TokenDto'];

/** One's own tokens for programs. */
export function Tokens() {
  const [isAdding, setAdding] = useState(false);
  const [made, show] = useState<Schemas['IssuedTokenDto'] | null>(null);
  return (
    <Page
      title="Mã truy cập của tôi"
      act={
        <Button type="primary" onClick={() => setAdding(true)}>
          Lập mã truy cập
        </Button>
      }
    >
      <p className="tokens-lead ink2">
        Dành cho chương trình khác đọc hoặc ghi dữ liệu thay đồng chí. Mã không làm được nhiều hơn vai trò của đồng chí,
        và không bao giờ quản lý được tài khoản.
      </p>
      <Known />
      {isAdding && (
        <AddToken
          close={() => setAdding(false)}
          show={(issued) => {
            setAdding(false);
            show(issued);
          }}
        />
      )}
      {made && (
        <ShownOnce
          title={`Mã truy cập: ${made.name}`}
          label="Mã"
          value={made.token}
          sentence="Chỉ hiện một lần. Giữ như mật khẩu: ai có mã thì làm được những việc đã chọn. Chương trình gửi mã trong đầu mục Authorization: Bearer."
          close={() => show(null)}
        />
      )}
    </Page>
  );
}

function Known() {
  const tokens = useQuery({ queryKey: ['tokens'], queryFn: () => dataOf(client.GET('/api/v1/me/tokens')) });
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: (id: string) => client.DELETE('/api/v1/me/tokens/{id}', { params: { path: { id } } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['tokens'] }),
  });
  if (tokens.isError) return <Failure error={tokens.error} retry={() => void tokens.refetch()} />;
  if (!tokens.data) return <SkeletonRows rows={2} height={64} />;
  if (tokens.data.length === 0) {
    return <Empty title="Chưa có mã truy cập nào">Chỉ cần khi có chương trình khác nối với hệ thống.</Empty>;
  }
  return (
    <>
      {end.error && <Banner title={end.error.message} needsPerson />}
      <ul className="tokens sheet">
        {tokens.data.map((token) => (
          <TokenRow key={token.id} token={token} end={() => end.mutate(token.id)} />
        ))}
      </ul>
    </>
  );
}

function TokenRow({ token: { name, permissions, usedAt, until }, end }: { token: Token; end: () => void }) {
  const words = permissions.flatMap((permission) => (permission === 'own' ? [] : [permissionWords[permission]]));
  return (
    <li>
      <div>
        <p className="strong">{name}</p>
        <p>{words.join('; ')}</p>
        <small>
          {usedAt ? `Dùng lần cuối ${momentOf(usedAt)}` : 'Chưa dùng'} · dùng đến hết ngày {day(until)}
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
