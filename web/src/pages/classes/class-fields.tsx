import { Button, Input, InputNumber, Select } from 'antd';
import { DayField } from '../../parts/day-field.tsx';
import { Field } from '../../parts/field.tsx';
import { HourField } from '../../parts/hour-field.tsx';
import { type ClassDraft, oneMoreSitting, type SittingDraft } from './class-draft.ts';

interface Fields {
  draft: ClassDraft;
  change: (part: Partial<ClassDraft>) => void;
  faults: Record<string, string>;
}

const modes = [
  { value: 'direct', label: 'Trực tiếp tại hội trường' },
  { value: 'online', label: 'Trực tuyến tại điểm cầu' },
  { value: 'recording', label: 'Xem ghi hình' },
  { value: 'make-up', label: 'Học bù' },
];

export function ClassFields({ submit, ...fields }: Fields & { submit: () => void }) {
  const { draft, change } = fields;
  return (
    <form
      className="classes-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Place {...fields} />
      {draft.sittings.map((sitting, index) => (
        <Sitting
          key={sitting.id ?? index}
          {...{ sitting, index, faults: fields.faults, isOnly: draft.sittings.length === 1 }}
          change={(part) =>
            change({ sittings: draft.sittings.map((each, at) => (at === index ? { ...each, ...part } : each)) })
          }
          remove={() => change({ sittings: draft.sittings.filter((_, at) => at !== index) })}
        />
      ))}
      <div>
        <Button onClick={() => change({ sittings: oneMoreSitting(draft) })}>Thêm buổi</Button>
      </div>
      <button type="submit" hidden />
    </form>
  );
}

function Place({ draft, change, faults }: Fields) {
  return (
    <>
      <div className="classes-form-two">
        <Field label="Tên lớp" error={faults['name']}>
          {(binding) => (
            <Input {...binding} value={draft.name} onChange={({ target }) => change({ name: target.value })} />
          )}
        </Field>
        <Field label="Hình thức">
          {({ id }) => <Select id={id} value={draft.mode} options={modes} onChange={(mode) => change({ mode })} />}
        </Field>
      </div>
      <div className="classes-form-place">
        <Field label="Nơi họp" error={faults['venue']}>
          {(binding) => (
            <Input {...binding} value={draft.venue} onChange={({ target }) => change({ venue: target.value })} />
          )}
        </Field>
        <Field label="Số chỗ" isOptional error={faults['capacity']}>
          {({ id }) => (
            <InputNumber
              {...{ id, min: 1, max: 100_000, controls: false, value: draft.capacity }}
              onChange={(capacity) => change({ capacity })}
            />
          )}
        </Field>
      </div>
    </>
  );
}

interface SittingProps {
  sitting: SittingDraft;
  index: number;
  faults: Record<string, string>;
  isOnly: boolean;
  change: (part: Partial<SittingDraft>) => void;
  remove: () => void;
}

function Sitting({ sitting, index, faults, isOnly, change, remove }: SittingProps) {
  const fault = (name: keyof SittingDraft): string | undefined => faults[`sittings[${index}].${name}`];
  const { heldOn, startsAt, endsAt, topic } = sitting;
  return (
    <fieldset className="classes-sitting">
      <legend>Buổi {index + 1}</legend>
      <div className="classes-form-times">
        <Field label="Ngày" error={fault('heldOn')}>
          {(binding) => <DayField binding={binding} value={heldOn} onChange={(day) => change({ heldOn: day })} />}
        </Field>
        <Field label="Từ" error={fault('startsAt')}>
          {(binding) => (
            <HourField binding={binding} value={startsAt} onChange={(time) => change({ startsAt: time })} />
          )}
        </Field>
        <Field label="Đến" error={fault('endsAt')}>
          {(binding) => <HourField binding={binding} value={endsAt} onChange={(time) => change({ endsAt: time })} />}
        </Field>
      </div>
      <Field label="Nội dung buổi" isOptional error={fault('topic')}>
        {(binding) => <Input {...binding} value={topic} onChange={({ target }) => change({ topic: target.value })} />}
      </Field>
      {!isOnly && (
        <Button type="text" className="classes-remove" onClick={remove}>
          Bỏ buổi {index + 1}
        </Button>
      )}
    </fieldset>
  );
}
