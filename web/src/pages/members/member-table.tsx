import type { MouseEvent, ReactNode } from 'react';
import { Link } from 'react-router';
import { PersonName } from '../../parts/person-name.tsx';
import { day } from '../../words/format.ts';
import { besides, type Member } from './member-words.ts';

export interface Choosing {
  /** Empty where nobody is. */
  chosen: string;
  /** True where the person is shown beside the list; else the link opens his page. */
  choose: (id: string) => boolean;
}

/** The head of a list of members; five columns at most. @param rows of the whole list, of which a part may be here */
export function MemberTable({ rows, children }: { rows: number; children: ReactNode }) {
  return (
    <table className="members-table sheet" aria-rowcount={rows + 1}>
      <colgroup>
        <col />
        <col className="members-cell" />
        <col className="members-year members-wide" />
        <col className="members-day members-wide" />
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col">Họ và tên</th>
          <th scope="col">Chi bộ</th>
          <th scope="col" className="figure members-wide">
            Năm sinh
          </th>
          <th scope="col" className="figure members-wide">
            Ngày vào Đảng
          </th>
        </tr>
      </thead>
      {children}
    </table>
  );
}

/** Rows of members. @param from place of the first of them in the whole list, from 0 */
export function MemberRows({ members, from, chosen, choose }: Choosing & { members: Member[]; from: number }) {
  return members.map((member, at) => (
    <Row key={member.id} {...{ member, choose }} isChosen={member.id === chosen} place={from + at} />
  ));
}

interface RowProps extends Pick<Choosing, 'choose'> {
  member: Member;
  isChosen: boolean;
  place: number;
}

function Row({ member, isChosen, choose, place }: RowProps) {
  const { id, fullName, givenName, cellName, birthYear, admittedOn } = member;
  const note = besides(member);
  const open = (event: MouseEvent): void => {
    if (!event.ctrlKey && !event.metaKey && choose(id)) event.preventDefault();
  };
  return (
    <tr id={`member-${id}`} aria-rowindex={place + 2} className={isChosen ? 'chosen' : ''} onClick={open}>
      <td>
        <Link to={`/members/${id}`} aria-current={isChosen ? 'true' : undefined}>
          <PersonName fullName={fullName} givenName={givenName} />
        </Link>
        {note && <small>{note}</small>}
      </td>
      <td>{cellName}</td>
      <td className="figure members-wide">{birthYear ?? <span className="ink3">–</span>}</td>
      <td className="figure members-wide">{admittedOn ? day(admittedOn) : <span className="ink3">–</span>}</td>
    </tr>
  );
}
