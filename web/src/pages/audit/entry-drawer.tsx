import { Drawer } from 'antd';
import { Link } from 'react-router';
import { useFilters } from '../../parts/search-params.ts';
import { day, integer, inVietnam } from '../../words/format.ts';
import type { Entry } from './audit-queries.ts';
import { useSubjectLink } from './subject-link.ts';
import { changeOf, subjectOf, type TrailRow, whoOf } from './trail-rows.ts';

/** Everything that the trail knows of an entry, or of those that one line tells. */
export function EntryDrawer({ row, close }: { row: TrailRow | null; close: () => void }) {
  const count = row?.entries.length ?? 0;
  return (
    <Drawer
      open={row !== null}
      onClose={close}
      size={560}
      rootClassName="audit-drawer"
      destroyOnHidden
      mask={false}
      closable={{ 'aria-label': 'Đóng', placement: 'end' }}
      title={row && (count > 1 ? `${integer(count)} mục` : `Mục ${integer(row.entry.seq)}`)}
    >
      {row?.entries.map((entry) => (
        <Details key={entry.seq} entry={entry} isAlone={count === 1} close={close} />
      ))}
    </Drawer>
  );
}

const seconds = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh', timeStyle: 'medium' });

function Details({ entry, isAlone, close }: { entry: Entry; isAlone: boolean; close: () => void }) {
  const subject = subjectOf(entry);
  const at = new Date(entry.at);
  return (
    <article className="audit-details">
      <h3>
        {whoOf(entry)} {entry.what} {subject}
      </h3>
      <dl>
        {!isAlone && <Fact label="Mục">{integer(entry.seq)}</Fact>}
        <Fact label="Lúc">
          {day(inVietnam(at).day)}, {seconds.format(at)}
        </Fact>
        <Fact label="Từ máy">{entry.address || 'không rõ'}</Fact>
        {entry.reason && <Fact label="Lý do">{entry.reason}</Fact>}
        {entry.values.map((one) => (
          <Fact key={one.field} label={one.label.charAt(0).toUpperCase() + one.label.slice(1)}>
            {changeOf(one)}
          </Fact>
        ))}
        <Fact label="Mã băm">
          <code>{entry.hash.slice(0, 16)}</code>
        </Fact>
      </dl>
      <Ways entry={entry} close={close} />
    </article>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** To what the entry is about, and to all that happened to it. */
function Ways({ entry: { subject }, close }: { entry: Entry; close: () => void }) {
  const linkOf = useSubjectLink();
  const filters = useFilters();
  const link = linkOf(subject);
  const follow = (): void => {
    filters.set({ subject: subject.id, text: null, who: null, action: null, from: null, until: null });
    close();
  };
  if (subject.kind === 'committee' || subject.id === null) return null;
  return (
    <p className="row audit-ways">
      {link && <Link to={link}>Mở trang của đối tượng</Link>}
      <button type="button" className="link" onClick={follow}>
        Mọi mục về đối tượng này
      </button>
    </p>
  );
}
