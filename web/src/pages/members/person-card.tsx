import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { unitsQuery } from '../../api/queries.ts';
import { Failure } from '../../parts/notice.tsx';
import { May } from '../../parts/may.tsx';
import { SkeletonRows } from '../../parts/skeleton-rows.tsx';
import { day } from '../../words/format.ts';
import { EditFacts } from './edit-facts.tsx';
import { EditPeriod, type PeriodKind } from './edit-period.tsx';
import { memberQuery } from './member-queries.ts';
import { exemptionWords, membershipWords, type MemberHistory, periodWords, sexWords } from './member-words.ts';

/** One person: the facts, then what held from when to when, each with its act. */
export function PersonCard({ id, heading }: { id: string; heading: 'h1' | 'h2' }) {
  const person = useQuery(memberQuery(id));
  if (person.isError) return <Failure error={person.error} retry={() => void person.refetch()} />;
  if (!person.data) return <SkeletonRows rows={8} height={44} />;
  return <Known person={person.data} heading={heading} />;
}

function Known({ person, heading: Heading }: { person: MemberHistory; heading: 'h1' | 'h2' }) {
  const [edited, edit] = useState<PeriodKind | 'facts' | null>(null);
  const close = (): void => edit(null);
  return (
    <article className="person-card">
      <small>{person.officialOn ? 'Đảng viên chính thức' : 'Đảng viên dự bị'}</small>
      <Heading className="person-name">{person.fullName}</Heading>
      <Facts person={person} />
      <May permission="member.change">
        <Button onClick={() => edit('facts')}>Sửa lý lịch</Button>
      </May>
      <Periods person={person} edit={edit} heading={Heading === 'h1' ? 'h2' : 'h3'} />
      {edited === 'facts' && <EditFacts person={person} close={close} />}
      {edited && edited !== 'facts' && <EditPeriod memberId={person.id} kind={edited} close={close} />}
    </article>
  );
}

function Facts({ person }: { person: MemberHistory }) {
  const { birthDate, birthYear, sex, cardNumber, admittedOn, officialOn } = person;
  const rows: [string, string | null][] = [
    [birthDate ? 'Ngày sinh' : 'Năm sinh', birthDate ? day(birthDate) : (birthYear?.toString() ?? null)],
    ['Giới tính', sex && sexWords[sex]],
    ['Vào Đảng', admittedOn && day(admittedOn)],
    ['Chính thức', officialOn && day(officialOn)],
    ['Số thẻ', cardNumber],
  ];
  return (
    <dl>
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value ?? <span className="ink3">–</span>}</dd>
        </div>
      ))}
    </dl>
  );
}

interface Part {
  kind: PeriodKind;
  title: string;
  act: string;
  rows: { title: string; words: string }[];
}

/** All that held from one day to another, each kind with the act that adds to it. */
function partsOf(person: MemberHistory, cellName: (cellId: string) => string): Part[] {
  const row = (title: string, valid: MemberHistory['offices'][number]['valid']) => ({
    title,
    words: periodWords(valid),
  });
  const place = ({ cellId, kind, valid }: MemberHistory['memberships'][number]) =>
    row(kind === 'official' ? cellName(cellId) : `${cellName(cellId)} · ${membershipWords[kind]}`, valid);
  return [
    { kind: 'membership', title: 'Sinh hoạt đảng', act: 'Chuyển chi bộ', rows: person.memberships.map(place) },
    {
      ...{ kind: 'exemption', title: 'Miễn sinh hoạt', act: 'Ghi miễn' },
      rows: person.exemptions.map(({ kind, valid }) => row(exemptionWords[kind], valid)),
    },
    {
      ...{ kind: 'away', title: 'Tạm chuyển đi', act: 'Ghi tạm chuyển' },
      rows: person.aways.map(({ place: where, valid }) => row(where ?? 'Không ghi nơi đến', valid)),
    },
    {
      ...{ kind: 'office', title: 'Chức vụ', act: 'Ghi chức vụ' },
      rows: person.offices.map(({ title, valid }) => row(title, valid)),
    },
  ];
}

function Periods({
  person,
  edit,
  heading: Heading,
}: {
  person: MemberHistory;
  edit: (kind: PeriodKind) => void;
  heading: 'h2' | 'h3';
}) {
  const units = useQuery(unitsQuery());
  const cellName = (cellId: string): string => {
    if (!units.data) return '…';
    return units.data.find(({ id }) => id === cellId)?.name ?? 'Chi bộ đã giải thể';
  };
  return partsOf(person, cellName).map(({ kind, title, act, rows }) => (
    <section key={kind} aria-label={title}>
      <div className="spread person-part">
        <Heading>{title}</Heading>
        <May permission="member.change">
          <button type="button" className="link" onClick={() => edit(kind)}>
            {act}
          </button>
        </May>
      </div>
      {rows.length === 0 && <p className="ink3 small">Không có.</p>}
      <ul>
        {rows.toReversed().map((each) => (
          <li key={`${each.title} ${each.words}`}>
            {each.title}
            <small>{each.words}</small>
          </li>
        ))}
      </ul>
    </section>
  ));
}
