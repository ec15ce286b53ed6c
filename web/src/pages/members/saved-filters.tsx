import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Modal, Popconfirm } from 'antd';
import { useState } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { useMay } from '../../api/may.ts';
import { faultAt, faultElsewhere } from '../../parts/faults.ts';
import { Banner, Failure } from '../../parts/notice.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { type MemberFilter, useMemberFilter } from './filter-address.ts';

const { client, dataOf } = api;

type Saved = Schemas['SavedFilterDto'];

const chooseFirst = 'Chọn điều kiện lọc ở trang danh sách trước, rồi mở lại đây để lưu dưới một tên dễ nhớ.';

// Not below `members`: a change to the register changes no filter.
const queryKey = ['member-filters'];

function useChange<Change>(change: (what: Change) => Promise<unknown>, done: () => void = () => undefined) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey });
      done();
    },
  });
}

/** Filters that were saved under a name, and the way to save the one in use. */
export function SavedFilters() {
  const [isOpen, setOpen] = useState(false);
  const saved = useQuery({ queryKey, queryFn: () => dataOf(client.GET('/api/v1/member-filters')) });
  const { filter } = useMemberFilter();
  const close = (): void => setOpen(false);
  const count = saved.data?.length ?? 0;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{count > 0 ? `Bộ lọc đã lưu (${count})` : 'Lưu bộ lọc'}</Button>
      {isOpen && (
        <Modal open title="Bộ lọc đã lưu" width={640} footer={null} onCancel={close}>
          {Object.keys(filter).length > 0 ? <SaveThis filter={filter} /> : <p className="ink2">{chooseFirst}</p>}
          {saved.isError && <Failure error={saved.error} what="Chưa đọc được các bộ lọc đã lưu" />}
          {count > 0 && (
            <ul className="saved-filters">
              {saved.data?.map((one) => (
                <Row key={one.id} filter={one} close={close} />
              ))}
            </ul>
          )}
        </Modal>
      )}
    </>
  );
}

/** What is chosen now, under a name. */
function SaveThis({ filter }: { filter: MemberFilter }) {
  const [name, setName] = useState('');
  const [isShared, setShared] = useState(false);
  // Those alone who work with the whole register share: the server refuses others.
  const mayShare = useMay()('resolution.change');
  const saving = useChange(
    () => dataOf(client.POST('/api/v1/member-filters', { body: { name, query: filter, isShared } })),
    () => setName(''),
  );
  const fault = faultElsewhere(saving.error, ['name']);
  return (
    <form
      className="stack saved-filters-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving.isPending) saving.mutate(undefined);
      }}
    >
      {fault && <Banner title={fault} needsPerson />}
      <TextField
        label="Lưu các điều kiện đang chọn với tên"
        value={name}
        onChange={setName}
        error={faultAt(saving.error, 'name')}
      />
      {mayShare && (
        <Checkbox checked={isShared} onChange={({ target }) => setShared(target.checked)}>
          Cả văn phòng cùng dùng
        </Checkbox>
      )}
      <Button type="primary" htmlType="submit" loading={saving.isPending}>
        Lưu bộ lọc này
      </Button>
    </form>
  );
}

function Row({ filter, close }: { filter: Saved; close: () => void }) {
  const { name, query, isShared, isOwn } = filter;
  const { replace } = useMemberFilter();
  const apply = (): void => {
    replace(query);
    close();
  };
  return (
    <li className="spread">
      <span>
        <button type="button" className="link" onClick={apply}>
          {name}
        </button>
        {isShared && <small> {isOwn ? 'cả văn phòng dùng' : 'của đồng nghiệp'}</small>}
      </span>
      {isOwn && <OwnActs filter={filter} />}
    </li>
  );
}

/** What its owner may do with a filter. */
function OwnActs({ filter: { id, name, isShared } }: { filter: Saved }) {
  const path = { params: { path: { id } } };
  const sharing = useChange(() =>
    dataOf(client.PATCH('/api/v1/member-filters/{id}', { ...path, body: { isShared: !isShared } })),
  );
  const removing = useChange(() => dataOf(client.DELETE('/api/v1/member-filters/{id}', path)));
  const mayShare = useMay()('resolution.change');
  const fault = faultElsewhere(sharing.error ?? removing.error, []);
  return (
    <span className="row">
      {fault && <Banner title={fault} needsPerson />}
      {mayShare && (
        <Button loading={sharing.isPending} onClick={() => sharing.mutate(undefined)}>
          {isShared ? 'Thôi dùng chung' : 'Dùng chung'}
        </Button>
      )}
      <Popconfirm
        title={`Xóa bộ lọc “${name}”?`}
        okText="Xóa bộ lọc"
        cancelText="Thôi"
        onConfirm={() => removing.mutate(undefined)}
      >
        <Button loading={removing.isPending}>Xóa</Button>
      </Popconfirm>
    </span>
  );
}
