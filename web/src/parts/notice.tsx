import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Problem } from '../api/problem.ts';

/** What is wrong in bold, what was kept, what to do. `needsPerson`: red; otherwise the machine will settle it. */
export function Banner({
  title,
  children,
  needsPerson = false,
}: {
  title: string;
  children?: ReactNode;
  needsPerson?: boolean;
}) {
  return (
    <div className={`banner${needsPerson ? ' needs-person' : ''}`} role="status">
      <p className="strong">{title}</p>
      {children && <div>{children}</div>}
    </div>
  );
}

/** Nothing here yet: what is missing, the least that is needed to begin, one act. */
export function Empty({ title, children, act }: { title: string; children?: ReactNode; act?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {act}
    </div>
  );
}

const Refused = ({ message }: { message: string }) => (
  <div className="empty" role="alert">
    <h2>Phần này của người khác</h2>
    <p>{message} Nếu công việc cần đến, nhờ người quản trị của đảng bộ giao thêm vai trò.</p>
  </div>
);

/** Instead of what could not be read: what did not happen, what to try, a code for the administrator. */
export function Failure({
  error,
  retry,
  what = 'Chưa đọc được dữ liệu',
}: {
  error: unknown;
  retry?: () => void;
  what?: string;
}) {
  const problem = error instanceof Problem ? error : null;
  if (problem?.status === 403) return <Refused message={problem.message} />;
  const advice = problem?.isNoServer
    ? 'Xem máy chủ và dây mạng, rồi thử lại.'
    : 'Thử lại; nếu vẫn lỗi, báo người quản trị kèm mã bên dưới.';
  return (
    <div className="empty" role="alert">
      <h2>{what}</h2>
      <p>
        {problem?.message ?? 'Trang gặp lỗi.'} Không có gì bị mất. {advice}
      </p>
      {retry && <Button onClick={retry}>Thử lại</Button>}
      {problem?.requestId && <small>Mã yêu cầu: {problem.requestId}</small>}
    </div>
  );
}
