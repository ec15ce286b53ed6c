import { useEffect } from 'react';
import { useNavigate } from 'react-router';

const rowsOf = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('tr[id^="member-"]')];

const idOf = (row: HTMLElement): string => row.id.slice('member-'.length);

/** The row from which to go on: the chosen one, else the first that can be seen. */
function step(rows: HTMLElement[], chosen: string, by: 1 | -1): HTMLElement | undefined {
  const at = rows.findIndex((row) => idOf(row) === chosen);
  if (at === -1) return rows.find((row) => row.getBoundingClientRect().top >= 0);
  return rows[Math.min(rows.length - 1, Math.max(0, at + by))];
}

/** ↑ ↓ go through the list from the field, Enter opens the person's page. */
export function useArrows(chosen: string, choose: (id: string) => boolean): void {
  const navigate = useNavigate();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const target = event.target instanceof HTMLElement ? event.target : null;
      const isElsewhere = target?.closest('[role=dialog], [role=combobox], .ant-select, .ant-picker, button, a');
      if (isElsewhere || event.ctrlKey || event.altKey || event.isComposing) return;
      if (event.key === 'Enter' && chosen) void navigate(`/members/${chosen}`);
      const by = { ArrowDown: 1 as const, ArrowUp: -1 as const }[event.key];
      const next = by && step(rowsOf(), chosen, by);
      if (!next) return;
      event.preventDefault();
      choose(idOf(next));
      next.scrollIntoView({ block: 'nearest' });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [chosen, choose, navigate]);
}
