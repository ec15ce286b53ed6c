import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { api } from '../../api/client.ts';
import { faultElsewhere } from '../../parts/faults.ts';
import { Banner } from '../../parts/notice.tsx';

const { client, dataOf } = api;

type Format = 'pdf' | 'docx';

async function download(id: string, format: Format): Promise<void> {
  const answer = client.GET('/api/v1/data-requests/{id}/data/{format}', {
    params: { path: { id, format } },
    parseAs: 'blob',
  });
  const url = URL.createObjectURL((await dataOf(answer)) as unknown as Blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = `du-lieu-ca-nhan.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Everything that is held about who asks, as a paper to give him. */
export function HeldData({ requestId }: { requestId: string }) {
  const paper = useMutation({ mutationFn: (format: Format) => download(requestId, format) });
  const fault = faultElsewhere(paper.error, []);
  return (
    <section aria-labelledby="held-data" className="request-held">
      <h2 id="held-data">Bản dữ liệu đang lưu giữ</h2>
      <p className="ink2">
        Gồm lý lịch trong sổ, nơi sinh hoạt, chức vụ, các lần điểm danh, các yêu cầu và những lần dữ liệu được xem, sửa.
        Số căn cước và điện thoại được che bớt trên giấy.
      </p>
      {fault && <Banner title={fault} needsPerson />}
      <div className="row">
        <Button loading={paper.isPending} onClick={() => paper.mutate('pdf')}>
          Tải bản PDF
        </Button>
        <Button disabled={paper.isPending} onClick={() => paper.mutate('docx')}>
          Tải bản Word
        </Button>
      </div>
    </section>
  );
}
