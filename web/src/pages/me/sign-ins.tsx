import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { api } from '../../api/client.ts';
import { Banner, Failure } from '../../parts/notice.tsx';
import { SkeletonRows } from '../../parts/skeleton-rows.tsx';
import { momentOf } from '../../words/format.ts';
import { type MySignIn, signInsQuery, useMyChange } from './me-queries.ts';

const { client } = api;

const kinds: Record<MySignIn['kind'], string> = {
  browser: 'Trình duyệt',
  token: 'Mã truy cập của chương trình',
  device: 'Thiết bị ở cửa',
};

/** Where the account is signed in, each with its end. */
export function SignIns() {
  const signIns = useQuery(signInsQuery);
  const endOthers = useMyChange(
    () => client.DELETE('/api/v1/me/sign-ins'),
    () => undefined,
  );
  return (
    <section className="me-part wide" aria-labelledby="me-sign-ins">
      <h2 id="me-sign-ins">Nơi đang đăng nhập</h2>
      <p className="ink2">Thấy máy lạ thì cho đăng xuất máy đó và đổi mật khẩu.</p>
      {signIns.isError && <Failure error={signIns.error} retry={() => void signIns.refetch()} />}
      {signIns.isPending && <SkeletonRows rows={2} height={64} />}
      {endOthers.error && <Banner title={endOthers.error.message} needsPerson />}
      <ul className="me-rows">
        {signIns.data?.map((signIn) => (
          <SignInRow key={signIn.id} signIn={signIn} />
        ))}
      </ul>
      {(signIns.data?.length ?? 0) > 1 && (
        <Button loading={endOthers.isPending} onClick={() => endOthers.mutate(undefined)}>
          Đăng xuất mọi nơi khác
        </Button>
      )}
    </section>
  );
}

function SignInRow({ signIn: { id, kind, name, agent, address, createdAt, seenAt, isThis } }: { signIn: MySignIn }) {
  const end = useMyChange(
    () => client.DELETE('/api/v1/me/sign-ins/{id}', { params: { path: { id } } }),
    () => undefined,
  );
  const what = name ?? agent ?? kinds[kind];
  return (
    <li className="me-sign-in">
      <div>
        <p>
          <b>{what}</b>
          {isThis && ' · máy này'}
          {kind !== 'browser' && ` · ${kinds[kind].toLowerCase()}`}
        </p>
        <p className="ink2">
          Địa chỉ {address} · đăng nhập {momentOf(createdAt)} · dùng gần nhất {momentOf(seenAt)}
        </p>
        {end.error && <Banner title={end.error.message} needsPerson />}
      </div>
      {!isThis && (
        <Button
          type="text"
          loading={end.isPending}
          aria-label={`Đăng xuất ${what}`}
          onClick={() => end.mutate(undefined)}
        >
          Đăng xuất
        </Button>
      )}
    </li>
  );
}
