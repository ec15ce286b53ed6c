import { useState } from 'react';
import { api } from '../../api/client.ts';
import { faultAt, faultElsewhere } from '../../parts/faults.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { Choice, LongText } from './fields.tsx';
import { useRequestStep } from './request-queries.ts';
import { type DataRequest, groundWords } from './request-words.ts';

const { client, dataOf } = api;

/** A step that a request takes; as in the address of the API. */
export type Ending = 'acknowledgement' | 'extension' | 'completion' | 'refusal' | 'erasure';

type Ground = NonNullable<DataRequest['refusalGround']>;

const words: Record<Ending, { title: string; act: string; label?: string; path?: string }> = {
  acknowledgement: { title: 'Ghi đã phản hồi tiếp nhận', act: 'Ghi đã phản hồi' },
  extension: { title: 'Gia hạn một lần', act: 'Gia hạn', label: 'Lý do gia hạn', path: 'reason' },
  completion: { title: 'Ghi đã giải quyết', act: 'Ghi đã giải quyết', label: 'Đã làm gì', path: 'outcome' },
  refusal: { title: 'Từ chối yêu cầu', act: 'Từ chối', label: 'Giải thích cho người yêu cầu', path: 'explanation' },
  erasure: { title: 'Xóa dữ liệu cá nhân', act: 'Xóa dữ liệu' },
};

interface Typed {
  text: string;
  ground: Ground;
}

function send(id: string, ending: Ending, { text, ground }: Typed): Promise<DataRequest> {
  const params = { path: { id } };
  switch (ending) {
    case 'acknowledgement':
      return dataOf(client.POST('/api/v1/data-requests/{id}/acknowledgement', { params }));
    case 'extension':
      return dataOf(client.POST('/api/v1/data-requests/{id}/extension', { params, body: { reason: text } }));
    case 'completion':
      return dataOf(client.POST('/api/v1/data-requests/{id}/completion', { params, body: { outcome: text } }));
    case 'refusal':
      return dataOf(client.POST('/api/v1/data-requests/{id}/refusal', { params, body: { ground, explanation: text } }));
    case 'erasure':
      return dataOf(client.POST('/api/v1/data-requests/{id}/erasure', { params }));
  }
}

/** The dialog of a step: what follows from it, what must be written down. */
export function EndRequest({ request, ending, close }: { request: DataRequest; ending: Ending; close: () => void }) {
  const [typed, setTyped] = useState<Typed>({ text: '', ground: 'party-records' });
  const [missing, setMissing] = useState<string>();
  const step = useRequestStep((what: Typed) => send(request.id, ending, what), close);
  const { title, act, label, path } = words[ending];
  const submit = (): void => {
    const isMissing = label !== undefined && typed.text.trim() === '';
    setMissing(isMissing ? 'Ghi một câu.' : undefined);
    if (!isMissing) step.mutate(typed);
  };
  return (
    <FormDialog
      title={title}
      act={act}
      send={submit}
      close={close}
      isPending={step.isPending}
      fault={faultElsewhere(step.error, path ? [path] : [])}
    >
      <Consequence ending={ending} name={request.memberName} />
      {ending === 'refusal' && (
        <Choice
          label="Căn cứ"
          words={groundWords}
          value={typed.ground}
          onChange={(ground) => setTyped({ ...typed, ground })}
        />
      )}
      {label && path && (
        <LongText
          label={label}
          error={missing ?? faultAt(step.error, path)}
          value={typed.text}
          onChange={(text) => setTyped({ ...typed, text })}
        />
      )}
    </FormDialog>
  );
}

function Consequence({ ending, name }: { ending: Ending; name: string }) {
  if (ending === 'acknowledgement')
    return <p>Đã trả lời {name} rằng yêu cầu được tiếp nhận và giải quyết trong thời hạn nào.</p>;
  if (ending === 'extension') return <p>Thời hạn dài thêm đúng bằng thời hạn đầu, và chỉ một lần.</p>;
  if (ending !== 'erasure') return null;
  return (
    <>
      <p>
        Họ tên của <b>{name}</b> được thay bằng “Đảng viên đã xóa” và một mã. Ngày sinh, giới tính, số thẻ, số căn cước,
        điện thoại, chức vụ, diện miễn, lý do vắng và ghi chú bị xóa khỏi sổ, danh sách các lớp và nhật ký.
      </p>
      <p>Số liệu các hội nghị đã khóa giữ nguyên. Văn bản đã phát hành không thay đổi.</p>
      <p className="strong">Không hoàn tác được.</p>
    </>
  );
}
