import { Button } from 'antd';
import { Problem } from '../../api/problem.ts';
import { Banner, Failure } from '../../parts/notice.tsx';

/** Why there is no paper. What a person can mend is told in the server's sentence, which names the place. */
export function Refusal({ error, what, retry }: { error: unknown; what: string; retry: () => void }) {
  if (!(error instanceof Problem) || error.isNoServer || error.status >= 500)
    return <Failure error={error} what={what} retry={retry} />;
  return (
    <Banner title={error.message} needsPerson>
      {error.errors.map(({ path, message }) => (
        <p key={path}>{message}</p>
      ))}
      <p>
        {what}, không có tệp nào được tải về.
        {error.code.startsWith('report.wording') && ' Sửa đúng chỗ ấy trong tệp lời văn, lưu lại, rồi thử lại.'}
      </p>
      <p>
        <Button onClick={retry}>Thử lại</Button>
      </p>
    </Banner>
  );
}
