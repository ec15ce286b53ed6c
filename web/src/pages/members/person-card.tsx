import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Failure } from '../../parts/notice.tsx';
import { May } from '../../parts/may.tsx';
import { SkeletonRows } from '../../parts/skeleton-rows.tsx';
import { day } from '../../words/format.ts';
import { EditFacts } from './edit-facts.tsx';
import { EditPeriod, type PeriodKind } from './edit-period.tsx';
import { Depart, type Ended, EndPeriod, Recognise } from './step-dialogs.tsx';
import { Story } from './story.tsx';
import { memberQuery } from './member-queries.ts';
import { Periods } from './periods.tsx';
import { PersonNumbers } from './person-numbers.tsx';
import { departureWords, type MemberHistory, sexWords } from './member-words.ts';

/** One person: the facts, then what held from when to when, each with its act. */
export function PersonCard({ id, heading }: { id: string; heading: 'h1' | 'h2' }) {
  const person = useQuery(memberQuery(id));
  if (person.isError) return <Failure error={person.error} retry={() => void person.refetch()} />;
  if (!person.data) return <SkeletonRows rows={8} height={44} />;
  return <Known person={person.data} heading={heading} />;
}

type Edited = { what: PeriodKind | 'facts' | 'recognition' | 'departure' } | { what: 'end'; ended: Ended } | null;

function Known({ person, heading: Heading }: { person: MemberHistory; heading: 'h1' | 'h2' }) {
  const [edited, edit] = useState<Edited>(null);
  const close = (): void => edit(null);
  const isOpen = !person.isErased && !person.mergedInto;
  const below = Heading === 'h1' ? 'h2' : 'h3';
  return (
    <article className="person-card">
      <small>{whatHeIs(person)}</small>
      <Heading className="person-name">{person.fullName}</Heading>
      {person.mergedInto && (
        <p>
          Xem hồ sơ còn dùng: <Link to={`/members/${person.mergedInto.id}`}>{person.mergedInto.fullName}</Link>
        </p>
      )}
      <Facts person={person} />
      {isOpen && <PersonNumbers person={person} />}
      {isOpen && (
        <May permission="member.change">
          <div className="row person-acts">
            <Button onClick={() => edit({ what: 'facts' })}>Sửa lý lịch</Button>
            {isProbationary(person) && !person.left && (
              <Button onClick={() => edit({ what: 'recognition' })}>Công nhận chính thức</Button>
            )}
            {!person.left && <Button onClick={() => edit({ what: 'departure' })}>Ra khỏi danh sách</Button>}
          </div>
        </May>
      )}
      <Periods person={person} edit={edit} heading={below} />
      <Story memberId={person.id} heading={below} />
      {edited && <Dialog person={person} edited={edited} close={close} />}
    </article>
  );
}

interface DialogProps {
  person: MemberHistory;
  edited: NonNullable<Edited>;
  close: () => void;
}

function Dialog({ person, edited, close }: DialogProps) {
  switch (edited.what) {
    case 'facts':
      return <EditFacts person={person} close={close} />;
    case 'recognition':
      return <Recognise person={person} close={close} />;
    case 'departure':
      return <Depart person={person} close={close} />;
    case 'end':
      return <EndPeriod person={person} ended={edited.ended} close={close} />;
    default:
      return <EditPeriod memberId={person.id} kind={edited.what} close={close} />;
  }
}

/** Without a day of admission nobody is on probation: the register is told of it with that day. */
const isProbationary = ({ admittedOn, officialOn }: MemberHistory): boolean => admittedOn !== null && !officialOn;

function whatHeIs(person: MemberHistory): string {
  const { isErased, left, mergedInto } = person;
  if (isErased) return 'Dữ liệu cá nhân đã xóa; các số liệu cũ giữ nguyên';
  if (mergedInto) return 'Hồ sơ này đã gộp vào hồ sơ khác';
  if (left) return `${departureWords[left.reason]}, từ ${day(left.on)}`;
  return isProbationary(person) ? 'Đảng viên dự bị' : 'Đảng viên chính thức';
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
