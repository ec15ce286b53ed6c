import { useState } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { DayField } from '../../parts/day-field.tsx';
import { faultAt, faultElsewhere } from '../../parts/faults.ts';
import { Field } from '../../parts/field.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useKeptDraft } from '../../parts/kept-draft.ts';
import { today } from '../../words/format.ts';
import { CellSelect } from './choices.tsx';
import { FactFields, factFault, factPaths, factsBody, type TypedFacts } from './edit-facts.tsx';
import { useRegisterChange } from './member-queries.ts';

const { client, dataOf } = api;

interface NewMember extends TypedFacts {
  cellId: string;
  from: string;
}

const isNewMember = (value: unknown): value is NewMember =>
  typeof value === 'object' && value !== null && 'cellId' in value && 'fullName' in value && 'birth' in value;

const CELL = 'memberships[0].cellId';
const FROM = 'memberships[0].from';

const faultsOf = (typed: NewMember): Record<string, string> => ({
  ...factFault(typed),
  ...(!typed.cellId && { [CELL]: 'Chọn chi bộ.' }),
  ...(!typed.from && { [FROM]: 'Ghi ngày về chi bộ.' }),
});

const bodyOf = ({ cellId, from, ...facts }: NewMember): Schemas['CreateMemberDto'] => ({
  ...factsBody(facts),
  memberships: [{ cellId, kind: 'official', from }],
});

interface AddMemberProps {
  cellId: string;
  close: () => void;
  added: (id: string) => void;
}

function useNewMember({ cellId, added }: AddMemberProps) {
  const { draft, keep } = useKeptDraft('quan-triet.new-member', isNewMember);
  const typed: NewMember = draft ?? {
    ...{ fullName: '', birth: '', sex: null, cardNumber: '', admittedOn: '', officialOn: '' },
    ...{ cellId, from: today() },
  };
  const [faults, setFaults] = useState<Record<string, string>>({});
  const save = useRegisterChange(
    (what: NewMember) => dataOf(client.POST('/api/v1/members', { body: bodyOf(what) })),
    ({ id }) => {
      keep(null);
      added(id);
    },
  );
  const send = (): void => {
    setFaults(faultsOf(typed));
    if (Object.keys(faultsOf(typed)).length === 0) save.mutate(typed);
  };
  return {
    ...{ typed, send, isPending: save.isPending },
    change: (part: Partial<NewMember>) => keep({ ...typed, ...part }),
    faultOf: (path: string) => faults[path] ?? faultAt(save.error, path),
    elsewhere: faultElsewhere(save.error, [...factPaths, CELL, FROM]),
  };
}

/** A new member: the name and the cell are enough, the rest may follow. What is typed outlives a reload. */
export function AddMember(props: AddMemberProps) {
  const { typed, change, faultOf, elsewhere, send, isPending } = useNewMember(props);
  return (
    <FormDialog
      title="Thêm đảng viên"
      act="Thêm vào sổ"
      send={send}
      close={props.close}
      isPending={isPending}
      fault={elsewhere}
    >
      <FactFields typed={typed} change={change} faultOf={faultOf} />
      <div className="pair">
        <CellSelect
          label="Chi bộ"
          value={typed.cellId}
          error={faultOf(CELL)}
          onChange={(cellId) => change({ cellId })}
        />
        <Field label="Về chi bộ từ ngày" error={faultOf(FROM)}>
          {(binding) => <DayField binding={binding} value={typed.from} onChange={(from) => change({ from })} />}
        </Field>
      </div>
    </FormDialog>
  );
}
