import { Button, Modal } from 'antd';
import { useState } from 'react';

/** Shown once: to be printed or written down now. It closes by its button alone, so that it is not lost by a slip. */
export function PaperCodes({ codes, close }: { codes: string[]; close: () => void }) {
  const footer = (
    <Button type="primary" onClick={close}>
      Đã cất giữ, đóng
    </Button>
  );
  return (
    <Modal
      {...{ open: true, width: 640, closable: false, keyboard: false, mask: { closable: false }, footer }}
      title="Mã dự phòng: in ra và cất đi"
    >
      <div className="form-dialog">
        <p>
          Khi mất điện thoại hoặc máy, mỗi mã dưới đây vào được một lần. Hệ thống không cho xem lại các mã này. Cất tờ
          giấy ở nơi có khóa, không để cạnh máy.
        </p>
        <ol className="me-codes">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
        <Keeping codes={codes} />
      </div>
    </Modal>
  );
}

function Keeping({ codes }: { codes: string[] }) {
  const [told, tell] = useState('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(codes.join('\n'));
      tell('Đã chép.');
    } catch {
      // Without https browsers lend no clipboard.
      tell('Trình duyệt không cho chép; in ra hoặc viết tay.');
    }
  };
  return (
    <div className="row">
      <Button onClick={() => window.print()}>In</Button>
      <Button onClick={() => void copy()}>Chép</Button>
      <span role="status" className="ink2">
        {told}
      </span>
    </div>
  );
}
