import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/may.ts';
import { faultElsewhere } from '../../parts/faults.ts';
import { Banner, Failure } from '../../parts/notice.tsx';
import { SkeletonRows } from '../../parts/skeleton-rows.tsx';
import { day, today } from '../../words/format.ts';
import { storyQuery, useTreeChange } from './cell-queries.ts';
import { type Chapter, type Change, chapters } from './change-words.ts';

const { client, dataOf } = api;
const FIRST = 8;

/** What happened to the tree, and what is planned, newest first. */
export function Story() {
  const story = useQuery(storyQuery);
  const [isWhole, setWhole] = useState(false);
  if (story.isError) return <Failure error={story.error} retry={() => void story.refetch()} />;
  if (!story.data) return <SkeletonRows rows={3} height={57} />;
  const told = chapters(story.data);
  if (told.length === 0) return null;
  return (
    <section className="cells-part" aria-labelledby="cells-story">
      <h2 id="cells-story">Thay đổi</h2>
      <Chapters told={isWhole ? told : told.slice(0, FIRST)} />
      {told.length > FIRST && !isWhole && (
        <Button type="text" onClick={() => setWhole(true)}>
          Xem cả {told.length} lần
        </Button>
      )}
    </section>
  );
}

/** @param mayTakeBack the last change can be undone from here */
export function Chapters({ told, mayTakeBack = false }: { told: Chapter[]; mayTakeBack?: boolean }) {
  return (
    <ul className="cell-story">
      {told.map(({ id, on, words, document, change }) => (
        <li key={id}>
          <div>
            <p>{words}</p>
            <small>
              {on > today() ? `dự kiến từ ${day(on)}` : `từ ${day(on)}`}
              {document && ` · ${document}`}
            </small>
          </div>
          {mayTakeBack && change?.isLast && <TakeBack change={change} />}
        </li>
      ))}
    </ul>
  );
}

/** As if it had never been written; the trail of who did what keeps it. */
function TakeBack({ change }: { change: Change }) {
  const may = useMay();
  const takeBack = useTreeChange(
    (id: string) => dataOf(client.DELETE('/api/v1/units/changes/{id}', { params: { path: { id } } })),
    () => undefined,
  );
  if (!may('unit.change') || !may('member.change')) return null;
  const fault = faultElsewhere(takeBack.error, []);
  return (
    <div className="cell-take-back">
      <Popconfirm
        title="Lấy lại thay đổi này?"
        description="Sổ trở lại như trước thay đổi ấy."
        okText="Lấy lại"
        cancelText="Thôi"
        onConfirm={() => takeBack.mutate(change.id)}
      >
        <Button loading={takeBack.isPending}>Lấy lại</Button>
      </Popconfirm>
      {fault && <Banner title={fault} needsPerson />}
    </div>
  );
}
