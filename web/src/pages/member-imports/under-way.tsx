import { Button, Progress } from 'antd';
import { api } from '../../api/client.ts';
import { faultElsewhere } from '../../parts/faults.ts';
import { Banner } from '../../parts/notice.tsx';
import { integer } from '../../words/format.ts';
import { useStep } from './import-queries.ts';
import { type RegisterImport, stateWords } from './import-words.ts';

const { client, dataOf } = api;

/** What is being done, how far it is, and the way to stop it. */
export function UnderWay({ list: { id, state, progress } }: { list: RegisterImport }) {
  const stopping = useStep(id, () =>
    dataOf(client.POST('/api/v1/members/imports/{id}/stop', { params: { path: { id } } })),
  );
  const fault = faultElsewhere(stopping.error, []);
  const { done = 0, total = null } = progress ?? {};
  return (
    <section className="sheet import-under-way" aria-label={stateWords[state]}>
      <p className="strong" role="status">
        {stateWords[state]}
        {total ? `: ${integer(done)} trong ${integer(total)} dòng` : done > 0 ? `: ${integer(done)} dòng` : '…'}
      </p>
      <Progress
        percent={total ? Math.floor((done / total) * 100) : 0}
        aria-label={stateWords[state]}
        status="normal"
        showInfo={total !== null}
      />
      <p className="ink2">
        Có thể rời trang này; máy làm tiếp.{' '}
        {state === 'writing' && 'Khi xong cả danh sách mới vào sổ, không có nửa chừng.'}
      </p>
      {fault && <Banner title={fault} needsPerson />}
      <div>
        <Button loading={stopping.isPending} onClick={() => stopping.mutate(undefined)}>
          Dừng lại
        </Button>
      </div>
    </section>
  );
}
