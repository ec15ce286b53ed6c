import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { Page } from '../../parts/page.tsx';
import { memberQuery } from './member-queries.ts';
import { PersonCard } from './person-card.tsx';
import './members.css';

export function MemberPage() {
  const { id = '' } = useParams();
  const person = useQuery(memberQuery(id));
  return (
    <Page
      title={person.data?.fullName ?? 'Đảng viên'}
      head={
        <Link to="/members" className="member-back">
          Sổ đảng viên
        </Link>
      }
    >
      {!person.data && <h1 className="hidden-text">Đảng viên</h1>}
      <div className="member-page">
        <PersonCard id={id} heading="h1" />
      </div>
    </Page>
  );
}
