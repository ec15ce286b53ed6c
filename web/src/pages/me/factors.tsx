import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { Banner } from '../../parts/notice.tsx';
import { hasPasskeys } from '../../parts/passkey.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { AddPasskey } from './add-passkey.tsx';
import { AddPhone } from './add-phone.tsx';
import { dayOf } from './day-of.ts';
import { type SecondFactors, useMyChange } from './me-queries.ts';
import { PasskeyRow } from './passkey-row.tsx';
import { PaperCodes } from './paper-codes.tsx';

const { client, dataOf } = api;

/** Below the page's own title, or below a part's. */
type Heading = 'h2' | 'h3';

/** The three ways, each with its state and its act. */
export function Factors({ factors, heading: Heading }: { factors: SecondFactors; heading: Heading }) {
  const [adding, add] = useState<'phone' | 'passkey' | null>(null);
  const [codes, showCodes] = useState<string[] | null>(null);
  const close = (made: string[] | null = null): void => {
    add(null);
    if (made) showCodes(made);
  };
  return (
    <ul className="me-rows">
      <Phone heading={Heading} addedAt={factors.totp?.addedAt ?? null} add={() => add('phone')} />
      <li>
        <StateMark
          state={factors.passkeys.length > 0 ? 'done' : 'idle'}
          label={factors.passkeys.length > 0 ? 'đã có' : 'chưa có'}
        />
        <div>
          <Heading>Khóa bảo mật của máy (vân tay, khuôn mặt, mã PIN)</Heading>
          <p className="ink2">
            {hasPasskeys()
              ? 'Vào không cần gõ mật khẩu. Mỗi máy hay điện thoại một khóa.'
              : 'Trình duyệt này chưa dùng được: cần mở trang bằng https.'}
          </p>
        </div>
        {hasPasskeys() && <Button onClick={() => add('passkey')}>Thêm khóa của máy này</Button>}
      </li>
      {factors.passkeys.map((key) => (
        <PasskeyRow key={key.id} passkey={key} />
      ))}
      {factors.recoveryCodes && <Paper heading={Heading} {...factors.recoveryCodes} showCodes={showCodes} />}
      {adding === 'phone' && <AddPhone close={close} />}
      {adding === 'passkey' && <AddPasskey close={close} />}
      {codes && <PaperCodes codes={codes} close={() => showCodes(null)} />}
    </ul>
  );
}

function Phone({ heading: Heading, addedAt, add }: { heading: Heading; addedAt: string | null; add: () => void }) {
  const remove = useMyChange(
    () => client.DELETE('/api/v1/me/totp'),
    () => undefined,
  );
  return (
    <li>
      <StateMark state={addedAt ? 'done' : 'idle'} label={addedAt ? 'đã có' : 'chưa có'} />
      <div>
        <Heading>Mã 6 số trên điện thoại</Heading>
        <p className="ink2">
          {addedAt ? `Cài ngày ${dayOf(addedAt)}.` : 'Dùng một ứng dụng mã trên điện thoại, không cần mạng.'}
        </p>
        {remove.error && <Banner title={remove.error.message} needsPerson />}
      </div>
      {addedAt ? (
        <Popconfirm
          title="Bỏ mã trên điện thoại?"
          description="Mã đang hiện trên điện thoại sẽ không dùng được nữa."
          okText="Bỏ mã"
          cancelText="Thôi"
          onConfirm={() => remove.mutate(undefined)}
        >
          <Button type="text">Bỏ</Button>
        </Popconfirm>
      ) : (
        <Button onClick={add}>Cài trên điện thoại</Button>
      )}
    </li>
  );
}

function Paper({
  heading: Heading,
  left,
  madeAt,
  showCodes,
}: {
  heading: Heading;
  left: number;
  madeAt: string;
  showCodes: (codes: string[]) => void;
}) {
  const renew = useMyChange(
    () => dataOf(client.POST('/api/v1/me/recovery-codes')),
    ({ codes }) => showCodes(codes),
  );
  const isLow = left < 3;
  return (
    <li>
      <StateMark state={isLow ? 'needed' : 'done'} label={isLow ? 'sắp hết' : 'đã có'} />
      <div>
        <Heading>Mã dự phòng trên giấy</Heading>
        <p className={isLow ? 'red' : 'ink2'}>
          Còn {left} mã, lập ngày {dayOf(madeAt)}. Dùng khi mất điện thoại hoặc máy.
        </p>
        {renew.error && <Banner title={renew.error.message} needsPerson />}
      </div>
      <Popconfirm
        title="Lập 10 mã mới?"
        description="Các mã trên tờ giấy cũ sẽ không dùng được nữa."
        okText="Lập mã mới"
        cancelText="Thôi"
        onConfirm={() => renew.mutate(undefined)}
      >
        <Button loading={renew.isPending}>Lập mã mới</Button>
      </Popconfirm>
    </li>
  );
}
