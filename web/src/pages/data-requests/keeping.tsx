import { Checkbox } from 'antd';
import { day, integer } from '../../words/format.ts';
import { Count, type Due, type PartProps, type Rules } from './rule-part.tsx';

const words: Record<Due['kind'], { title: string; what: string; unit: string }> = {
  rolls: {
    title: 'Danh sách và điểm danh của hội nghị đã khóa',
    what: 'Họ tên và từng lần điểm danh bị xóa; số liệu giữ nguyên.',
    unit: 'hội nghị',
  },
  'former-members': {
    title: 'Đảng viên đã chuyển đi, từ trần, ra khỏi Đảng',
    what: 'Tính từ ngày hết sinh hoạt. Họ tên được thay bằng mã.',
    unit: 'người',
  },
  'sign-ins': { title: 'Các lần đăng nhập', what: 'Máy, địa chỉ và giờ đăng nhập.', unit: 'lần' },
  'audit-values': {
    title: 'Nội dung trong nhật ký',
    what: 'Việc gì, ai làm, lúc nào vẫn còn; nội dung trước và sau bị xóa.',
    unit: 'mục',
  },
  'data-requests': { title: 'Yêu cầu về dữ liệu đã kết thúc', what: 'Tính từ ngày kết thúc.', unit: 'yêu cầu' },
  imports: {
    title: 'Danh sách đã nhập từ tệp',
    what: 'Tệp gửi lên và từng dòng bị xóa; người đã nhập vẫn ở trong sổ. Sau đó không hoàn tác được lần nhập.',
    unit: 'danh sách',
  },
};

const dueWords = ({ kind, count, oldest }: Due): string =>
  count === 0 || !oldest
    ? 'Hôm nay không có gì quá thời gian lưu giữ.'
    : `Hôm nay ${integer(count)} ${words[kind].unit} đã quá thời gian, cũ nhất ngày ${day(oldest)}.`;

/** How long each kind is kept, what is due today, and whether the night erases it. */
export function Keeping({ rules, isEditable, change, due }: PartProps & { due: Due[] }) {
  const set = (kind: Due['kind'], part: Partial<Rules['retention'][Due['kind']]>): void =>
    change({ retention: { ...rules.retention, [kind]: { ...rules.retention[kind], ...part } } });
  return (
    <section aria-labelledby="rules-keeping">
      <div>
        <h2 id="rules-keeping">Thời gian lưu giữ</h2>
        <small>
          Hệ thống chỉ tự xóa loại nào được đánh dấu, vào lúc 2 giờ 30 đêm, và ghi nhật ký. Không đánh dấu thì chỉ báo.
        </small>
      </div>
      <ul>
        {due.map((line) => (
          <li key={line.kind} className="rules-keeping">
            <div>
              <h3>{words[line.kind].title}</h3>
              <small>{words[line.kind].what}</small>
              <p className={line.count > 0 ? '' : 'ink2'}>{dueWords(line)}</p>
            </div>
            <Count
              label="Giữ, tháng"
              value={rules.retention[line.kind].months}
              isEditable={isEditable}
              onChange={(months) => set(line.kind, { months })}
            />
            <Checkbox
              disabled={!isEditable}
              checked={rules.retention[line.kind].erases}
              onChange={({ target }) => set(line.kind, { erases: target.checked })}
            >
              Tự xóa ban đêm<span className="hidden-text">: {words[line.kind].title}</span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </section>
  );
}
