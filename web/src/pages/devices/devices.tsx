import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { Banner, Empty, Failure } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { SkeletonRows } from '../../parts/skeleton-rows.tsx';
import { day, momentOf } from '../../words/format.ts';
import { AddDevice } from './add-device.tsx';
import { type Device, type DoorCode, devicesQuery } from './device-queries.ts';
import { ShownCode } from './shown-code.tsx';
import './devices.css';

const { client } = api;

/** Telephones and tablets at the doors of halls: let in with a code, put out with a click. */
export function Devices() {
  const [isAdding, setAdding] = useState(false);
  const [code, show] = useState<DoorCode | null>(null);
  const queries = useQueryClient();
  const closeCode = (): void => {
    show(null);
    void queries.invalidateQueries({ queryKey: ['devices'] });
  };
  return (
    <Page
      title="Thiết bị ở cửa"
      act={
        <Button type="primary" onClick={() => setAdding(true)}>
          Thêm thiết bị
        </Button>
      }
    >
      <p className="devices-lead ink2">
        Điện thoại, máy tính bảng ở cửa hội trường chỉ điểm danh được ở các lớp đã chọn, trong ngày học.
      </p>
      <Known isWaiting={code !== null} />
      {isAdding && (
        <AddDevice
          close={() => setAdding(false)}
          show={(made) => {
            setAdding(false);
            show(made);
          }}
        />
      )}
      {code && <ShownCode code={code} close={closeCode} />}
    </Page>
  );
}

function Known({ isWaiting }: { isWaiting: boolean }) {
  const devices = useQuery(devicesQuery(isWaiting));
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: (id: string) => client.DELETE('/api/v1/devices/{id}', { params: { path: { id } } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['devices'] }),
  });
  if (devices.isError) return <Failure error={devices.error} retry={() => void devices.refetch()} />;
  if (!devices.data) return <SkeletonRows rows={3} height={64} />;
  if (devices.data.length === 0) {
    return <Empty title="Chưa có thiết bị nào">Bấm Thêm thiết bị, chọn hội nghị và lớp để lấy mã.</Empty>;
  }
  return (
    <>
      {end.error && <Banner title={end.error.message} needsPerson />}
      <ul className="devices sheet">
        {devices.data.map((device) => (
          <DeviceRow key={device.id} device={device} end={() => end.mutate(device.id)} />
        ))}
      </ul>
    </>
  );
}

function DeviceRow({ device, end }: { device: Device; end: () => void }) {
  const { name, sessionTitle, classes, seenAt, enrolledBy, enrolledAt, until } = device;
  return (
    <li>
      <div>
        <p className="strong">{name}</p>
        <p>
          {sessionTitle} – {classes.map((one) => one.name).join(', ')}
        </p>
        <small>
          Thấy lần cuối {momentOf(seenAt)} · {enrolledBy} cho vào {momentOf(enrolledAt)} · dùng đến hết {day(until)}
        </small>
      </div>
      <Popconfirm
        title={`Thu hồi ${name}?`}
        description="Thiết bị dừng ngay; lượt chưa gửi trên máy đó không gửi được nữa."
        okText="Thu hồi"
        cancelText="Thôi"
        onConfirm={end}
      >
        <Button>Thu hồi</Button>
      </Popconfirm>
    </li>
  );
}
