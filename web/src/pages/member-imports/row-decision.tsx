import { Radio } from 'antd';
import type { ReactNode } from 'react';
import { faultElsewhere } from '../../parts/faults.ts';
import { Banner } from '../../parts/notice.tsx';
import { Changes } from './changes.tsx';
import { useDecision } from './import-queries.ts';
import { candidateWords, type ImportRow } from './import-words.ts';

type Candidate = ImportRow['candidates'][number];

/** `match id`, `new`, `skip`: as the choices are told apart. */
const valueOf = (decision: ImportRow['decision']): string | null =>
  decision && (decision.kind === 'match' ? `match ${decision.memberId}` : decision.kind);

/** Whom a doubtful row means: said by a person. */
export function RowDecision({ id, row }: { id: string; row: ImportRow }) {
  const deciding = useDecision(id, row);
  const choose = (value: string): void => {
    const [kind, memberId = null] = value.split(' ');
    if (kind === 'match' || kind === 'new' || kind === 'skip') deciding.mutate({ kind, memberId });
  };
  const fault = faultElsewhere(deciding.error, []);
  const isTaken = row.candidates.some(({ by }) => by === 'citizen-number' || by === 'card');
  return (
    <div className="import-decision">
      {fault && <Banner title={fault} needsPerson />}
      <Radio.Group
        aria-label={`Dòng ${row.row} là ai`}
        // What was pressed stands at once; a refusal puts it back.
        value={valueOf(deciding.isPending ? deciding.variables : row.decision)}
        disabled={deciding.isPending}
        onChange={({ target }) => choose(target.value)}
      >
        {row.candidates.map((candidate) => (
          <Radio key={candidate.memberId} value={`match ${candidate.memberId}`} disabled={candidate.objection !== null}>
            <Known candidate={candidate} />
          </Radio>
        ))}
        {!isTaken && <Radio value="new">Là người mới</Radio>}
        <Radio value="skip">Bỏ qua dòng này</Radio>
      </Radio.Group>
    </div>
  );
}

function Known({
  candidate: { fullName, birth, cellName, by, changes, objection },
}: {
  candidate: Candidate;
}): ReactNode {
  return (
    <>
      Là {fullName}
      {birth && `, sinh ${birth}`}, {cellName ?? 'không còn sinh hoạt'} <small>({candidateWords[by]})</small>
      {objection ? <small className="red import-objection">{objection}</small> : <Changes changes={changes} />}
    </>
  );
}
