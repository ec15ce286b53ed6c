import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Banner } from '../../parts/notice.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { integer, momentOf } from '../../words/format.ts';
import { verificationQuery } from './audit-queries.ts';

/** Whether anybody has touched the trail; it keeps its height while the chain is walked. */
export function VerificationLine() {
  const { data, isError, refetch, isFetching } = useQuery(verificationQuery);
  if (data && !data.isWhole) {
    return (
      <Banner needsPerson title={`Chuỗi nhật ký bị đứt từ mục ${integer(data.brokenAt ?? 0)}`}>
        <p>
          Có người đã sửa thẳng trong cơ sở dữ liệu. Giữ nguyên máy chủ, báo người quản trị máy chủ chạy lệnh kiểm chuỗi
          và so với bản lưu bên ngoài.
        </p>
      </Banner>
    );
  }
  return (
    <p className="audit-chain" role="status">
      {data && <StateMark state="done" size={18} />}
      {data && (
        <span>
          Chuỗi nhật ký còn nguyên đến mục {integer(data.seq)}, kiểm lúc {momentOf(data.verifiedAt)}.
          {data.erased > 0 && ` ${integer(data.erased)} giá trị cá nhân đã xóa theo luật.`}
        </span>
      )}
      {!data && !isError && <span className="ink2">Đang kiểm chuỗi nhật ký…</span>}
      {isError && !data && <span className="ink2">Chưa kiểm được chuỗi nhật ký.</span>}
      {(data || isError) && (
        <Button type="text" size="small" loading={isFetching} onClick={() => void refetch()}>
          Kiểm lại
        </Button>
      )}
    </p>
  );
}
