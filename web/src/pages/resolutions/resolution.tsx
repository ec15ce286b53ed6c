import { Page } from '../../parts/page.tsx';

export function ResolutionPage() {
  return <Page title="Nghị quyết">…</Page>;
}
