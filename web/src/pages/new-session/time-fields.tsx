import { AutoComplete, Button, InputNumber } from 'antd';
import { DayField } from '../../parts/day-field.tsx';
import { Field } from '../../parts/field.tsx';
import { HourField } from '../../parts/hour-field.tsx';
import type { DateDoubt } from './date-warnings.ts';
import { DateDoubts } from './date-doubts.tsx';
import type { ClassDraft } from './draft.ts';
import type { FormPart } from './form-state.ts';
import { Question } from './question.tsx';

export function TimeFields(part: FormPart & { doubts: DateDoubt[]; venues: string[] }) {
  const { draft, change, faults, doubts, venues } = part;
  return (
    <Question title="2. Khi nào, ở đâu" hint="Mỗi lớp một dòng. Chi bộ xếp ở bước sau.">
      <div className="new-session-place">
        <Field label="Ngày" error={faults['heldOn']} className="new-session-day">
          {(binding) => (
            <DayField
              binding={doubts.length > 0 ? { ...binding, 'aria-invalid': true } : binding}
              value={draft.heldOn}
              onChange={(heldOn) => change({ heldOn, areDatesConfirmed: false })}
            />
          )}
        </Field>
        <Field label="Nơi họp" error={faults['venue']}>
          {({ 'aria-invalid': isInvalid, ...binding }) => (
            <AutoComplete
              {...binding}
              aria-invalid={isInvalid}
              status={isInvalid ? 'error' : ''}
              value={draft.venue}
              placeholder="Hội trường …"
              options={venues.map((value) => ({ value }))}
              onChange={(venue: string) => change({ venue })}
            />
          )}
        </Field>
      </div>
      <DateDoubts doubts={doubts} confirm={() => change({ areDatesConfirmed: true })} />
      <ClassRows {...part} />
    </Question>
  );
}

function ClassRows({ draft, change, faults }: FormPart) {
  const { classes } = draft;
  const set = (index: number, fields: Partial<ClassDraft>): void =>
    change({ classes: classes.map((each, at) => (at === index ? { ...each, ...fields } : each)) });
  const capacity = classes.at(-1)?.capacity ?? null;
  return (
    <div className="new-session-classes">
      {classes.map((one, index) => (
        <div key={index} className="new-session-class" role="group" aria-label={`Lớp ${index + 1}`}>
          <b>Lớp {index + 1}</b>
          <ClassFields
            one={one}
            fault={faults[`classes[${index}].startsAt`]}
            onChange={(fields) => set(index, fields)}
          />
          {classes.length > 1 && (
            <Button
              type="text"
              aria-label={`Bỏ Lớp ${index + 1}`}
              onClick={() => change({ classes: classes.filter((_, at) => at !== index) })}
            >
              Bỏ
            </Button>
          )}
        </div>
      ))}
      <Button onClick={() => change({ classes: [...classes, { startsAt: '', capacity }] })}>Thêm lớp</Button>
    </div>
  );
}

function ClassFields({
  one,
  fault,
  onChange,
}: {
  one: ClassDraft;
  fault: string | undefined;
  onChange: (fields: Partial<ClassDraft>) => void;
}) {
  return (
    <>
      <Field label="Giờ bắt đầu" error={fault} className="new-session-hour">
        {(binding) => (
          <HourField binding={binding} value={one.startsAt} onChange={(startsAt) => onChange({ startsAt })} />
        )}
      </Field>
      <Field label="Số chỗ" isOptional className="new-session-seats">
        {({ id }) => (
          <InputNumber
            {...{ id, min: 1, max: 100_000, controls: false }}
            value={one.capacity}
            onChange={(capacity) => onChange({ capacity })}
          />
        )}
      </Field>
    </>
  );
}
