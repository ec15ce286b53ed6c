import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { secondFactorsQuery, useMe } from '../../api/me.ts';
import { May } from '../../parts/may.tsx';
import { Failure } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { SkeletonRows } from '../../parts/skeleton-rows.tsx';
import { ChangePassword } from './change-password.tsx';
import { DemandOfAll } from './demand-of-all.tsx';
import { Factors } from './factors.tsx';
import { SignIns } from './sign-ins.tsx';
import './me.css';

/** One's own account: how one gets in, and where one is signed in. */
export function MePage() {
  const me = useMe();
  return (
    <Page title="Tài khoản của tôi">
      <p className="me-who">
        <b>{me.data?.displayName}</b> · tên đăng nhập {me.data?.loginName}
      </p>
      <Password />
      <SecondFactor />
      <SignIns />
      <section className="me-part" aria-labelledby="me-tokens">
        <h2 id="me-tokens">Mã truy cập</h2>
        <p className="ink2">
          Cho chương trình khác đọc số liệu thay mình. <Link to="/tokens">Mã truy cập của tôi</Link>
        </p>
      </section>
      <May permission="account.manage">
        <DemandOfAll />
      </May>
    </Page>
  );
}

function Password() {
  const [isOpen, setOpen] = useState(false);
  const [isChanged, setChanged] = useState(false);
  return (
    <section className="me-part" aria-labelledby="me-password">
      <h2 id="me-password">Mật khẩu</h2>
      <p className="ink2">
        Đổi khi nghi có người khác biết. Không cần đổi định kỳ.{' '}
        <span role="status">{isChanged && 'Đã đổi mật khẩu; các máy khác đã bị đăng xuất.'}</span>
      </p>
      <Button onClick={() => setOpen(true)}>Đổi mật khẩu</Button>
      {isOpen && (
        <ChangePassword
          close={() => setOpen(false)}
          done={() => {
            setOpen(false);
            setChanged(true);
          }}
        />
      )}
    </section>
  );
}

function SecondFactor() {
  const factors = useQuery(secondFactorsQuery);
  return (
    <section className="me-part wide" aria-labelledby="me-factors">
      <h2 id="me-factors">Lớp bảo vệ thứ hai</h2>
      <p className="ink2">Có lớp này thì người biết mật khẩu vẫn không vào được. Nên có ít nhất hai cách.</p>
      {factors.isError && <Failure error={factors.error} retry={() => void factors.refetch()} />}
      {factors.isPending && <SkeletonRows rows={3} height={64} />}
      {factors.data && <Factors factors={factors.data} heading="h3" />}
    </section>
  );
}
