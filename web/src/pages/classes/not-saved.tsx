import { Problem } from '../../api/problem.ts';
import { Banner } from '../../parts/notice.tsx';

/** What did not happen, why, and that the board shows what the server has. */
export function NotSaved({ what, error }: { what: string; error: unknown }) {
  const problem = error instanceof Problem ? error : null;
  return (
    <div className="classes-note">
      <Banner title={`Chưa lưu: ${what}`} needsPerson>
        <p>
          {problem?.message ?? 'Trang gặp lỗi.'} {problem?.errors.map(({ message }) => message).join(' ')} Danh sách đã
          trở về như trước; làm lại khi hết lỗi.
        </p>
        {problem?.requestId && <small>Mã yêu cầu: {problem.requestId}</small>}
      </Banner>
    </div>
  );
}
