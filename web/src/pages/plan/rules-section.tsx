import { Checkbox, Radio } from 'antd';
import type { Session } from '../../api/queries.ts';
import { Section } from './section.tsx';
import { useSection } from './use-section.ts';

/** What counts as having come, in plain words. */
export function RulesSection({ session }: { session: Session }) {
  const { attendanceRule, isLeftEarlyPresent } = session;
  const section = useSection(session.id, 'rules', { attendanceRule, isLeftEarlyPresent });
  const { draft, change } = section;
  return (
    <Section
      title="Thế nào là có mặt"
      hint="Đổi thì số liệu của lớp chưa chốt tính lại ngay."
      state={section}
      act="Ghi cách tính có mặt"
      save={() => section.save(draft)}
    >
      <Radio.Group
        className="plan-rules"
        aria-label="Khi một lớp học nhiều buổi"
        value={draft.attendanceRule}
        onChange={({ target }) => change({ attendanceRule: target.value as Session['attendanceRule'] })}
      >
        <Radio value="every-sitting">Dự đủ mọi buổi của lớp mới tính là có mặt</Radio>
        <Radio value="any-sitting">Dự một buổi của lớp cũng tính là có mặt</Radio>
      </Radio.Group>
      <Checkbox
        checked={draft.isLeftEarlyPresent}
        onChange={({ target }) => change({ isLeftEarlyPresent: target.checked })}
      >
        Người về sớm vẫn tính là có mặt
      </Checkbox>
    </Section>
  );
}
