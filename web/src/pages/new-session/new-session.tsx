import { Page } from '../../parts/page.tsx';

export function NewSession() {
  return <Page title="Lập hội nghị">…</Page>;
}
