import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Pagination } from 'antd';
import { Link, useNavigate } from 'react-router';
import { Failure } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { useFilters } from '../../parts/search-params.ts';
import { SendFile } from '../../parts/send-file.tsx';
import { SkeletonRows } from '../../parts/skeleton-rows.tsx';
import { type State, StateMark } from '../../parts/state-mark.tsx';
import { momentOf } from '../../words/format.ts';
import { FetchButton } from './fetch-button.tsx';
import { importQuery, importsQuery } from './import-queries.ts';
import { countsWords, type ImportSummary, type RegisterImport, stateWords } from './import-words.ts';
import './member-imports.css';

const again = { code: 'import.written-before', act: 'Vẫn nhập lại tệp này' };

/** Lists that the office has brought, and the way to bring one. */
export function Imports() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const sent = async (list: RegisterImport): Promise<void> => {
    queries.setQueryData(importQuery(list.id).queryKey, list);
    await navigate(`/members/imports/${list.id}`);
  };
  return (
    <Page title="Nhập danh sách đảng viên">
      <Link className="imports-back" to="/members">
        ‹ Sổ đảng viên
      </Link>
      <section className="sheet imports-send" aria-labelledby="imports-send">
        <h2 id="imports-send">Gửi tệp danh sách</h2>
        <p className="ink2">
          Tệp danh sách của cơ quan để nguyên như đang có: máy tự tìm dòng tiêu đề, các cột, bảng mã chữ cũ. Chưa có gì
          vào sổ cho đến khi đồng chí xem lại và bấm ghi.
        </p>
        <SendFile<RegisterImport>
          path="/api/v1/members/imports"
          accepted=".xlsx,.xlsm,.xls,.ods,.csv,.txt,.tsv"
          label="Tệp danh sách"
          act="Chọn tệp"
          hint="Excel (.xlsx, .xls), ODS hoặc CSV. Không gửi tài liệu mật."
          isMain
          askedAgain={again}
          sent={sent}
        />
        <div className="row imports-template">
          <span className="ink2">Chưa có danh sách trên máy?</span>
          <FetchButton address="/api/v1/members/sheets/template">Tải tệp mẫu để điền</FetchButton>
        </div>
      </section>
      <Earlier />
    </Page>
  );
}

function Earlier() {
  const filters = useFilters();
  const page = Number(filters.of('page')) || 1;
  const lists = useQuery(importsQuery(page));
  if (lists.isError) return <Failure error={lists.error} retry={() => void lists.refetch()} />;
  if (!lists.data) return <SkeletonRows rows={4} height={69} />;
  const { items, total, pageSize } = lists.data;
  if (total === 0) return null;
  return (
    <section className="imports-earlier" aria-labelledby="imports-earlier">
      <h2 id="imports-earlier">Các lần nhập trước</h2>
      <ul className="imports-list sheet">
        {items.map((list) => (
          <Row key={list.id} list={list} />
        ))}
      </ul>
      {total > pageSize && (
        <Pagination
          {...{ current: page, total, pageSize, showSizeChanger: false }}
          onChange={(next) => filters.set({ page: next > 1 ? String(next) : null })}
        />
      )}
    </section>
  );
}

const marks: Record<ImportSummary['state'], State> = {
  ...{ reading: 'running', mapping: 'needed', checking: 'running', checked: 'needed', writing: 'running' },
  ...{ written: 'done', undone: 'idle', stopped: 'idle', refused: 'idle' },
};

function Row({ list }: { list: ImportSummary }) {
  const { id, fileName, state, sentAt, sentBy } = list;
  return (
    <li>
      <Link to={`/members/imports/${id}`}>
        <StateMark state={marks[state]} />
        <span>
          <b>{fileName}</b>
          <small>
            {sentBy} gửi {momentOf(sentAt)}
          </small>
        </span>
        <span className="imports-state">
          {stateWords[state]}
          <small>{countsWords(list)}</small>
        </span>
      </Link>
    </li>
  );
}
