import { Button, Select } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { faultAt, faultElsewhere } from '../../parts/faults.ts';
import { Field } from '../../parts/field.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { May } from '../../parts/may.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useRegisterChange } from './member-queries.ts';
import type { MemberHistory } from './member-words.ts';

const { client, dataOf } = api;

type Reveal = Schemas['RevealDto'];

/** A number that was shown stands on the screen no longer than this. */
const SHOWN_MS = 30_000;

const numbers: Record<Reveal['field'], { word: string; of: (person: MemberHistory) => string | null }> = {
  'citizen-number': { word: 'Số căn cước', of: ({ citizenNumber }) => citizenNumber },
  phone: { word: 'Điện thoại', of: ({ phone }) => phone },
};

const reasons: Record<Reveal['reason'], string> = {
  contact: 'Liên hệ với đồng chí này',
  identity: 'Đối chiếu giấy tờ',
  correction: 'Kiểm tra, sửa hồ sơ',
  superior: 'Cấp trên yêu cầu',
  'data-request': 'Đồng chí này yêu cầu xem dữ liệu của mình',
};

/** Citizen number and phone: masked, whole for half a minute where a reason was given. */
export function PersonNumbers({ person }: { person: MemberHistory }) {
  return (
    <dl className="person-numbers">
      {(Object.keys(numbers) as Reveal['field'][]).map((field) => (
        <NumberRow key={field} person={person} field={field} />
      ))}
    </dl>
  );
}

/** A number that goes from the screen by itself. */
function useShown() {
  const [shown, setShown] = useState<string | null>(null);
  useEffect(() => {
    if (shown === null) return undefined;
    const timer = setTimeout(() => setShown(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown]);
  return [shown, setShown] as const;
}

function NumberRow({ person, field }: { person: MemberHistory; field: Reveal['field'] }) {
  const [dialog, open] = useState<'reveal' | 'edit' | null>(null);
  const [shown, setShown] = useShown();
  const { word, of } = numbers[field];
  const masked = of(person);
  const close = (): void => open(null);
  const show = (value: string): void => {
    setShown(value);
    close();
  };
  return (
    <div>
      <dt>{word}</dt>
      <dd>
        <span className="nowrap">{shown ?? masked ?? <span className="ink3">–</span>}</span>
        <span className="person-number-acts">
          {masked && (
            <May permission="member.reveal">
              <button type="button" className="link" onClick={() => (shown ? setShown(null) : open('reveal'))}>
                {shown ? 'Che số' : 'Hiện số'}
                <span className="hidden-text"> {word.toLocaleLowerCase('vi')}</span>
              </button>
            </May>
          )}
          <May permission="member.change">
            <button type="button" className="link" onClick={() => open('edit')}>
              {masked ? 'Sửa' : 'Ghi'}
              <span className="hidden-text"> {word.toLocaleLowerCase('vi')}</span>
            </button>
          </May>
        </span>
        <span className="hidden-text" role="status">
          {shown && `${word} hiện trong 30 giây.`}
        </span>
      </dd>
      {dialog === 'reveal' && <RevealNumber person={person} field={field} close={close} show={show} />}
      {dialog === 'edit' && <EditNumber person={person} field={field} close={close} />}
    </div>
  );
}

interface DialogProps {
  person: MemberHistory;
  field: Reveal['field'];
  close: () => void;
}

function RevealNumber({ person, field, close, show }: DialogProps & { show: (value: string) => void }) {
  const [reason, setReason] = useState<Reveal['reason']>('contact');
  const reveal = useMutation({
    mutationFn: () =>
      dataOf(
        client.POST('/api/v1/members/{id}/reveal', { params: { path: { id: person.id } }, body: { field, reason } }),
      ),
    onSuccess: ({ value }) => show(value),
    gcTime: 0,
  });
  return (
    <FormDialog
      title={`Hiện ${numbers[field].word.toLocaleLowerCase('vi')} của ${person.fullName}`}
      act="Hiện số"
      send={() => reveal.mutate()}
      close={close}
      isPending={reveal.isPending}
      fault={faultElsewhere(reveal.error, [])}
    >
      <Field label="Để làm gì" hint="Lý do, người xem và giờ xem được ghi vào nhật ký. Số tự che lại sau 30 giây.">
        {({ id }) => (
          <Select
            id={id}
            value={reason}
            options={Object.entries(reasons).map(([value, label]) => ({ value, label }))}
            onChange={setReason}
          />
        )}
      </Field>
    </FormDialog>
  );
}

function EditNumber({ person, field, close }: DialogProps) {
  const [typed, setTyped] = useState('');
  const { word, of } = numbers[field];
  const key = field === 'phone' ? 'phone' : 'citizenNumber';
  const change = useRegisterChange(
    (value: string | null) =>
      dataOf(client.PATCH('/api/v1/members/{id}', { params: { path: { id: person.id } }, body: { [key]: value } })),
    close,
  );
  const hint = field === 'phone' ? '10 chữ số, hoặc bắt đầu bằng +84.' : '12 chữ số; chứng minh nhân dân cũ 9 chữ số.';
  return (
    <FormDialog
      title={`${word} của ${person.fullName}`}
      act="Ghi số"
      send={() => change.mutate(typed)}
      close={close}
      isPending={change.isPending}
      fault={faultElsewhere(change.error, [key])}
    >
      <TextField
        label={`${word} mới`}
        autoFocus
        autoComplete="off"
        inputMode={field === 'phone' ? 'tel' : 'numeric'}
        hint={hint}
        error={faultAt(change.error, key)}
        value={typed}
        onChange={setTyped}
      />
      {of(person) && (
        <div>
          <Button onClick={() => change.mutate(null)}>Bỏ số đang ghi</Button>
        </div>
      )}
    </FormDialog>
  );
}
