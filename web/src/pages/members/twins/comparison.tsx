import { useQueries, useQuery } from '@tanstack/react-query';
import { Radio } from 'antd';
import { useState } from 'react';
import { api, type Schemas } from '../../../api/client.ts';
import { unitsQuery } from '../../../api/queries.ts';
import { faultElsewhere } from '../../../parts/faults.ts';
import { FormDialog } from '../../../parts/form-dialog.tsx';
import { Failure } from '../../../parts/notice.tsx';
import { SkeletonRows } from '../../../parts/skeleton-rows.tsx';
import { memberQuery } from '../member-queries.ts';
import type { MemberHistory } from '../member-words.ts';
import { type Compared, comparedFields, type Field, type Side, sideWords } from './compared-fields.ts';
import { useTwinChange } from './twin-queries.ts';

const { client, dataOf } = api;

/** Two entries side by side: which goes on, and whose word holds where they differ. */
export function Comparison({ ids, close }: { ids: [string, string]; close: () => void }) {
  const [first, second] = useQueries({ queries: ids.map((id) => memberQuery(id)) });
  const failed = [first, second].find((one) => one?.isError);
  if (failed) return <Failure error={failed.error} />;
  if (!first?.data || !second?.data) return <SkeletonRows rows={6} height={44} />;
  return <Both people={[first.data, second.data]} close={close} />;
}

type Taken = Partial<Record<Field, Side>>;

function useMerger(people: [MemberHistory, MemberHistory], close: () => void) {
  const [kept, setKept] = useState<Side>(0);
  const [taken, setTaken] = useState<Taken>({});
  const merging = useTwinChange(
    (body: Schemas['MergeDto']) => dataOf(client.POST('/api/v1/members/twins/merges', { body })),
    close,
  );
  const send = (): void => {
    const dropped = kept === 0 ? 1 : 0;
    const take = comparedFields.map(({ field }) => field).filter((field) => taken[field] === dropped);
    merging.mutate({ keptId: people[kept].id, droppedId: people[dropped].id, take });
  };
  return {
    ...{ kept, setKept, taken, send, isPending: merging.isPending, error: merging.error },
    setField: (field: Field, side: Side) => setTaken({ ...taken, [field]: side }),
  };
}

function Both({ people, close }: { people: [MemberHistory, MemberHistory]; close: () => void }) {
  const merger = useMerger(people, close);
  return (
    <FormDialog
      title="Gộp hai hồ sơ"
      act="Gộp thành một"
      isPending={merger.isPending}
      fault={faultElsewhere(merger.error, [])}
      send={merger.send}
      close={close}
    >
      <Kept people={people} merger={merger} />
      <ul className="twins-fields">
        {comparedFields.map((compared) => (
          <FieldRow key={compared.field} compared={compared} people={people} merger={merger} />
        ))}
      </ul>
      <p className="small ink2">
        Thời gian sinh hoạt, miễn, chức vụ của hồ sơ kia được thêm vào chỗ hồ sơ giữ lại chưa ghi. Danh sách đã lập, số
        liệu đã khóa không đổi; hội nghị chưa khóa thì lập lại danh sách. Tách lại như cũ được khi sau đó chưa ai sửa.
      </p>
    </FormDialog>
  );
}

interface PartProps {
  people: [MemberHistory, MemberHistory];
  merger: ReturnType<typeof useMerger>;
}

function Kept({ people, merger }: PartProps) {
  const units = useQuery(unitsQuery());
  const cellName = (id: string): string => units.data?.find((unit) => unit.id === id)?.name ?? 'Chi bộ đã giải thể';
  const options = ([0, 1] as const).map((side) => ({
    value: side,
    label: `Giữ hồ sơ ${sideWords[side]}: ${people[side].fullName}, ${placesOf(people[side], cellName)}`,
  }));
  return (
    <Radio.Group
      aria-label="Hồ sơ giữ lại"
      className="twins-kept"
      value={merger.kept}
      onChange={({ target }) => merger.setKept(target.value)}
      options={options}
    />
  );
}

/** What both say otherwise is chosen; what one alone says holds. */
function FieldRow({ compared: { field, label, of }, people, merger }: PartProps & { compared: Compared }) {
  const [one, other] = [of(people[0]), of(people[1])];
  if (one === null && other === null) return null;
  const isOpen = one !== null && other !== null && one !== other;
  return (
    <li>
      <span className="ink2">{label}</span>
      {isOpen ? (
        <Radio.Group
          aria-label={label}
          value={merger.taken[field] ?? merger.kept}
          onChange={({ target }) => merger.setField(field, target.value)}
          options={[
            { value: 0, label: one },
            { value: 1, label: other },
          ]}
        />
      ) : (
        <span>{one ?? other}</span>
      )}
    </li>
  );
}

function placesOf({ memberships }: MemberHistory, cellName: (id: string) => string): string {
  const open = memberships.filter(({ kind, valid }) => kind !== 'residence' && valid.to === null);
  return open.length > 0 ? open.map(({ cellId }) => cellName(cellId)).join(', ') : 'không còn sinh hoạt';
}
