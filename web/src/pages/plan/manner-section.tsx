import { Input, Select } from 'antd';
import type { Session } from '../../api/queries.ts';
import { Field } from '../../parts/field.tsx';
import { PeopleList } from './people-list.tsx';
import { Section } from './section.tsx';
import { useSection } from './use-section.ts';

const modes = [
  { value: 'direct', label: 'Học trực tiếp tại hội trường' },
  { value: 'online', label: 'Học trực tuyến tại điểm cầu' },
  { value: 'recording', label: 'Xem ghi hình tại hội trường' },
];

/** What the session is called, how it is held, and who tells. */
export function MannerSection({ session }: { session: Session }) {
  const { title, mode, presenters } = session;
  const section = useSection(session.id, 'manner', { title, mode, presenters });
  const { draft, change, faults } = section;
  return (
    <Section
      title="Tên và cách học"
      hint="Người truyền đạt ghi vào báo cáo."
      state={section}
      act="Ghi tên và cách học"
      save={() => section.save({ ...draft, title: draft.title.trim() })}
    >
      <Field label="Tên hội nghị" error={faults['title']}>
        {(binding) => (
          <Input.TextArea
            {...binding}
            rows={1}
            value={draft.title}
            onChange={({ target }) => change({ title: target.value })}
          />
        )}
      </Field>
      <Field label="Hình thức" className="plan-narrow">
        {({ id }) => (
          <Select id={id} value={draft.mode} options={modes} onChange={(value) => change({ mode: value })} />
        )}
      </Field>
      <PeopleList
        title="Người truyền đạt"
        isTitled
        path="presenters"
        people={draft.presenters}
        onChange={(people) => change({ presenters: people })}
        faults={faults}
        add="Thêm người truyền đạt"
      />
    </Section>
  );
}
