import { Page } from '../../parts/page.tsx';

export function Members() {
  return <Page title="Đảng viên">…</Page>;
}
