import { Input, Select } from 'antd';
import { Field } from '../../parts/field.tsx';
import { type Studied, titleOf } from './draft.ts';
import type { FormPart } from './form-state.ts';
import { Question } from './question.tsx';

const modes = [
  { value: 'direct', label: 'Học trực tiếp tại hội trường' },
  { value: 'online', label: 'Học trực tuyến tại điểm cầu' },
  { value: 'recording', label: 'Xem ghi hình tại hội trường' },
];

export function MannerFields({ draft, change, faults, studied }: FormPart & { studied: Studied | null }) {
  return (
    <Question title="3. Học bằng cách nào" hint="Người truyền đạt ghi vào báo cáo.">
      <div className="new-session-manner">
        <Field label="Hình thức">
          {({ id }) => <Select id={id} value={draft.mode} options={modes} onChange={(mode) => change({ mode })} />}
        </Field>
        <Field
          label="Người truyền đạt"
          isOptional
          error={faults['presenters']}
          hint="Tên, rồi dấu phẩy, rồi chức vụ. Mỗi người một dòng."
        >
          {(binding) => (
            <Input.TextArea
              {...binding}
              rows={1}
              value={draft.presenters}
              placeholder="Vương Đình Huệ, Ủy viên Bộ Chính trị, Bí thư Thành ủy Hà Nội"
              onChange={({ target }) => change({ presenters: target.value })}
            />
          )}
        </Field>
      </div>
      <Field label="Tên hội nghị" error={faults['title']} hint="Đặt sẵn theo nghị quyết, sửa được.">
        {(binding) => (
          <Input.TextArea
            {...binding}
            rows={1}
            value={titleOf(draft, studied)}
            onChange={({ target }) => change({ title: target.value === '' ? null : target.value })}
          />
        )}
      </Field>
    </Question>
  );
}
