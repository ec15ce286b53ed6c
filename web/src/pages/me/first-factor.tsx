import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { Navigate, useNavigate } from 'react-router';
import { secondFactorsQuery, useMe, useSignOut } from '../../api/me.ts';
import { Failure } from '../../parts/notice.tsx';
import { SkeletonRows } from '../../parts/skeleton-rows.tsx';
import { Factors } from './factors.tsx';
import '../../parts/parts.css';
import '../../shell/shell.css';
import './me.css';

/** Where the committee demands a second factor and the account has none: this first, then the work. */
export function FirstFactor() {
  const me = useMe();
  const signOut = useSignOut();
  const [cameHere] = useState(() => Date.now());
  useEffect(() => {
    document.title = 'Cài lớp bảo vệ thứ hai · Quán Triệt';
  }, []);
  if (me.isPending) return null;
  if (me.isError) return <Failure error={me.error} retry={() => void me.refetch()} what="Chưa vào được hệ thống" />;
  if (!me.data) return <Navigate to="/sign-in" replace />;
  // Who comes here by a link and lacks nothing goes on; who has just set it up reads his codes first.
  if (!me.data.lacksSecondFactor && me.dataUpdatedAt < cameHere) return <Navigate to="/" replace />;
  return (
    <main className="me-first">
      <span className="brand">
        <span aria-hidden="true" /> Quán Triệt
      </span>
      <h1>Cài lớp bảo vệ thứ hai</h1>
      <p>
        Đảng bộ yêu cầu người quản trị và người được xuất dữ liệu có thêm một lớp bảo vệ ngoài mật khẩu. Chọn một trong
        hai cách dưới đây; làm một lần, chừng ba phút.
      </p>
      <Ways />
      <div className="row">
        {!me.data.lacksSecondFactor && <GoOn />}
        <Button type="text" onClick={() => void signOut()}>
          Đăng xuất
        </Button>
      </div>
    </main>
  );
}

function Ways() {
  const factors = useQuery(secondFactorsQuery);
  if (factors.isError) return <Failure error={factors.error} retry={() => void factors.refetch()} />;
  if (!factors.data) return <SkeletonRows rows={2} height={64} />;
  return <Factors factors={factors.data} heading="h2" />;
}

function GoOn() {
  const navigate = useNavigate();
  return (
    <Button type="primary" size="large" onClick={() => void navigate('/', { replace: true })}>
      Vào làm việc
    </Button>
  );
}
