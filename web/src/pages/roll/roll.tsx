import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMe } from '../../api/me.ts';
import { rollQuery, type Session, type SessionClass, type Sitting } from '../../api/queries.ts';
import { Empty, Failure } from '../../parts/notice.tsx';
import { SkeletonRows } from '../../parts/skeleton-rows.tsx';
import { today } from '../../words/format.ts';
import { useOpenSession } from '../session/session-frame.tsx';
import { ClassRoll } from './class-roll.tsx';
import { NotSummoned } from './not-summoned.tsx';
import { classOf, sittingOf } from './roll-place.ts';
import { type RollPlace, useRollPlace } from './use-roll-place.ts';
import './roll.css';

/** The roll call: one class, cell by cell, by keyboard. */
export function Roll() {
  const { session } = useOpenSession();
  const place = useRollPlace();
  // The class chosen on arrival stays, even when it is closed meanwhile: what happened to it is told here.
  const [first] = useState(() => classOf(session, null)?.id ?? null);
  const one = classOf(session, place.asked.class ?? first);
  const sitting = one && sittingOf(one, place.asked.sitting, today());
  if (!one || !sitting) return <NoClass session={session} />;
  if (!one.summonedAt) return <NotSummoned session={session} one={one} place={place} />;
  return <OpenClass session={session} one={one} sitting={sitting} place={place} />;
}

function NoClass({ session }: { session: Session }) {
  return (
    <Empty
      title="Chưa có lớp nào để điểm danh"
      act={
        <Link to={`/sessions/${session.id}/classes`}>
          <Button type="primary">Lập lớp</Button>
        </Link>
      }
    >
      Cần ít nhất một lớp có buổi học và chi bộ.
    </Empty>
  );
}

interface OpenClassProps {
  session: Session;
  one: SessionClass;
  sitting: Sitting;
  place: RollPlace;
}

function OpenClass({ session, one, sitting, place }: OpenClassProps) {
  const me = useMe();
  const roll = useQuery(rollQuery(one.id));
  if (roll.isError)
    return <Failure error={roll.error} retry={() => void roll.refetch()} what="Chưa đọc được danh sách" />;
  if (!roll.data || !me.data) return <SkeletonRows rows={15} height={36} />;
  return (
    <ClassRoll
      key={`${sitting.id} ${me.data.accountId}`}
      {...{ session, one, sitting, place, roll: roll.data, me: me.data }}
    />
  );
}
