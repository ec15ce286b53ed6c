import { Page } from '../../parts/page.tsx';

export function More() {
  return <Page title="Thêm">…</Page>;
}
