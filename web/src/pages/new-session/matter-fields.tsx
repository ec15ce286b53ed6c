import { Button, Input, Select } from 'antd';
import { DayField } from '../../parts/day-field.tsx';
import { Field } from '../../parts/field.tsx';
import type { Schemas } from '../../api/client.ts';
import { day, searchKey } from '../../words/format.ts';
import { bareNumber } from './draft.ts';
import type { FormPart } from './form-state.ts';
import { Question } from './question.tsx';

type Resolution = Schemas['ResolutionDto'];

const levels = [
  { value: 'central', label: 'Trung ương' },
  { value: 'provincial', label: 'Cấp tỉnh, thành phố' },
  { value: 'district', label: 'Cấp quận, huyện' },
  { value: 'base', label: 'Cấp cơ sở' },
];

export function MatterFields(part: FormPart & { resolutions: Resolution[]; superior: string }) {
  const { draft, change } = part;
  return (
    <Question title="1. Học văn bản nào" hint="Chọn trong sổ nghị quyết, hoặc nhập văn bản mới.">
      {draft.isNewResolution ? <NewResolution {...part} /> : <ChosenResolution {...part} />}
      <div>
        <Button
          onClick={() => change({ isNewResolution: !draft.isNewResolution, areDatesConfirmed: false })}
          type="text"
          className="new-session-switch"
        >
          {draft.isNewResolution ? 'Chọn trong sổ nghị quyết' : 'Nhập nghị quyết chưa có trong sổ'}
        </Button>
      </div>
      <BasisFields {...part} />
    </Question>
  );
}

function ChosenResolution({ draft, change, faults, resolutions }: FormPart & { resolutions: Resolution[] }) {
  return (
    <Field label="Nghị quyết" error={faults['resolution.id']}>
      {({ 'aria-invalid': isInvalid, ...binding }) => (
        <Select
          {...binding}
          aria-invalid={isInvalid}
          autoFocus
          status={isInvalid ? 'error' : ''}
          placeholder="Gõ vài chữ trong tên hoặc số"
          showSearch={{ filterOption: (text, option) => searchKey(option?.search ?? '').includes(searchKey(text)) }}
          value={draft.resolutionId}
          options={resolutions.map(({ id, title, number, issuedOn }) => ({
            value: id,
            label: title,
            search: `${title} ${number ?? ''} ${day(issuedOn)}`,
          }))}
          onChange={(resolutionId: string) => change({ resolutionId, areDatesConfirmed: false })}
          notFoundContent="Trong sổ không có. Nhập nghị quyết mới ở nút bên dưới."
        />
      )}
    </Field>
  );
}

function NewResolution({ draft, change, faults }: FormPart) {
  const { resolution } = draft;
  const set = (fields: Partial<typeof resolution>): void =>
    change({ resolution: { ...resolution, ...fields }, areDatesConfirmed: false });
  return (
    <>
      <Field label="Tên nghị quyết" error={faults['resolution.title']}>
        {(binding) => (
          <Input
            {...binding}
            autoFocus
            value={resolution.title}
            placeholder="Nghị quyết Đại hội đại biểu …"
            onChange={({ target }) => set({ title: target.value })}
          />
        )}
      </Field>
      <div className="new-session-three">
        <Field label="Cơ quan ban hành" error={faults['resolution.issuer']}>
          {(binding) => (
            <Input {...binding} value={resolution.issuer} onChange={({ target }) => set({ issuer: target.value })} />
          )}
        </Field>
        <Field label="Số, ký hiệu" isOptional error={faults['resolution.number']}>
          {(binding) => (
            <Input {...binding} value={resolution.number} onChange={({ target }) => set({ number: target.value })} />
          )}
        </Field>
        <Field label="Ngày ban hành" error={faults['resolution.issuedOn']}>
          {(binding) => (
            <DayField binding={binding} value={resolution.issuedOn} onChange={(issuedOn) => set({ issuedOn })} />
          )}
        </Field>
      </div>
      <Field label="Cấp ban hành" className="new-session-narrow">
        {({ id }) => <Select id={id} value={resolution.level} options={levels} onChange={(level) => set({ level })} />}
      </Field>
    </>
  );
}

function BasisFields({ draft, change, faults, superior }: FormPart & { superior: string }) {
  const { basis } = draft;
  const set = (fields: Partial<typeof basis>): void =>
    change({ basis: { ...basis, ...fields }, areDatesConfirmed: false });
  return (
    <>
      <div className="new-session-three">
        <Field label="Căn cứ của cấp trên" isOptional error={faults['basis.number']}>
          {(binding) => (
            <Input
              {...binding}
              value={basis.number}
              placeholder="Kế hoạch 09-KH/QU"
              onChange={({ target }) => set({ number: target.value })}
            />
          )}
        </Field>
        <Field label="Cơ quan" error={faults['basis.issuer']}>
          {(binding) => (
            <Input
              {...binding}
              value={basis.issuer ?? superior}
              onChange={({ target }) => set({ issuer: target.value })}
            />
          )}
        </Field>
        <Field label="Ngày của căn cứ" error={faults['basis.issuedOn']}>
          {(binding) => (
            <DayField binding={binding} value={basis.issuedOn} onChange={(issuedOn) => set({ issuedOn })} />
          )}
        </Field>
      </div>
      {bareNumber(basis.number) && (
        <Field label="Tên kế hoạch ấy" isOptional error={faults['basis.name']}>
          {(binding) => (
            <Input
              {...binding}
              value={basis.name}
              placeholder="Kế hoạch học tập, quán triệt …"
              onChange={({ target }) => set({ name: target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}
