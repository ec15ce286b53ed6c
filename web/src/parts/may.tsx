import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type Permission, useMay } from '../api/may.ts';
import { Empty } from './notice.tsx';
import { Page } from './page.tsx';

/** Shown to those alone who may do it. */
export function May({ permission, children }: { permission: Permission; children: ReactNode }) {
  return useMay()(permission) ? children : null;
}

/** A page for those who may do one of these things; others who come by a link are told whose it is. */
export function Gate({ any, children }: { any: Permission[]; children: ReactNode }) {
  const may = useMay();
  return any.some(may) ? children : <NotYours />;
}

const NotYours = () => (
  <Page title="Phần việc của người khác">
    <Empty title="Tài khoản này không làm phần việc đó" act={<Link to="/">Về trang chủ</Link>}>
      Nếu công việc của đồng chí cần đến, nhờ người quản trị của đảng bộ giao thêm vai trò.
    </Empty>
  </Page>
);
