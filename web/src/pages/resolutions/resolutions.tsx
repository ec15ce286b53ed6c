import { Page } from '../../parts/page.tsx';

export function Resolutions() {
  return <Page title="Nghị quyết">…</Page>;
}
