import { type ReactNode, useState } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { DayField } from '../../parts/day-field.tsx';
import { faultAt, faultElsewhere } from '../../parts/faults.ts';
import { Field } from '../../parts/field.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { day, today } from '../../words/format.ts';
import { KindSelect } from './choices.tsx';
import { useRegisterChange } from './member-queries.ts';
import { departureWords, type MemberHistory } from './member-words.ts';
import { noPaper, PaperFields, paperOf, paperPaths, type TypedPaper } from './paper-fields.tsx';

const { client, dataOf } = api;

interface StepProps {
  person: MemberHistory;
  close: () => void;
}

type Typed = TypedPaper & { on: string };

interface DialogProps<What> extends Pick<StepProps, 'close'> {
  title: string;
  act: string;
  /** Of the day on which it happens. */
  label: string;
  hint?: string;
  /** What is lost by that day, where something is. */
  loss?: (on: string) => string | null;
  /** Fields besides the day and the paper that can be at fault. */
  paths?: string[];
  send: (typed: Typed) => Promise<What>;
  children?: (error: unknown) => ReactNode;
}

/** A day, a paper, and what else the step needs. */
function StepDialog<What>({ title, act, label, hint, loss, paths = [], send, close, children }: DialogProps<What>) {
  const [typed, setTyped] = useState<Typed>({ ...noPaper, on: today() });
  const saving = useRegisterChange(send, close);
  const change = (part: Partial<Typed>): void => setTyped({ ...typed, ...part });
  const lost = loss?.(typed.on);
  const fault = faultElsewhere(saving.error, ['on', ...paths, ...paperPaths]);
  return (
    <FormDialog {...{ title, act, close, fault }} isPending={saving.isPending} send={() => saving.mutate(typed)}>
      {children?.(saving.error)}
      <Field label={label} error={faultAt(saving.error, 'on')} hint={hint}>
        {(binding) => <DayField binding={binding} value={typed.on} onChange={(on) => change({ on })} />}
      </Field>
      {lost && (
        <p className="banner" role="status">
          {lost}
        </p>
      )}
      <PaperFields typed={typed} change={change} error={saving.error} />
    </FormDialog>
  );
}

const path = ({ id }: MemberHistory) => ({ params: { path: { id } } });

export function Recognise({ person, close }: StepProps) {
  return (
    <StepDialog
      title={`Công nhận chính thức: ${person.fullName}`}
      act="Ghi công nhận chính thức"
      label="Là đảng viên chính thức từ ngày"
      close={close}
      send={({ on, ...typed }) =>
        dataOf(client.POST('/api/v1/members/{id}/recognition', { ...path(person), body: { on, ...paperOf(typed) } }))
      }
    />
  );
}

/** What begins on that day or later goes altogether: said before it is done. */
function neverBegun({ memberships, exemptions, aways, offices }: MemberHistory, on: string): string | null {
  const later = [
    ...memberships.map(({ valid }) => ({ what: 'sinh hoạt', valid })),
    ...exemptions.map(({ valid }) => ({ what: 'miễn sinh hoạt', valid })),
    ...aways.map(({ valid }) => ({ what: 'tạm chuyển đi', valid })),
    ...offices.map(({ title, valid }) => ({ what: title, valid })),
  ].filter(({ valid }) => valid.from >= on);
  if (!on || later.length === 0) return null;
  const named = later.map(({ what, valid }) => `${what} từ ${day(valid.from)}`);
  return `Các mục bắt đầu từ ngày này trở đi sẽ bị xóa khỏi sổ: ${named.join('; ')}.`;
}

export function Depart({ person, close }: StepProps) {
  const [reason, setReason] = useState<Schemas['DepartDto']['reason']>('moved-out');
  return (
    <StepDialog
      title={`Ra khỏi danh sách: ${person.fullName}`}
      act="Ghi ra khỏi danh sách"
      label="Từ ngày"
      hint="Từ ngày này không còn tính trong sổ; sinh hoạt, miễn, chức vụ đều kết thúc. Báo cáo các ngày trước không đổi."
      loss={(on) => neverBegun(person, on)}
      close={close}
      send={({ on, ...typed }) =>
        dataOf(
          client.POST('/api/v1/members/{id}/departure', { ...path(person), body: { on, reason, ...paperOf(typed) } }),
        )
      }
    >
      {() => <KindSelect label="Vì" words={departureWords} value={reason} error={undefined} onChange={setReason} />}
    </StepDialog>
  );
}

/** What ends: a stay, an exemption, an absence, an office. */
export type Ended = Pick<Schemas['EndDto'], 'of' | 'from'> & { title?: string; name: string };

export function EndPeriod({ person, ended, close }: StepProps & { ended: Ended }) {
  const { name, ...what } = ended;
  return (
    <StepDialog
      title={`Kết thúc: ${name}`}
      act="Ghi kết thúc"
      label="Không còn từ ngày"
      paths={['from']}
      close={close}
      send={({ on, ...typed }) =>
        dataOf(
          client.POST('/api/v1/members/{id}/endings', { ...path(person), body: { ...what, on, ...paperOf(typed) } }),
        )
      }
    />
  );
}
