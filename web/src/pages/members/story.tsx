import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { useMay } from '../../api/may.ts';
import { faultElsewhere } from '../../parts/faults.ts';
import { Banner, Failure } from '../../parts/notice.tsx';
import { SkeletonRows } from '../../parts/skeleton-rows.tsx';
import { day, today } from '../../words/format.ts';
import { memberStoryQuery, useRegisterChange } from './member-queries.ts';
import { stepWords } from './member-words.ts';
import { eventWords } from './story-words.ts';

const { client, dataOf } = api;

type Event = Schemas['StoryEventDto'];

/** All that is known of a person, in the order in which it happened, the newest first. */
export function Story({ memberId, heading: Heading }: { memberId: string; heading: 'h2' | 'h3' }) {
  const story = useQuery(memberStoryQuery(memberId));
  if (story.isError) return <Failure error={story.error} retry={() => void story.refetch()} />;
  if (!story.data) return <SkeletonRows rows={4} height={57} />;
  const { events, lastStep } = story.data;
  return (
    <section className="person-story-part" aria-label="Quá trình">
      <div className="spread person-part">
        <Heading>Quá trình</Heading>
      </div>
      {events.length === 0 && <p className="ink3 small">Chưa ghi gì.</p>}
      <ol className="person-story">
        {events.map((event) => (
          <Told key={`${event.on} ${event.kind} ${event.cellName} ${event.text} ${event.membership}`} event={event} />
        ))}
      </ol>
      {lastStep && <TakeBack key={lastStep.id} memberId={memberId} step={lastStep} />}
    </section>
  );
}

const paperWords = ({ number, on }: NonNullable<Event['paper']>): string => (on ? `${number} ngày ${day(on)}` : number);

function Told({ event }: { event: Event }) {
  const { on, paper } = event;
  return (
    <li>
      <span className="person-story-day">{day(on)}</span>
      <span>
        {eventWords(event)}
        {on > today() && <small>dự kiến</small>}
        {paper && <small>{paperWords(paper)}</small>}
      </span>
    </li>
  );
}

/** What was recorded last goes, as if it had never been written; the trail of who did what keeps it. */
function TakeBack({ memberId, step }: { memberId: string; step: Schemas['LastStepDto'] }) {
  const may = useMay()('member.change');
  const takingBack = useRegisterChange(
    () =>
      dataOf(
        client.DELETE('/api/v1/members/{id}/steps/{stepId}', {
          params: { path: { id: memberId, stepId: step.id } },
        }),
      ),
    () => undefined,
  );
  const fault = faultElsewhere(takingBack.error, []);
  if (!may) return null;
  return (
    <div className="person-take-back">
      <small>
        Việc ghi sau cùng: {stepWords[step.kind]}, từ {day(step.on)}.
      </small>
      {fault && <Banner title={fault} needsPerson />}
      <Popconfirm
        title="Lấy lại việc vừa ghi?"
        description="Quá trình trở về như trước khi ghi; nhật ký vẫn giữ cả hai."
        okText="Lấy lại"
        cancelText="Thôi"
        onConfirm={() => takingBack.mutate(undefined)}
      >
        <Button loading={takingBack.isPending}>Lấy lại việc này</Button>
      </Popconfirm>
    </div>
  );
}
