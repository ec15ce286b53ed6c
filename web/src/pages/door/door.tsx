import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { useMe } from '../../api/me.ts';
import { faultAt, faultElsewhere } from '../../parts/faults.ts';
import { FrontPage } from '../../parts/front-page.tsx';
import { Banner, Failure } from '../../parts/notice.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { day, hour } from '../../words/format.ts';
import './door.css';

const { client, dataOf } = api;

/** `K7XM-2PQW`, as the code is read aloud; behind `#` where it was scanned. */
const codeOfLink = (): string => globalThis.location.hash.slice(1);

/** The device at a door: it becomes one with a code, and then says what it is for. */
export function DoorPage() {
  const me = useMe();
  if (me.isPending) return null;
  if (me.isError) return <Failure error={me.error} retry={() => void me.refetch()} what="Chưa vào được hệ thống" />;
  return me.data?.signInKind === 'device' ? <Ready /> : <Enrol signedIn={me.data?.displayName ?? null} />;
}

function Enrol({ signedIn }: { signedIn: string | null }) {
  const queries = useQueryClient();
  const [typed, setTyped] = useState({ code: codeOfLink(), name: '' });
  const enrol = useMutation({
    mutationFn: (body: typeof typed) => client.POST('/api/v1/door', { body }),
    onSuccess: async () => {
      globalThis.history.replaceState(null, '', '/door');
      await queries.resetQueries();
    },
  });
  const fault = faultElsewhere(enrol.error, ['code', 'name']);
  return (
    <FrontPage
      title="Thiết bị ở cửa"
      heading="Thiết bị ở cửa"
      lead="Gõ mã mà người quản trị vừa cấp. Mã dùng một lần, trong 10 phút."
    >
      {signedIn && (
        <Banner title={`Trình duyệt này đang đăng nhập: ${signedIn}`}>
          Dùng làm thiết bị ở cửa thì tài khoản đó được thay bằng thiết bị trên trình duyệt này.
        </Banner>
      )}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!enrol.isPending) enrol.mutate(typed);
        }}
      >
        {fault && <Banner title={fault} needsPerson />}
        <Fields typed={typed} change={setTyped} error={enrol.error} />
        <Button type="primary" htmlType="submit" size="large" block loading={enrol.isPending}>
          Dùng làm thiết bị ở cửa
        </Button>
      </form>
    </FrontPage>
  );
}

interface FieldsProps {
  typed: Schemas['EnrolDeviceDto'];
  change: (typed: Schemas['EnrolDeviceDto']) => void;
  error: unknown;
}

function Fields({ typed, change, error }: FieldsProps) {
  return (
    <>
      <TextField
        label="Mã"
        className="door-code"
        size="large"
        autoFocus
        autoComplete="off"
        autoCapitalize="characters"
        placeholder="XXXX-XXXX"
        error={faultAt(error, 'code') && 'Mã có 8 ký tự.'}
        value={typed.code}
        onChange={(code) => change({ ...typed, code })}
      />
      <TextField
        label="Tên thiết bị"
        size="large"
        autoComplete="off"
        placeholder="Máy tính bảng cửa chính"
        hint="Để người quản trị biết máy nào."
        error={faultAt(error, 'name') && 'Ghi tên thiết bị.'}
        value={typed.name}
        onChange={(name) => change({ ...typed, name })}
      />
    </>
  );
}

function Ready() {
  const door = useQuery({ queryKey: ['door'], queryFn: () => dataOf(client.GET('/api/v1/door')) });
  if (door.isError) {
    return (
      <FrontPage title="Thiết bị ở cửa" heading="Thiết bị ở cửa">
        <Failure error={door.error} retry={() => void door.refetch()} what="Thiết bị không còn quyền" />
      </FrontPage>
    );
  }
  if (!door.data) return null;
  const { bodyName, deviceName, sessionTitle, classes, revokedBy, lastDay } = door.data;
  return (
    <FrontPage title="Thiết bị ở cửa" heading="Thiết bị đã sẵn sàng" lead={`${deviceName} · ${bodyName}`}>
      <h2>{sessionTitle}</h2>
      <ul className="door-classes">
        {classes.map((one) => (
          <DoorClass key={one.name} one={one} />
        ))}
      </ul>
      <p className="ink2">
        Chỉ điểm danh được ở các lớp này, trong ngày học; hết hạn sau ngày {day(lastDay)}.
        {revokedBy && ` ${revokedBy} có thể thu hồi thiết bị bất cứ lúc nào.`}
      </p>
    </FrontPage>
  );
}

function DoorClass({ one: { name, venue, sittings } }: { one: Schemas['DoorClassDto'] }) {
  const times = sittings.map(({ heldOn, startsAt }) => `${day(heldOn)} ${hour(startsAt)}`);
  return (
    <li>
      <b>{name}</b>
      <small>{[venue, ...times].join(' · ')}</small>
    </li>
  );
}
