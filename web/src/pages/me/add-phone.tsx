import { useMutation } from '@tanstack/react-query';
import { QRCode } from 'antd';
import { useEffect, useState } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { faultAt, faultElsewhere } from '../../parts/faults.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useMyChange } from './me-queries.ts';

const { client, dataOf } = api;

/** Three steps on one page: an app, the picture, the first code. */
export function AddPhone({ close }: { close: (codes?: string[] | null) => void }) {
  const [code, setCode] = useState('');
  const { mutate: begin, ...begun } = useMutation({ mutationFn: () => dataOf(client.POST('/api/v1/me/totp')) });
  useEffect(() => begin(), [begin]);
  const confirm = useMyChange(
    (typed: string) => dataOf(client.POST('/api/v1/me/totp/confirmation', { body: { code: typed } })),
    ({ recoveryCodes }) => close(recoveryCodes),
  );
  const wrongForm = faultAt(confirm.error, 'code') && 'Mã gồm 6 chữ số.';
  return (
    <FormDialog
      title="Cài mã 6 số trên điện thoại"
      act="Kiểm tra mã và bật"
      isPending={confirm.isPending || begun.isPending}
      fault={begun.error?.message ?? faultElsewhere(confirm.error, ['code'])}
      send={() => (begun.error ? begin() : confirm.mutate(code))}
      close={() => close()}
    >
      <ol className="me-steps">
        <li>
          Trên điện thoại, cài một ứng dụng tạo mã: Google Authenticator, Microsoft Authenticator hoặc ứng dụng tương
          tự.
        </li>
        <li>
          Mở ứng dụng, chọn thêm tài khoản, rồi quét hình này.
          {begun.data && <Picture totp={begun.data} />}
        </li>
        <li>
          <FirstCode code={code} setCode={setCode} error={wrongForm} />
        </li>
      </ol>
    </FormDialog>
  );
}

function FirstCode({
  code,
  setCode,
  error,
}: {
  code: string;
  setCode: (code: string) => void;
  error: string | undefined;
}) {
  return (
    <TextField
      label="Nhập 6 chữ số đang hiện trên điện thoại"
      size="large"
      inputMode="numeric"
      autoComplete="one-time-code"
      error={error}
      value={code}
      onChange={setCode}
    />
  );
}

/** Always dark on white: cameras read it so. */
function Picture({ totp: { uri, secret } }: { totp: Schemas['NewTotpDto'] }) {
  return (
    <div className="me-picture">
      <div role="img" aria-label="Hình vuông để ứng dụng quét">
        <div aria-hidden="true">
          <QRCode type="svg" value={uri} size={200} color="#000000" bgColor="#ffffff" bordered={false} />
        </div>
      </div>
      <p className="ink2">
        Không quét được thì chọn nhập tay và gõ mã này:
        <br />
        <code>{secret}</code>
      </p>
    </div>
  );
}
