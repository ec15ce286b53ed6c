import { Link } from 'react-router';
import { Empty } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';

export function NotFound() {
  return (
    <Page title="Không có trang này">
      <Empty title="Địa chỉ này không dẫn đến đâu" act={<Link to="/">Về trang chủ</Link>}>
        Liên kết có thể đã cũ, hoặc gõ sót một chữ.
      </Empty>
    </Page>
  );
}
