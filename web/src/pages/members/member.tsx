import { Page } from '../../parts/page.tsx';

export function MemberPage() {
  return <Page title="Đảng viên">…</Page>;
}
