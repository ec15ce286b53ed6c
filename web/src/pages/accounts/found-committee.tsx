import { useState } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { useCommittee } from '../../api/me.ts';
import { DayField } from '../../parts/day-field.tsx';
import { faultAt, faultElsewhere } from '../../parts/faults.ts';
import { Field } from '../../parts/field.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { committeeWords } from '../../words/committee-words.ts';
import { useAccountChange } from './account-queries.ts';
import type { NewLink } from './link-shown.ts';

const { client, dataOf } = api;

const nothingTyped = { name: '', foundedOn: '', signerName: '', displayName: '', loginName: '' };
type Typed = typeof nothingTyped;

/** The words on its papers follow from the names; its own office mends them. */
function bodyOf(typed: Typed, above: Schemas['CommitteeDto']): Schemas['FoundCommitteeDto'] {
  const { name, foundedOn, signerName, displayName, loginName } = typed;
  const words = committeeWords(name, above.name);
  const superior = { superiorName: above.name, superiorBodyName: above.bodyName };
  return {
    committee: { ...words, ...superior, name: name.trim(), foundedOn, signerName },
    administrator: { displayName, loginName },
  };
}

const faultsOf = ({ name, foundedOn, signerName, displayName, loginName }: Typed): Record<string, string> => ({
  ...(!name.trim() && { 'committee.name': 'Ghi tên đảng bộ, ví dụ Đảng bộ xã Đông Anh.' }),
  ...(!foundedOn && { 'committee.foundedOn': 'Ghi ngày thành lập.' }),
  ...(!signerName.trim() && { 'committee.signerName': 'Ghi họ tên Bí thư.' }),
  ...(!displayName.trim() && { 'administrator.displayName': 'Ghi họ tên.' }),
  ...(!/^[a-z0-9][a-z0-9._-]{1,63}$/.test(loginName) && {
    'administrator.loginName': 'Chỉ dùng chữ thường không dấu, chữ số, dấu chấm và gạch nối.',
  }),
});

const shownFields = Object.keys(faultsOf(nothingTyped));

export function FoundCommittee({ close, show }: { close: () => void; show: (link: NewLink) => void }) {
  const above = useCommittee();
  const [typed, setTyped] = useState(nothingTyped);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const found = useAccountChange(
    (body: Schemas['FoundCommitteeDto']) => dataOf(client.POST('/api/v1/committees', { body })),
    ({ invitation }) => show({ displayName: typed.displayName, isReset: false, ...invitation }),
  );
  const send = (): void => {
    setFaults(faultsOf(typed));
    if (above.data && Object.keys(faultsOf(typed)).length === 0) found.mutate(bodyOf(typed, above.data));
  };
  const faultOf = (path: string): string | undefined =>
    faults[path] ?? faultAt(found.error, path) ?? faultAt(found.error, path.replace('committee.', ''));
  const fault = faultElsewhere(found.error, [...shownFields, 'foundedOn']);
  return (
    <FormDialog
      title="Lập đảng bộ trực thuộc"
      act="Lập đảng bộ, lấy liên kết mời"
      {...{ send, close, isPending: found.isPending, fault }}
    >
      <Fields typed={typed} change={(part) => setTyped({ ...typed, ...part })} faultOf={faultOf} />
    </FormDialog>
  );
}

interface FieldsProps {
  typed: Typed;
  change: (part: Partial<Typed>) => void;
  faultOf: (path: string) => string | undefined;
}

function Fields({ typed, change, faultOf }: FieldsProps) {
  return (
    <>
      <TextField
        label="Tên đảng bộ cơ sở"
        autoFocus
        placeholder="Đảng bộ xã …"
        error={faultOf('committee.name')}
        value={typed.name}
        onChange={(name) => change({ name })}
      />
      <div className="pair">
        <Field label="Ngày thành lập" error={faultOf('committee.foundedOn')}>
          {(binding) => (
            <DayField binding={binding} value={typed.foundedOn} onChange={(foundedOn) => change({ foundedOn })} />
          )}
        </Field>
        <TextField
          label="Họ tên Bí thư"
          error={faultOf('committee.signerName')}
          value={typed.signerName}
          onChange={(signerName) => change({ signerName })}
        />
      </div>
      <AdministratorFields {...{ typed, change, faultOf }} />
    </>
  );
}

function AdministratorFields({ typed, change, faultOf }: FieldsProps) {
  return (
    <>
      <h3>Người quản trị đầu tiên của đảng bộ đó</h3>
      <div className="pair">
        <TextField
          label="Họ tên"
          error={faultOf('administrator.displayName')}
          value={typed.displayName}
          onChange={(displayName) => change({ displayName })}
        />
        <TextField
          label="Tên đăng nhập"
          autoCapitalize="none"
          autoComplete="off"
          error={faultOf('administrator.loginName')}
          value={typed.loginName}
          onChange={(loginName) => change({ loginName })}
        />
      </div>
    </>
  );
}
