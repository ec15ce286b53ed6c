import { Button, Modal, QRCode } from 'antd';
import { hourOf } from '../../words/format.ts';
import type { DoorCode } from './device-queries.ts';

/** The code for one device, to be read aloud, typed or scanned; shown once. */
export function ShownCode({ code: { code, expiresAt }, close }: { code: DoorCode; close: () => void }) {
  const spoken = `${code.slice(0, 4)}-${code.slice(4)}`;
  const place = `${globalThis.location.origin}/door`;
  return (
    <Modal
      open
      width={640}
      title="Mã cho một thiết bị"
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={close}>
          Đóng
        </Button>
      }
    >
      <div className="shown-code">
        <div>
          <p className="shown-code-text">{spoken}</p>
          <p>
            Trên thiết bị, quét mã vuông, hoặc mở <b className="shown-code-place">{place}</b> rồi gõ mã này.
          </p>
          <p className="ink2">
            Dùng được một lần, cho một thiết bị, đến {hourOf(expiresAt)}. Thiết bị vào được thì hiện trong danh sách.
          </p>
        </div>
        <Square value={`${place}#${spoken}`} />
      </div>
    </Modal>
  );
}

/** Black on white in both colours of the app: cameras want it so. Who listens instead of looking has the code beside it. */
const Square = ({ value }: { value: string }) => (
  <div aria-hidden="true">
    <QRCode
      {...{ type: 'svg', value, size: 208, bordered: false, errorLevel: 'M', marginSize: 4 }}
      color="#000000"
      bgColor="#ffffff"
    />
  </div>
);
