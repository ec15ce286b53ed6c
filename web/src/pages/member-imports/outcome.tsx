import { Button, Popconfirm } from 'antd';
import { Link } from 'react-router';
import { api } from '../../api/client.ts';
import { faultElsewhere } from '../../parts/faults.ts';
import { Banner } from '../../parts/notice.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { integer, momentOf } from '../../words/format.ts';
import { Forget } from './forget.tsx';
import { RestButton } from './rest-button.tsx';
import { useRegisterReread, useStep } from './import-queries.ts';
import { effectWords, type RegisterImport } from './import-words.ts';

const { client, dataOf } = api;

/** The list is in the register: what it did, and the way back. */
export function Written({ list }: { list: RegisterImport }) {
  useRegisterReread();
  const { toWrite, writtenAt } = list;
  const isKept = toWrite !== null && toWrite.new + toWrite.changed > 0;
  return (
    <section className="import-outcome">
      <h2>Đã {isKept ? effectWords(toWrite) : 'ghi vào sổ'}</h2>
      {writtenAt && <p className="ink2">Ghi lúc {momentOf(writtenAt)}.</p>}
      {toWrite !== null && toWrite.behind > 0 && (
        <Banner title={`${integer(toWrite.behind)} dòng còn để lại`}>
          Tải các dòng ấy về, sửa theo cột “Cần sửa”, rồi gửi lại tệp đó.
        </Banner>
      )}
      <div className="row">
        {toWrite !== null && toWrite.behind > 0 && <RestButton id={list.id} />}
        <LinkButton to="/members">Mở sổ đảng viên</LinkButton>
        <LinkButton to="/members/imports">Gửi tệp khác</LinkButton>
      </div>
      <TakeBack list={list} />
    </section>
  );
}

function TakeBack({ list: { id } }: { list: RegisterImport }) {
  const undoing = useStep(id, () =>
    dataOf(client.POST('/api/v1/members/imports/{id}/undo', { params: { path: { id } } })),
  );
  const fault = faultElsewhere(undoing.error, []);
  return (
    <section className="import-take-back" aria-labelledby="import-take-back">
      <h3 id="import-take-back">Ghi nhầm?</h3>
      <p className="ink2">
        Rút lại thì sổ trở về như trước khi ghi danh sách này. Chỉ rút được cả danh sách, và khi chưa ai sửa hoặc triệu
        tập những người trong đó.
      </p>
      {fault && <Banner title={fault} needsPerson />}
      <div>
        <Popconfirm
          title="Rút lại cả danh sách?"
          okText="Rút lại"
          cancelText="Thôi"
          onConfirm={() => undoing.mutate(undefined)}
        >
          <Button loading={undoing.isPending}>Rút lại cả danh sách</Button>
        </Popconfirm>
      </div>
    </section>
  );
}

export function Undone({ list }: { list: RegisterImport }) {
  useRegisterReread();
  return (
    <section className="import-outcome">
      <h2>Đã rút lại danh sách này</h2>
      <p className="ink2">
        Sổ đảng viên trở về như trước khi ghi{list.undoneAt && `, lúc ${momentOf(list.undoneAt)}`}.
      </p>
      <div className="row">
        <LinkButton to="/members/imports">Gửi tệp khác</LinkButton>
        <Forget list={list} />
      </div>
    </section>
  );
}

/** The file could not be read: why, and what helps. */
export function Refused({ list }: { list: RegisterImport }) {
  return (
    <section className="import-outcome">
      <Banner title={list.refusal?.sentence ?? 'Không đọc được tệp này.'} needsPerson>
        Sổ đảng viên không đổi, và tệp không được giữ lại.
      </Banner>
      <div className="row">
        <LinkButton to="/members/imports">Gửi tệp khác</LinkButton>
        <Forget list={list} />
      </div>
    </section>
  );
}

export function Stopped() {
  return (
    <Banner title="Việc đã dừng giữa chừng. Sổ đảng viên không đổi.">
      Xem lại rồi bấm kiểm tra để làm tiếp, hoặc <Link to="/members/imports">gửi lại tệp</Link>.
    </Banner>
  );
}
