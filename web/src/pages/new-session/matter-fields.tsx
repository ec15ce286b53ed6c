import { Button, Select } from 'antd';
import { DayField } from '../../parts/day-field.tsx';
import { Field } from '../../parts/field.tsx';
import type { Schemas } from '../../api/client.ts';
import { TextField } from '../../parts/text-field.tsx';
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
      <div className="new-session-which">
        {draft.isNewResolution ? <NewResolution {...part} /> : <ChosenResolution {...part} />}
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
      <TextField
        {...{ label: 'Tên nghị quyết', autoFocus: true, placeholder: 'Nghị quyết Đại hội đại biểu …' }}
        {...{ value: resolution.title, error: faults['resolution.title'] }}
        onChange={(title) => set({ title })}
      />
      <div className="new-session-three">
        <TextField
          {...{ label: 'Cơ quan ban hành', value: resolution.issuer, error: faults['resolution.issuer'] }}
          onChange={(issuer) => set({ issuer })}
        />
        <TextField
          {...{ label: 'Số, ký hiệu', isOptional: true }}
          {...{ value: resolution.number, error: faults['resolution.number'] }}
          onChange={(number) => set({ number })}
        />
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
        <TextField
          {...{ label: 'Căn cứ của cấp trên', isOptional: true, placeholder: 'Kế hoạch 09-KH/QU' }}
          {...{ value: basis.number, error: faults['basis.number'] }}
          onChange={(number) => set({ number })}
        />
        <TextField
          {...{ label: 'Cơ quan', value: basis.issuer ?? superior, error: faults['basis.issuer'] }}
          onChange={(issuer) => set({ issuer })}
        />
        <Field label="Ngày của căn cứ" error={faults['basis.issuedOn']}>
          {(binding) => (
            <DayField binding={binding} value={basis.issuedOn} onChange={(issuedOn) => set({ issuedOn })} />
          )}
        </Field>
      </div>
      {bareNumber(basis.number) && (
        <TextField
          {...{ label: 'Tên kế hoạch ấy', isOptional: true, placeholder: 'Kế hoạch học tập, quán triệt …' }}
          {...{ value: basis.name, error: faults['basis.name'] }}
          onChange={(name) => set({ name })}
        />
      )}
    </>
  );
}
