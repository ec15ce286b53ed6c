import { useQuery } from '@tanstack/react-query';
import { Button, Pagination } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, type Schemas } from '../../../api/client.ts';
import { faultElsewhere } from '../../../parts/faults.ts';
import { Banner, Empty, Failure } from '../../../parts/notice.tsx';
import { Page } from '../../../parts/page.tsx';
import { useFilters } from '../../../parts/search-params.ts';
import { SkeletonRows } from '../../../parts/skeleton-rows.tsx';
import { day, integer } from '../../../words/format.ts';
import { Comparison } from './comparison.tsx';
import { Distinctions } from './distinctions.tsx';
import { Merges } from './merges.tsx';
import { twinsQuery, useTwinChange } from './twin-queries.ts';
import './twins.css';

const { client } = api;

type Pair = Schemas['TwinPairDto'];

const reasonWords: Record<Pair['reason'], string> = {
  card: 'Cùng số thẻ đảng viên',
  'name-birth': 'Cùng họ tên, cùng ngày sinh',
  'name-year': 'Cùng họ tên, cùng năm sinh',
  'near-name': 'Họ tên gần giống, cùng ngày sinh',
};

/** Entries that look like one person, strongest sign first. */
export function Twins() {
  return (
    <Page title="Người có thể ghi trùng trong sổ">
      <Link className="twins-back" to="/members">
        ‹ Sổ đảng viên
      </Link>
      <Pairs />
      <Merges />
      <Distinctions />
    </Page>
  );
}

function Pairs() {
  const filters = useFilters();
  const page = Number(filters.of('page')) || 1;
  const pairs = useQuery(twinsQuery(page));
  if (pairs.isError) return <Failure error={pairs.error} retry={() => void pairs.refetch()} />;
  if (!pairs.data) return <SkeletonRows rows={5} height={92} />;
  const { items, total, pageSize } = pairs.data;
  if (total === 0)
    return (
      <Empty title="Không thấy ai ghi trùng">
        Sổ không có hai hồ sơ nào giống nhau về số thẻ, họ tên và ngày sinh.
      </Empty>
    );
  return (
    <>
      <p className="twins-count ink2" role="status">
        {integer(total)} cặp hồ sơ cần xem.
      </p>
      <ul className="twins-list sheet">
        {items.map((pair) => (
          <Row key={`${pair.one.id} ${pair.other.id}`} pair={pair} />
        ))}
      </ul>
      {total > pageSize && (
        <Pagination
          {...{ current: page, total, pageSize, showSizeChanger: false }}
          onChange={(next) => filters.set({ page: next > 1 ? String(next) : null })}
        />
      )}
    </>
  );
}

function Row({ pair: { one, other, reason } }: { pair: Pair }) {
  const [isOpen, setOpen] = useState(false);
  const saying = useTwinChange(() =>
    client.POST('/api/v1/members/twins/distinctions', { body: { oneId: one.id, otherId: other.id } }),
  );
  const fault = faultElsewhere(saying.error, []);
  return (
    <li>
      <small>{reasonWords[reason]}</small>
      <div className="twins-two">
        <Twin twin={one} />
        <Twin twin={other} />
      </div>
      {fault && <Banner title={fault} needsPerson />}
      <div className="row">
        <Button type="primary" onClick={() => setOpen(true)}>
          So sánh và gộp
        </Button>
        <Button loading={saying.isPending} onClick={() => saying.mutate(undefined)}>
          Là hai người khác nhau
        </Button>
      </div>
      {isOpen && <Comparison ids={[one.id, other.id]} close={() => setOpen(false)} />}
    </li>
  );
}

function Twin({ twin: { id, fullName, birthDate, birthYear, cardNumber, cellName } }: { twin: Schemas['TwinDto'] }) {
  return (
    <p>
      <Link to={`/members/${id}`}>
        <b>{fullName}</b>
      </Link>
      <small>
        {birthDate ? `sinh ${day(birthDate)}` : birthYear ? `sinh năm ${birthYear}` : 'chưa rõ năm sinh'}
        {cardNumber && ` · thẻ ${cardNumber}`} · {cellName ?? 'không còn sinh hoạt'}
      </small>
    </p>
  );
}
