import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { ShownOnce } from '../../parts/shown-once.tsx';
import { Failure } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { SkeletonRows } from '../../parts/skeleton-rows.tsx';
import { accountsQuery } from './account-queries.ts';
import { AccountTable } from './account-table.tsx';
import { CommitteesBelow } from './committees-below.tsx';
import { Invite } from './invite.tsx';
import { type NewLink, linkShown } from './link-shown.ts';
import { NamesAbove } from './names-above.tsx';
import { TokensOfOthers } from './tokens-of-others.tsx';
import './accounts.css';

export function Accounts() {
  const [isInviting, setInviting] = useState(false);
  const [link, show] = useState<NewLink | null>(null);
  return (
    <Page
      title="Tài khoản"
      act={
        <Button type="primary" onClick={() => setInviting(true)}>
          Mời người mới
        </Button>
      }
    >
      <Known />
      <TokensOfOthers />
      <NamesAbove />
      <CommitteesBelow show={show} />
      {isInviting && (
        <Invite
          close={() => setInviting(false)}
          show={(shown) => {
            setInviting(false);
            show(shown);
          }}
        />
      )}
      {link && <ShownOnce {...linkShown(link)} close={() => show(null)} />}
    </Page>
  );
}

function Known() {
  const accounts = useQuery(accountsQuery);
  if (accounts.isError) return <Failure error={accounts.error} retry={() => void accounts.refetch()} />;
  if (!accounts.data) return <SkeletonRows rows={6} height={64} />;
  return <AccountTable accounts={accounts.data} />;
}
