import type { Schemas } from '../../api/client.ts';
import type { Draft, Studied } from './draft.ts';
import { printedSentence } from './printed-sentence.ts';

/** The sentence that the report will begin with. */
export function Sentence({
  draft,
  basis,
  studied,
  committee,
  isDoubtful,
}: {
  draft: Draft;
  basis: Schemas['BasisDto'] | null;
  studied: Studied | null;
  committee: string;
  isDoubtful: boolean;
}) {
  const pieces = printedSentence({
    ...{ committee, basis, heldOn: draft.heldOn, venue: draft.venue.trim(), studied: studied?.title.trim() ?? '' },
    hours: draft.classes.map(({ startsAt }) => startsAt),
  });
  return (
    <section className="new-session-question new-session-sentence" aria-label="Câu sẽ ghi trong báo cáo">
      <small>Câu sẽ ghi trong báo cáo</small>
      <p>
        {pieces.map(({ text, kind }, index) => {
          if (kind === 'gap') return <i key={index}>{text}</i>;
          if (kind === 'day' && isDoubtful) return <mark key={index}>{text}</mark>;
          return <span key={index}>{text}</span>;
        })}
      </p>
    </section>
  );
}
