import { Button, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { May } from '../../parts/may.tsx';
import { faultAt, faultElsewhere } from '../../parts/faults.ts';
import { Field } from '../../parts/field.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { searchKey } from '../../words/format.ts';
import { type CellGroup, type Unit, useTreeChange } from './cell-queries.ts';

const { client, dataOf } = api;

/** Cells that go to one class together and stand as one row on paper. */
export function Groups({ groups, cells }: { groups: CellGroup[]; cells: Unit[] }) {
  const [edited, edit] = useState<CellGroup | 'new' | null>(null);
  return (
    <section className="cells-part cells-groups" aria-labelledby="cells-groups">
      <div className="spread">
        <h2 id="cells-groups">Khối</h2>
        <May permission="session.change">
          <Button onClick={() => edit('new')}>Thêm khối</Button>
        </May>
      </div>
      <p className="ink2">Các chi bộ trong một khối đi cùng một lớp.</p>
      <ul>
        {groups.map((group) => (
          <li key={group.id}>
            <div>
              <p className="strong">{group.name}</p>
              <small>
                {group.cellIds.flatMap((id) => cells.find((cell) => cell.id === id)?.name ?? []).join(', ') ||
                  'không còn chi bộ nào'}
              </small>
            </div>
            <May permission="session.change">
              <Button onClick={() => edit(group)}>Sửa khối</Button>
            </May>
          </li>
        ))}
      </ul>
      {groups.length === 0 && <p className="ink3">Chưa có khối nào.</p>}
      {edited && <GroupForm group={edited === 'new' ? null : edited} cells={cells} close={() => edit(null)} />}
    </section>
  );
}

const isOf = (cells: Unit[], id: string): boolean => cells.some((cell) => cell.id === id);
const ofToday = (group: CellGroup | null, cells: Unit[]): string[] =>
  (group?.cellIds ?? []).filter((id) => isOf(cells, id));

/** They stay in the group: rolls of those days are made with them. */
const ofOtherDays = (group: CellGroup | null, cells: Unit[]): string[] =>
  (group?.cellIds ?? []).filter((id) => !isOf(cells, id));

function GroupForm({ group, cells, close }: { group: CellGroup | null; cells: Unit[]; close: () => void }) {
  const [typed, setTyped] = useState(() => ({ name: group?.name ?? '', cellIds: ofToday(group, cells) }));
  const save = useTreeChange(({ name, cellIds }: typeof typed) => {
    const body = { name, cellIds: [...cellIds, ...ofOtherDays(group, cells)] };
    if (!group) return dataOf(client.POST('/api/v1/cell-groups', { body }));
    return dataOf(client.PUT('/api/v1/cell-groups/{id}', { params: { path: { id: group.id } }, body }));
  }, close);
  return (
    <FormDialog
      title={group ? 'Sửa khối' : 'Thêm khối'}
      act="Ghi khối"
      send={() => save.mutate(typed)}
      close={close}
      isPending={save.isPending}
      fault={faultElsewhere(save.error, ['name', 'cellIds'])}
    >
      <TextField
        label="Tên khối"
        placeholder="Khối các Trường học"
        error={faultAt(save.error, 'name')}
        value={typed.name}
        onChange={(name) => setTyped({ ...typed, name })}
      />
      <Field label="Chi bộ trong khối, theo thứ tự" error={faultAt(save.error, 'cellIds')}>
        {({ id }) => (
          <Select
            id={id}
            mode="multiple"
            value={typed.cellIds}
            showSearch={{ filterOption: (text, option) => searchKey(option?.label ?? '').includes(searchKey(text)) }}
            options={cells.map((cell) => ({ value: cell.id, label: cell.name }))}
            onChange={(cellIds) => setTyped({ ...typed, cellIds })}
          />
        )}
      </Field>
      {group && <RemoveGroup group={group} done={close} />}
    </FormDialog>
  );
}

function RemoveGroup({ group, done }: { group: CellGroup; done: () => void }) {
  const remove = useTreeChange(
    (id: string) => client.DELETE('/api/v1/cell-groups/{id}', { params: { path: { id } } }),
    done,
  );
  const fault = faultElsewhere(remove.error, []);
  return (
    <div>
      {fault && <p className="red">{fault}</p>}
      <Popconfirm
        title={`Bỏ ${group.name}?`}
        description="Các chi bộ trong khối vẫn còn."
        okText="Bỏ khối"
        cancelText="Thôi"
        onConfirm={() => remove.mutate(group.id)}
      >
        <Button type="text" loading={remove.isPending}>
          Bỏ khối này
        </Button>
      </Popconfirm>
    </div>
  );
}
