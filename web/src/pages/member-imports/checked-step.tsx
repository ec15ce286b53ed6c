import { Button } from 'antd';
import { api } from '../../api/client.ts';
import { faultElsewhere } from '../../parts/faults.ts';
import { Banner } from '../../parts/notice.tsx';
import { useFilters } from '../../parts/search-params.ts';
import { integer } from '../../words/format.ts';
import { Forget } from './forget.tsx';
import { useStep } from './import-queries.ts';
import {
  effectWords,
  fieldWords,
  type RegisterImport,
  type Verdict,
  verdictHints,
  verdictWords,
} from './import-words.ts';
import { RestButton } from './rest-button.tsx';
import { Rows } from './rows.tsx';

const { client, dataOf } = api;

const verdicts = Object.keys(verdictWords) as Verdict[];

/** What the list would do to the register, kind by kind; then the one act. */
export function CheckedStep({ list, back }: { list: RegisterImport; back: () => void }) {
  const filters = useFilters();
  const counts = list.counts ?? { new: 0, changed: 0, same: 0, doubtful: 0, wrong: 0, 'left-out': 0 };
  const asked = verdicts.find((verdict) => verdict === filters.of('show') && counts[verdict] > 0);
  const shown = asked ?? verdicts.find((verdict) => counts[verdict] > 0);
  const show = (verdict: Verdict): void => filters.set({ show: verdict, page: null });
  return (
    <>
      {list.mistakes.length > 0 && <Mistakes list={list} />}
      <div className="import-verdicts" role="group" aria-label="Các loại dòng">
        {verdicts.map((verdict) => (
          <button
            key={verdict}
            type="button"
            className="plain"
            aria-pressed={verdict === shown}
            disabled={counts[verdict] === 0}
            onClick={() => show(verdict)}
          >
            <span className={`import-count ${verdict === 'wrong' && counts.wrong > 0 ? 'red' : ''}`}>
              {integer(counts[verdict])}
            </span>
            {verdictWords[verdict]}
          </button>
        ))}
      </div>
      {shown && (
        <section aria-label={verdictWords[shown]}>
          <div className="spread import-hint">
            <p className="ink2">{verdictHints[shown]}</p>
            {shown === 'doubtful' && <DecideAll id={list.id} />}
          </div>
          <Rows key={shown} id={list.id} verdict={shown} />
        </section>
      )}
      <WriteBar list={list} back={back} />
    </>
  );
}

/** The same mistake in many rows, told once. */
function Mistakes({ list: { mistakes } }: { list: RegisterImport }) {
  return (
    <section className="import-mistakes" aria-labelledby="import-mistakes">
      <h2 id="import-mistakes">Cần xem lại</h2>
      <ul>
        {mistakes.map(({ sentence, field, rows, firstRow }) => (
          <li key={`${field} ${firstRow} ${sentence}`} className="spread">
            <span>
              {field && <b>{fieldWords[field]}: </b>}
              {sentence}
            </span>
            <small className="nowrap">
              {rows === 1 ? `dòng ${integer(firstRow)}` : `${integer(rows)} dòng, đầu tiên dòng ${integer(firstRow)}`}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Rows that resemble nobody in the register and differ in nothing but a doubt: decided together. */
function DecideAll({ id }: { id: string }) {
  const deciding = useStep(id, (kind: 'new' | 'skip') =>
    dataOf(client.PUT('/api/v1/members/imports/{id}/decisions', { params: { path: { id } }, body: { kind } })),
  );
  const fault = faultElsewhere(deciding.error, []);
  return (
    <div className="row">
      {fault && <Banner title={fault} needsPerson />}
      <span className="ink2">Dòng chưa chọn, không giống ai trong sổ:</span>
      <Button loading={deciding.isPending} onClick={() => deciding.mutate('new')}>
        Ghi tất cả thành người mới
      </Button>
      <Button loading={deciding.isPending} onClick={() => deciding.mutate('skip')}>
        Bỏ qua tất cả
      </Button>
    </div>
  );
}

function WriteBar({ list, back }: { list: RegisterImport; back: () => void }) {
  const { id } = list;
  const writing = useStep(id, (which: 'all' | 'good') =>
    dataOf(client.POST('/api/v1/members/imports/{id}/write', { params: { path: { id } }, body: { which } })),
  );
  const fault = faultElsewhere(writing.error, []);
  const { new: added = 0, changed = 0, behind = 0 } = list.toWrite ?? {};
  const isNothing = added + changed === 0;
  return (
    <div className="import-foot sheet">
      {fault && <Banner title={fault} needsPerson />}
      <p>
        {isNothing ? 'Không có gì phải ghi vào sổ.' : <b>Sẽ {effectWords({ new: added, changed })}.</b>}
        {behind > 0 && ` ${integer(behind)} dòng sai hoặc chưa chọn sẽ để lại.`}
      </p>
      <div className="row">
        <Forget list={list} />
        <Button onClick={back}>Xem lại các cột</Button>
        {behind > 0 && <RestButton id={id} />}
        {!isNothing && (
          <Button
            type="primary"
            loading={writing.isPending}
            onClick={() => writing.mutate(behind > 0 ? 'good' : 'all')}
          >
            {behind > 0 ? 'Chỉ ghi các dòng đúng' : 'Ghi cả danh sách vào sổ'}
          </Button>
        )}
      </div>
    </div>
  );
}
