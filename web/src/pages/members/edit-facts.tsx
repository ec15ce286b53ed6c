import { Select } from 'antd';
import { useState } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { DayField } from '../../parts/day-field.tsx';
import { faultAt, faultElsewhere } from '../../parts/faults.ts';
import { Field } from '../../parts/field.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { birthOf } from './birth.ts';
import { useRegisterChange } from './member-queries.ts';
import { type MemberHistory, sexWords } from './member-words.ts';

const { client, dataOf } = api;

/** Facts as typed: a year alone is enough where the day of birth is not known. */
export interface TypedFacts {
  fullName: string;
  birth: string;
  sex: 'male' | 'female' | null;
  cardNumber: string;
  admittedOn: string;
  officialOn: string;
}

export const factPaths = ['fullName', 'birthYear', 'birthDate', 'sex', 'cardNumber', 'admittedOn', 'officialOn'];

export function factsBody(typed: TypedFacts): Schemas['UpdateMemberDto'] & { fullName: string } {
  const birth = birthOf(typed.birth) ?? { birthYear: null, birthDate: null };
  return {
    ...{ fullName: typed.fullName.trim(), sex: typed.sex, cardNumber: typed.cardNumber.trim() || null },
    ...{ admittedOn: typed.admittedOn || null, officialOn: typed.officialOn || null },
    ...(birth.birthDate ? { birthDate: birth.birthDate } : { birthYear: birth.birthYear, birthDate: null }),
  };
}

/** What is plainly missing, before the server is asked. */
export const factFault = (typed: TypedFacts): Record<string, string> => ({
  ...(typed.fullName.trim() ? {} : { fullName: 'Ghi họ và tên.' }),
  ...(birthOf(typed.birth) ? {} : { birth: 'Ghi năm (1958) hoặc ngày (14/10/1958).' }),
});

const typedOf = ({ fullName, birthDate, birthYear, sex, ...rest }: MemberHistory): TypedFacts => ({
  ...{ fullName, sex, birth: birthDate ? birthDate.split('-').reverse().join('/') : (birthYear?.toString() ?? '') },
  ...{ cardNumber: rest.cardNumber ?? '', admittedOn: rest.admittedOn ?? '', officialOn: rest.officialOn ?? '' },
});

export function EditFacts({ person, close }: { person: MemberHistory; close: () => void }) {
  const [typed, setTyped] = useState(() => typedOf(person));
  const [faults, setFaults] = useState<Record<string, string>>({});
  const save = useRegisterChange(
    (body: Schemas['UpdateMemberDto']) =>
      dataOf(client.PATCH('/api/v1/members/{id}', { params: { path: { id: person.id } }, body })),
    close,
  );
  const send = (): void => {
    const found = factFault(typed);
    setFaults(found);
    if (Object.keys(found).length === 0) save.mutate(factsBody(typed));
  };
  const elsewhere = faultElsewhere(save.error, factPaths);
  return (
    <FormDialog
      title="Sửa lý lịch"
      act="Ghi lý lịch"
      send={send}
      close={close}
      isPending={save.isPending}
      fault={elsewhere}
    >
      <FactFields
        typed={typed}
        change={(part) => setTyped({ ...typed, ...part })}
        faultOf={(path) => faults[path] ?? faultAt(save.error, path)}
      />
    </FormDialog>
  );
}

interface FactFieldsProps {
  typed: TypedFacts;
  change: (part: Partial<TypedFacts>) => void;
  faultOf: (path: string) => string | undefined;
}

export function FactFields({ typed, change, faultOf }: FactFieldsProps) {
  return (
    <>
      <TextField
        label="Họ và tên"
        error={faultOf('fullName')}
        autoComplete="off"
        value={typed.fullName}
        onChange={(fullName) => change({ fullName })}
      />
      <div className="pair">
        <TextField
          label="Năm sinh hoặc ngày sinh"
          isOptional
          placeholder="1958"
          autoComplete="off"
          error={faultOf('birth') ?? faultOf('birthYear') ?? faultOf('birthDate')}
          value={typed.birth}
          onChange={(birth) => change({ birth })}
        />
        <Field label="Giới tính" isOptional error={faultOf('sex')}>
          {({ id }) => (
            <Select
              id={id}
              value={typed.sex ?? ''}
              options={[
                { value: '', label: 'Chưa ghi' },
                ...Object.entries(sexWords).map(([value, label]) => ({ value, label })),
              ]}
              onChange={(sex) => change({ sex: sex === 'male' || sex === 'female' ? sex : null })}
            />
          )}
        </Field>
      </div>
      <PartyFields typed={typed} change={change} faultOf={faultOf} />
    </>
  );
}

function PartyFields({ typed, change, faultOf }: FactFieldsProps) {
  return (
    <>
      <div className="pair">
        <Field label="Ngày vào Đảng" isOptional error={faultOf('admittedOn')}>
          {(binding) => (
            <DayField binding={binding} value={typed.admittedOn} onChange={(admittedOn) => change({ admittedOn })} />
          )}
        </Field>
        <Field label="Ngày chính thức" isOptional hint="Để trống khi còn dự bị." error={faultOf('officialOn')}>
          {(binding) => (
            <DayField binding={binding} value={typed.officialOn} onChange={(officialOn) => change({ officialOn })} />
          )}
        </Field>
      </div>
      <TextField
        label="Số thẻ đảng viên"
        isOptional
        autoComplete="off"
        error={faultOf('cardNumber')}
        value={typed.cardNumber}
        onChange={(cardNumber) => change({ cardNumber })}
      />
    </>
  );
}
