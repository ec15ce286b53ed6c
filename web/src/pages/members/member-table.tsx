import type { MouseEvent } from 'react';
import { Link } from 'react-router';
import { PersonName } from '../../parts/person-name.tsx';
import { day } from '../../words/format.ts';
import { besides, type Member } from './member-words.ts';

/** Five columns at most; at the desk a click shows the person beside the list, else the link opens the page. */
export function MemberTable({
  members,
  chosen,
  choose,
}: {
  members: Member[];
  chosen: string;
  choose: (id: string) => boolean;
}) {
  return (
    <table className="members-table sheet">
      <thead>
        <tr>
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
      <tbody>
        {members.map((member) => (
          <Row key={member.id} member={member} isChosen={member.id === chosen} choose={choose} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ member, isChosen, choose }: { member: Member; isChosen: boolean; choose: (id: string) => boolean }) {
  const { id, fullName, givenName, cellName, birthYear, admittedOn } = member;
  const note = besides(member);
  const open = (event: MouseEvent): void => {
    if (!event.ctrlKey && !event.metaKey && choose(id)) event.preventDefault();
  };
  return (
    <tr id={`member-${id}`} className={isChosen ? 'chosen' : ''} onClick={open}>
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
