import type { Schemas } from '../api/client.ts';
import { integer } from '../words/format.ts';

/** One flat bar: present, excused, unexcused, the rest open. Never the only bearer of a figure. */
export function ShareBar({ tally, height = 10 }: { tally: Schemas['Tally']; height?: number }) {
  const { summoned, present, excused, unexcused, unmarked } = tally;
  const width = (part: number): string => `${summoned === 0 ? 0 : (100 * part) / summoned}%`;
  const label = `có mặt ${integer(present)}, vắng có lý do ${integer(excused)}, vắng không lý do ${integer(unexcused)}, chưa điểm danh ${integer(unmarked)}`;
  return (
    <div className="share-bar" role="img" aria-label={label} style={{ height }}>
      <span style={{ width: width(present), background: 'var(--ok)' }} />
      <span style={{ width: width(excused), background: 'var(--warn)' }} />
      <span style={{ width: width(unexcused), background: 'var(--accent-fill)' }} />
    </div>
  );
}
