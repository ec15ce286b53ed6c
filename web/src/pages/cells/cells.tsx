import { Page } from '../../parts/page.tsx';

export function Cells() {
  return <Page title="Chi bộ">…</Page>;
}
