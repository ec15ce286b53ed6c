import { Button } from 'antd';
import type { Tally } from '../../api/queries.ts';
import { ShareBar } from '../../parts/share-bar.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { fraction, integer, percent } from '../../words/format.ts';

const parts = [
  ['present', 'có mặt'],
  ['excused', 'vắng có lý do'],
  ['unmarked', 'chưa điểm danh'],
  ['unexcused', 'vắng không lý do'],
] as const;

/** The total rate with its fraction; on a phone with its bar and its four parts too. */
export function FiguresHead({ sessionId, tally }: { sessionId: string; tally: Tally }) {
  const { official, probationary, present, summoned } = tally;
  return (
    <div className="figures-head">
      <p className="figures-rate">
        <span className="ink2 figures-whole">Cả đảng bộ, có mặt</span>
        <b>{percent(present, summoned)}</b> <span>{fraction(present, summoned)} trên số được triệu tập</span>
      </p>
      <p className="ink2 figures-standing">
        <span>
          Chính thức {fraction(official.present, official.summoned)} · {percent(official.present, official.summoned)}
        </span>
        <span>
          Dự bị {fraction(probationary.present, probationary.summoned)} ·{' '}
          {percent(probationary.present, probationary.summoned)}
        </span>
      </p>
      <div className="figures-parts">
        <ShareBar tally={tally} height={14} />
        <dl>
          {parts.map(([state, words]) => (
            <div key={state}>
              <dt>
                <StateMark state={state} /> {words}
              </dt>
              <dd className="strong">{integer(tally[state])}</dd>
            </div>
          ))}
        </dl>
      </div>
      <Button href={`/api/v1/sessions/${sessionId}/reports/result-report/xlsx`} download>
        Tải Excel
      </Button>
    </div>
  );
}
