import { Select } from 'antd';
import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Schemas } from '../../api/client.ts';
import { DayField } from '../../parts/day-field.tsx';
import { faultAt, faultElsewhere } from '../../parts/faults.ts';
import { Field } from '../../parts/field.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useKeptDraft } from '../../parts/kept-draft.ts';
import { TextField } from '../../parts/text-field.tsx';

const { client, dataOf } = api;

export type Resolution = Schemas['ResolutionDto'];
type Level = Resolution['level'];

export const levelWords: Record<Level, string> = {
  central: 'Trung ương',
  provincial: 'Cấp tỉnh, thành phố',
  district: 'Cấp quận, huyện',
  base: 'Cấp cơ sở',
};

interface Typed {
  title: string;
  number: string;
  issuer: string;
  issuedOn: string;
  level: Level;
}

const isTyped = (value: unknown): value is Typed =>
  typeof value === 'object' && value !== null && 'issuer' in value && 'level' in value;

const paths = ['title', 'number', 'issuer', 'issuedOn', 'level'];

const faultsOf = ({ title, issuer, issuedOn }: Typed): Record<string, string> => ({
  ...(!title.trim() && { title: 'Ghi tên văn bản.' }),
  ...(!issuer.trim() && { issuer: 'Ghi cơ quan ban hành.' }),
  ...(!issuedOn && { issuedOn: 'Ghi ngày ban hành.' }),
});

function save(id: string | undefined, typed: Typed) {
  const body = {
    ...{ title: typed.title.trim(), number: typed.number.trim() || null, issuer: typed.issuer.trim() },
    ...{ issuedOn: typed.issuedOn, level: typed.level },
  };
  return id
    ? dataOf(client.PATCH('/api/v1/resolutions/{id}', { params: { path: { id } }, body }))
    : dataOf(client.POST('/api/v1/resolutions', { body }));
}

function useResolutionForm(resolution: Resolution | null, done: (saved: Resolution) => void) {
  const queries = useQueryClient();
  const { draft, keep } = useKeptDraft(`quan-triet.resolution.${resolution?.id ?? 'new'}`, isTyped);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const typed: Typed = draft ?? {
    ...{ title: '', issuer: '', issuedOn: '', level: 'central' },
    ...resolution,
    number: resolution?.number ?? '',
  };
  const sending = useMutation({
    mutationFn: (what: Typed) => save(resolution?.id, what),
    onSuccess: async (saved) => {
      keep(null);
      done(saved);
      await Promise.all(['resolutions', 'session'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
    },
  });
  const send = (): void => {
    setFaults(faultsOf(typed));
    if (Object.keys(faultsOf(typed)).length === 0) sending.mutate(typed);
  };
  return {
    ...{ typed, send, isPending: sending.isPending, fault: faultElsewhere(sending.error, paths) },
    change: (part: Partial<Typed>) => keep({ ...typed, ...part }),
    forget: () => keep(null),
    faultOf: (path: string) => faults[path] ?? faultAt(sending.error, path),
  };
}

/** Adds a resolution to the register, or mends one. */
export function ResolutionForm({
  resolution,
  close,
  done,
}: {
  resolution: Resolution | null;
  close: () => void;
  done: (saved: Resolution) => void;
}) {
  const { typed, change, faultOf, forget, ...form } = useResolutionForm(resolution, done);
  const leave = (): void => {
    if (resolution) forget();
    close();
  };
  return (
    <FormDialog
      {...form}
      title={resolution ? 'Sửa nghị quyết' : 'Thêm nghị quyết'}
      act={resolution ? 'Ghi thay đổi' : 'Thêm vào sổ'}
      close={leave}
    >
      <ResolutionFields typed={typed} change={change} faultOf={faultOf} />
    </FormDialog>
  );
}

interface FieldsProps {
  typed: Typed;
  change: (part: Partial<Typed>) => void;
  faultOf: (path: string) => string | undefined;
}

function ResolutionFields({ typed, change, faultOf }: FieldsProps) {
  return (
    <>
      <TextField
        label="Tên văn bản"
        placeholder="Nghị quyết Hội nghị …"
        error={faultOf('title')}
        value={typed.title}
        onChange={(title) => change({ title })}
      />
      <div className="pair">
        <TextField
          label="Số, ký hiệu"
          isOptional
          placeholder="21-NQ/TW"
          error={faultOf('number')}
          value={typed.number}
          onChange={(number) => change({ number })}
        />
        <Field label="Ngày ban hành" error={faultOf('issuedOn')}>
          {(binding) => (
            <DayField binding={binding} value={typed.issuedOn} onChange={(issuedOn) => change({ issuedOn })} />
          )}
        </Field>
      </div>
      <div className="pair">
        <TextField
          label="Cơ quan ban hành"
          error={faultOf('issuer')}
          value={typed.issuer}
          onChange={(issuer) => change({ issuer })}
        />
        <LevelSelect value={typed.level} error={faultOf('level')} onChange={(level) => change({ level })} />
      </div>
    </>
  );
}

const levels = Object.keys(levelWords) as Level[];

function LevelSelect({
  value,
  error,
  onChange,
}: {
  value: Level;
  error: string | undefined;
  onChange: (level: Level) => void;
}) {
  return (
    <Field label="Cấp" error={error}>
      {({ id }) => (
        <Select
          id={id}
          value={value}
          options={levels.map((level) => ({ value: level, label: levelWords[level] }))}
          onChange={onChange}
        />
      )}
    </Field>
  );
}
