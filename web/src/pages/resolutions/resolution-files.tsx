import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { useMay } from '../../api/may.ts';
import { faultElsewhere } from '../../parts/faults.ts';
import { Banner, Failure } from '../../parts/notice.tsx';
import { SendFile } from '../../parts/send-file.tsx';
import { SkeletonRows } from '../../parts/skeleton-rows.tsx';
import { sizeWords } from '../../words/file-size.ts';
import { day, inVietnam } from '../../words/format.ts';

const { client, dataOf } = api;

type StoredFile = Schemas['FileDto'];

const filesQuery = (id: string) =>
  queryOptions({
    queryKey: ['resolutions', 'files', id],
    queryFn: () => dataOf(client.GET('/api/v1/resolutions/{id}/files', { params: { path: { id } } })),
  });

const kindWords: Record<StoredFile['kind'], string> = { pdf: 'PDF', docx: 'Word', png: 'Ảnh', jpeg: 'Ảnh' };

/** The text of a resolution, as files that one keeps. */
export function ResolutionFiles({ id }: { id: string }) {
  const files = useQuery(filesQuery(id));
  const queries = useQueryClient();
  const mayChange = useMay()('resolution.change');
  const reread = (): Promise<void> => queries.invalidateQueries({ queryKey: filesQuery(id).queryKey });
  return (
    <section className="resolution-sessions resolution-files" aria-labelledby="resolution-files">
      <h2 id="resolution-files">Tệp văn bản</h2>
      {files.isError && <Failure error={files.error} retry={() => void files.refetch()} />}
      {files.isPending && <SkeletonRows rows={1} height={69} />}
      {files.data?.length === 0 && <p className="ink2">Chưa có tệp nào.</p>}
      <ul>
        {files.data?.map((file) => (
          <Row key={file.id} file={file} mayChange={mayChange} removed={reread} />
        ))}
      </ul>
      {mayChange && (
        <div className="resolution-send">
          <SendFile
            path={`/api/v1/resolutions/${id}/files`}
            accepted=".pdf,.docx,.png,.jpg,.jpeg"
            label="Tệp văn bản"
            act="Gửi tệp văn bản"
            hint="PDF, Word (.docx) hoặc ảnh chụp. Không gửi tài liệu mật."
            sent={reread}
          />
        </div>
      )}
    </section>
  );
}

interface RowProps {
  file: StoredFile;
  mayChange: boolean;
  removed: () => Promise<void>;
}

function Row({ file, mayChange, removed }: RowProps) {
  const { id, name, kind, size, isSearched, storedAt } = file;
  const removal = useMutation({
    mutationFn: () => client.DELETE('/api/v1/files/{id}', { params: { path: { id } } }),
    onSuccess: removed,
  });
  const fault = faultElsewhere(removal.error, []);
  return (
    <li>
      <div>
        <a href={`/api/v1/files/${id}`} download={name}>
          {name}
        </a>
        <small>
          {kindWords[kind]} · {sizeWords(size)} · gửi ngày {day(inVietnam(storedAt).day)}
        </small>
        {!isSearched && (
          <small>Bản chụp: máy không đọc được chữ nên không tìm được dấu mật; người gửi chịu trách nhiệm.</small>
        )}
        {fault && <Banner title={fault} needsPerson />}
      </div>
      {mayChange && (
        <Popconfirm title="Bỏ tệp này?" okText="Bỏ tệp" cancelText="Thôi" onConfirm={() => removal.mutate()}>
          <Button type="text" loading={removal.isPending} aria-label={`Bỏ tệp ${name}`}>
            Bỏ
          </Button>
        </Popconfirm>
      )}
    </li>
  );
}
