import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api } from '../../api/client.ts';
import { Banner, Failure } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { ShownOnce } from '../../parts/shown-once.tsx';
import { SkeletonRows } from '../../parts/skeleton-rows.tsx';
import { momentOf } from '../../words/format.ts';
import { type Account, accountQuery, stateOf, useAccountChange } from './account-queries.ts';
import { linkShown, type NewLink } from './link-shown.ts';
import { RolesOfAccount } from './roles-of-account.tsx';
import { RenameAccount } from './rename-account.tsx';
import './accounts.css';

const { client, dataOf } = api;

/** One account: what it may do, and whether its owner can sign in. */
export function AccountPage() {
  const { id = '' } = useParams();
  const account = useQuery(accountQuery(id));
  return (
    <Page
      title={account.data?.displayName ?? 'Tài khoản'}
      head={
        <Link to="/accounts" className="account-back">
          Tài khoản
        </Link>
      }
    >
      {account.isError && <Failure error={account.error} retry={() => void account.refetch()} />}
      {account.isPending && <SkeletonRows rows={5} height={56} />}
      {account.data && <Known account={account.data} />}
    </Page>
  );
}

function Known({ account }: { account: Account }) {
  const { displayName, loginName, seenAt } = account;
  const { words, needsPerson } = stateOf(account);
  const [isRenaming, setRenaming] = useState(false);
  return (
    <div className="account-page">
      <div className="account-name">
        <h1>{displayName}</h1>
        <Button type="text" onClick={() => setRenaming(true)}>
          Sửa họ tên
        </Button>
      </div>
      <p className="ink2">
        {loginName} · <span className={needsPerson ? 'red' : ''}>{words}</span>
        {seenAt && ` · lần cuối vào ${momentOf(seenAt)}`}
      </p>
      <RolesOfAccount account={account} />
      <WayIn account={account} />
      {isRenaming && <RenameAccount account={account} close={() => setRenaming(false)} />}
    </div>
  );
}

/** How its owner gets in, or no longer does. */
function WayIn({ account }: { account: Account }) {
  const { id, displayName, hasPassword, isDisabled, invitation } = account;
  const [link, show] = useState<NewLink | null>(null);
  const path = { params: { path: { id } } };
  const invite = useAccountChange(
    () => dataOf(client.POST('/api/v1/accounts/{id}/invitation', path)),
    (made) => show({ displayName, isReset: hasPassword, ...made }),
  );
  const change = useAccountChange(() =>
    isDisabled
      ? dataOf(client.DELETE('/api/v1/accounts/{id}/disablement', path))
      : dataOf(client.POST('/api/v1/accounts/{id}/disablement', path)),
  );
  const failed = invite.error ?? change.error;
  return (
    <section className="account-part" aria-labelledby="way-in">
      <h2 id="way-in">Đăng nhập</h2>
      {failed && <Banner title={failed.message} needsPerson />}
      <p className="ink2">{wayInWords(account)}</p>
      <div className="row">
        {!isDisabled && (
          <Popconfirm
            title={invitation ? 'Cấp liên kết mới, bỏ liên kết cũ?' : `Cấp liên kết cho ${displayName}?`}
            okText="Cấp liên kết"
            cancelText="Thôi"
            onConfirm={() => invite.mutate(undefined)}
          >
            <Button loading={invite.isPending}>{hasPassword ? 'Cấp liên kết đặt mật khẩu mới' : 'Mời lại'}</Button>
          </Popconfirm>
        )}
        <DisableButton account={account} isPending={change.isPending} change={() => change.mutate(undefined)} />
      </div>
      {link && <ShownOnce {...linkShown(link)} close={() => show(null)} />}
    </section>
  );
}

function DisableButton({
  account: { displayName, isDisabled },
  isPending,
  change,
}: {
  account: Account;
  isPending: boolean;
  change: () => void;
}) {
  if (isDisabled) {
    return (
      <Button loading={isPending} onClick={change}>
        Mở khóa tài khoản
      </Button>
    );
  }
  return (
    <Popconfirm
      title={`Khóa tài khoản của ${displayName}?`}
      description="Mọi nơi đang đăng nhập, mã truy cập và thiết bị ở cửa của người này dừng ngay."
      okText="Khóa tài khoản"
      cancelText="Thôi"
      onConfirm={change}
    >
      <Button loading={isPending}>Khóa tài khoản</Button>
    </Popconfirm>
  );
}

function wayInWords({ isDisabled, hasPassword, hasSecondFactor, invitation }: Account): string {
  if (isDisabled) return 'Tài khoản đã khóa: không ai đăng nhập được. Mở khóa rồi vẫn dùng mật khẩu cũ.';
  const until = invitation && momentOf(invitation.expiresAt);
  if (invitation) {
    return invitation.isExpired ? `Liên kết đã hết hạn từ ${until}.` : `Liên kết đã cấp dùng được đến ${until}.`;
  }
  return hasPassword
    ? `${hasSecondFactor ? 'Có xác thực hai bước.' : 'Chưa có xác thực hai bước: chỉ cần mật khẩu là vào được.'} Quên mật khẩu: cấp liên kết đặt mật khẩu mới. Khi dùng liên kết, mọi nơi đang đăng nhập phải đăng nhập lại.`
    : 'Chưa có mật khẩu và không có lời mời nào còn hạn.';
}
