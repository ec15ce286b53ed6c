import { useQuery } from '@tanstack/react-query';
import { Checkbox, Select } from 'antd';
import { sessionQuery, sessionsQuery, unitsQuery } from '../../api/queries.ts';
import { DayField } from '../../parts/day-field.tsx';
import { Field, type FieldBinding } from '../../parts/field.tsx';
import { searchKey } from '../../words/format.ts';
import { type RoleName, roleSentences, roleWords } from '../../words/roles.ts';
import { hasPlace, mayExportAt, newRole, type RoleDraft } from './role-draft.ts';

interface RoleFieldsProps {
  role: RoleDraft;
  change: (role: RoleDraft) => void;
  faultOf: (path: string) => string | undefined;
}

const options = Object.entries(roleWords).map(([value, label]) => ({ value: value as RoleName, label }));
const bySearchKey = (typed: string, option: { label?: unknown } | undefined): boolean =>
  searchKey(String(option?.label)).includes(searchKey(typed));

/** Which role, where, until when. */
export function RoleFields({ role, change, faultOf }: RoleFieldsProps) {
  return (
    <>
      <Field label="Vai trò" hint={roleSentences[role.role]} error={faultOf('role')}>
        {(binding) => (
          <Select
            {...fieldProps(binding)}
            options={options}
            value={role.role}
            onChange={(next) => change({ ...newRole, until: role.until, role: next })}
          />
        )}
      </Field>
      {hasPlace(role.role) && <PlaceField {...{ role, change, faultOf }} />}
      {role.role === 'steward' && <DoorFields {...{ role, change, faultOf }} />}
      {mayExportAt(role.role) && (
        <Checkbox checked={role.mayExport} onChange={({ target }) => change({ ...role, mayExport: target.checked })}>
          Được xuất tệp (PDF, Word, Excel) ra khỏi hệ thống
        </Checkbox>
      )}
      <Field label="Đến hết ngày" isOptional hint="Để trống: đến khi thu hồi." error={faultOf('until')}>
        {(binding) => (
          <DayField binding={binding} value={role.until} onChange={(until) => change({ ...role, until })} />
        )}
      </Field>
    </>
  );
}

const fieldProps = ({ 'aria-invalid': isInvalid, ...rest }: FieldBinding) => ({
  ...rest,
  status: isInvalid ? ('error' as const) : ('' as const),
});

function PlaceField({ role, change, faultOf }: RoleFieldsProps) {
  const units = useQuery(unitsQuery());
  const isCellOnly = role.role === 'cell-secretary';
  const [whole, ...parts] = units.data ?? [];
  const places = [
    ...(whole && !isCellOnly ? [{ value: '', label: `Toàn ${whole.name}` }] : []),
    ...parts.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Field label="Ở đâu" error={faultOf('unitId')}>
      {(binding) => (
        <Select
          {...fieldProps(binding)}
          showSearch={{ filterOption: bySearchKey }}
          placeholder="Chọn chi bộ"
          loading={units.isPending}
          options={places}
          value={role.unitId === '' && isCellOnly ? null : role.unitId}
          onChange={(unitId) => change({ ...role, unitId: unitId ?? '' })}
        />
      )}
    </Field>
  );
}

function DoorFields({ role, change, faultOf }: RoleFieldsProps) {
  const sessions = useQuery(sessionsQuery);
  const session = useQuery({ ...sessionQuery(role.sessionId), enabled: role.sessionId !== '' });
  return (
    <>
      <Field label="Hội nghị" error={faultOf('sessionId')}>
        {(binding) => (
          <Select
            {...fieldProps(binding)}
            showSearch={{ filterOption: bySearchKey }}
            placeholder="Chọn hội nghị"
            loading={sessions.isPending}
            options={(sessions.data ?? []).map(({ id, title }) => ({ value: id, label: title }))}
            value={role.sessionId || null}
            onChange={(sessionId) => change({ ...role, sessionId: sessionId ?? '', classIds: [] })}
          />
        )}
      </Field>
      <Field label="Các lớp" hint="Để trống: mọi lớp của hội nghị." error={faultOf('classIds')}>
        {(binding) => (
          <Select
            {...fieldProps(binding)}
            mode="multiple"
            disabled={role.sessionId === ''}
            placeholder="Mọi lớp"
            options={(session.data?.classes ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={role.classIds}
            onChange={(classIds) => change({ ...role, classIds })}
          />
        )}
      </Field>
    </>
  );
}
