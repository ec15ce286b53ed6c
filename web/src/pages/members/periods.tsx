import { useQuery } from '@tanstack/react-query';
import { unitsQuery } from '../../api/queries.ts';
import { May } from '../../parts/may.tsx';
import { today } from '../../words/format.ts';
import type { PeriodKind } from './edit-period.tsx';
import { exemptionWords, membershipWords, type MemberHistory, periodWords } from './member-words.ts';
import type { Ended } from './step-dialogs.tsx';

type Valid = MemberHistory['offices'][number]['valid'];

interface Row {
  title: string;
  words: string;
  /** null: it has ended, or ends in another way. */
  ended: Ended | null;
}

interface Part {
  kind: PeriodKind;
  title: string;
  act: string;
  rows: Row[];
}

const goesOn = ({ to }: Valid): boolean => to === null || to > today();

/** All that held from one day to another, each kind with the act that adds to it. */
function partsOf(person: MemberHistory, cellName: (cellId: string) => string): Part[] {
  const row = (title: string, valid: Valid, of: Ended['of'] | null, more: { title?: string } = {}): Row => ({
    ...{ title, words: periodWords(valid) },
    ended: of && goesOn(valid) ? { of, from: valid.from, name: title, ...more } : null,
  });
  const place = ({ cellId, kind, valid }: MemberHistory['memberships'][number]) =>
    kind === 'official'
      ? row(cellName(cellId), valid, null)
      : row(`${cellName(cellId)} · ${membershipWords[kind]}`, valid, kind);
  return [
    { kind: 'membership', title: 'Sinh hoạt đảng', act: 'Chuyển chi bộ', rows: person.memberships.map(place) },
    {
      ...{ kind: 'exemption', title: 'Miễn sinh hoạt', act: 'Ghi miễn' },
      rows: person.exemptions.map(({ kind, valid }) =>
        row(kind ? exemptionWords[kind] : 'Được miễn', valid, 'exemption'),
      ),
    },
    {
      ...{ kind: 'away', title: 'Tạm chuyển đi', act: 'Ghi tạm chuyển' },
      rows: person.aways.map(({ place: where, valid }) => row(where ?? 'Không ghi nơi đến', valid, 'away')),
    },
    {
      ...{ kind: 'office', title: 'Chức vụ', act: 'Ghi chức vụ' },
      rows: person.offices.map(({ title, valid }) => row(title, valid, 'office', { title })),
    },
  ];
}

interface PeriodsProps {
  person: MemberHistory;
  edit: (what: { what: PeriodKind } | { what: 'end'; ended: Ended }) => void;
  heading: 'h2' | 'h3';
}

/** What holds, and what held, kind by kind. */
export function Periods({ person, edit, heading: Heading }: PeriodsProps) {
  const units = useQuery(unitsQuery());
  const cellName = (cellId: string): string => {
    if (!units.data) return '…';
    return units.data.find(({ id }) => id === cellId)?.name ?? 'Chi bộ đã giải thể';
  };
  return partsOf(person, cellName).map(({ kind, title, act, rows }) => (
    <section key={kind} aria-label={title}>
      <div className="spread person-part">
        <Heading>{title}</Heading>
        {!person.isErased && !person.mergedInto && (
          <May permission="member.change">
            <button type="button" className="link" onClick={() => edit({ what: kind })}>
              {act}
            </button>
          </May>
        )}
      </div>
      {rows.length === 0 && <p className="ink3 small">Không có.</p>}
      <ul>
        {rows.toReversed().map((each) => (
          <PeriodRow key={`${each.title} ${each.words}`} row={each} end={(ended) => edit({ what: 'end', ended })} />
        ))}
      </ul>
    </section>
  ));
}

function PeriodRow({ row: { title, words, ended }, end }: { row: Row; end: (ended: Ended) => void }) {
  return (
    <li className="spread">
      <span>
        {title}
        <small>{words}</small>
      </span>
      {ended && (
        <May permission="member.change">
          <button type="button" className="link" aria-label={`Kết thúc ${title}`} onClick={() => end(ended)}>
            Kết thúc
          </button>
        </May>
      )}
    </li>
  );
}
