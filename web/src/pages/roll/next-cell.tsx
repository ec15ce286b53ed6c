import { Button } from 'antd';

/** Leads to the cell after this one; its number is said, so that the clerk knows which list to take up. */
export function NextCell({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button onClick={onClick} aria-keyshortcuts="Control+ArrowDown" title="Ctrl ↓">
      Chi bộ kế tiếp: {label}
    </Button>
  );
}
