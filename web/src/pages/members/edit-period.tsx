import { useState } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { DayField } from '../../parts/day-field.tsx';
import { faultAt, faultElsewhere } from '../../parts/faults.ts';
import { Field } from '../../parts/field.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { today } from '../../words/format.ts';
import { CellSelect, KindSelect } from './choices.tsx';
import { useRegisterChange } from './member-queries.ts';
import { noPaper, PaperFields, paperOf, paperPaths, type TypedPaper } from './paper-fields.tsx';
import { dayAfter, exemptionWords, membershipWords } from './member-words.ts';

const { client, dataOf } = api;

export type PeriodKind = 'membership' | 'exemption' | 'away' | 'office';

interface Typed extends TypedPaper {
  cellId: string;
  membership: Schemas['MembershipDto']['kind'];
  exemption: Schemas['ExemptionDto']['kind'];
  /** Where to, or which office. */
  text: string;
  from: string;
  /** The last day; empty while open. */
  until: string;
}

const titles: Record<PeriodKind, [title: string, act: string]> = {
  membership: ['Chuyển chi bộ', 'Ghi chuyển chi bộ'],
  exemption: ['Miễn sinh hoạt', 'Ghi miễn sinh hoạt'],
  away: ['Tạm chuyển đi', 'Ghi tạm chuyển đi'],
  office: ['Chức vụ', 'Ghi chức vụ'],
};

function send(memberId: string, kind: PeriodKind, typed: Typed) {
  const params = { path: { id: memberId } };
  const period = { from: typed.from, to: dayAfter(typed.until), ...paperOf(typed) };
  switch (kind) {
    case 'membership': {
      const body = { cellId: typed.cellId, kind: typed.membership, ...period };
      return dataOf(client.POST('/api/v1/members/{id}/memberships', { params, body }));
    }
    case 'exemption':
      return dataOf(
        client.POST('/api/v1/members/{id}/exemptions', { params, body: { kind: typed.exemption, ...period } }),
      );
    case 'away':
      return dataOf(
        client.POST('/api/v1/members/{id}/aways', { params, body: { place: typed.text.trim() || null, ...period } }),
      );
    case 'office':
      return dataOf(
        client.POST('/api/v1/members/{id}/offices', { params, body: { title: typed.text.trim(), ...period } }),
      );
  }
}

function missing(kind: PeriodKind, typed: Typed): Record<string, string> {
  return {
    ...(kind === 'membership' && !typed.cellId && { cellId: 'Chọn chi bộ chuyển đến.' }),
    ...(kind === 'office' && !typed.text.trim() && { title: 'Ghi chức vụ, ví dụ Phó Bí thư chi bộ.' }),
    ...(!typed.from && { from: 'Ghi ngày bắt đầu.' }),
    ...(typed.until && typed.until < typed.from && { to: 'Ngày cuối đứng trước ngày bắt đầu.' }),
  };
}

/** One more period in a person's history; an open membership ends by itself where the next one begins. */
export function EditPeriod({ memberId, kind, close }: { memberId: string; kind: PeriodKind; close: () => void }) {
  const [typed, setTyped] = useState<Typed>({
    ...{ cellId: '', membership: 'official', exemption: 'old-age', text: '', from: today(), until: '' },
    ...noPaper,
  });
  const [faults, setFaults] = useState<Record<string, string>>({});
  const save = useRegisterChange((what: Typed) => send(memberId, kind, what), close);
  const [title, act] = titles[kind];
  const submit = (): void => {
    const found = missing(kind, typed);
    setFaults(found);
    if (Object.keys(found).length === 0) save.mutate(typed);
  };
  const elsewhere = faultElsewhere(save.error, ['cellId', 'kind', 'title', 'place', 'from', 'to', ...paperPaths]);
  const form = {
    ...{ kind, typed, change: (part: Partial<Typed>) => setTyped({ ...typed, ...part }) },
    faultOf: (path: string) => faults[path] ?? faultAt(save.error, path),
  };
  return (
    <FormDialog title={title} act={act} send={submit} close={close} isPending={save.isPending} fault={elsewhere}>
      <What {...form} />
      <When {...form} />
      <PaperFields typed={typed} change={form.change} error={save.error} />
    </FormDialog>
  );
}

interface PartProps {
  kind: PeriodKind;
  typed: Typed;
  change: (part: Partial<Typed>) => void;
  faultOf: (path: string) => string | undefined;
}

function What({ kind, typed, change, faultOf }: PartProps) {
  if (kind === 'exemption')
    return (
      <KindSelect
        label="Lý do miễn"
        words={exemptionWords}
        value={typed.exemption}
        error={faultOf('kind')}
        onChange={(exemption) => change({ exemption })}
      />
    );
  if (kind === 'membership')
    return (
      <>
        <CellSelect
          label="Chi bộ chuyển đến"
          value={typed.cellId}
          error={faultOf('cellId')}
          onChange={(cellId) => change({ cellId })}
        />
        <KindSelect
          label="Hình thức"
          words={membershipWords}
          value={typed.membership}
          error={faultOf('kind')}
          onChange={(membership) => change({ membership })}
        />
      </>
    );
  return (
    <TextField
      label={kind === 'away' ? 'Nơi đến' : 'Chức vụ'}
      isOptional={kind === 'away'}
      error={faultOf(kind === 'away' ? 'place' : 'title')}
      value={typed.text}
      onChange={(text) => change({ text })}
    />
  );
}

function When({ typed, change, faultOf }: PartProps) {
  return (
    <div className="pair">
      <Field label="Từ ngày" error={faultOf('from')}>
        {(binding) => <DayField binding={binding} value={typed.from} onChange={(from) => change({ from })} />}
      </Field>
      <Field label="Đến hết ngày" isOptional error={faultOf('to')}>
        {(binding) => <DayField binding={binding} value={typed.until} onChange={(until) => change({ until })} />}
      </Field>
    </div>
  );
}
