import { Button } from 'antd';
import { integer } from '../../words/format.ts';
import { classWords, joined, type Succession } from './change-words.ts';

interface PreviewProps {
  sentence: string;
  seen: Succession;
  act: string;
  isPending: boolean;
  send: () => void;
}

/** What would happen, in words, before the one button that does it. */
export function SuccessionPreview({ sentence, seen, act, isPending, send }: PreviewProps) {
  const { groups, classes, clashes, receiving } = seen;
  return (
    <div className="succession" role="status">
      <p className="strong">{sentence}</p>
      <ul>
        {groups.map(({ id, name }) => (
          <li key={id}>
            {joined(receiving.map((cell) => cell.name))} vào {name}.
          </li>
        ))}
        {classes.map((one) => (
          <li key={one.id}>{classWords(one, seen)}</li>
        ))}
        {clashes.length > 0 && (
          <li className="red">
            {integer(clashes.length)} đồng chí sẽ vừa sinh hoạt chính thức, vừa tạm chuyển đến cùng một chi bộ, cần xem
            lại sau khi ghi: {joined(clashes.map(({ fullName }) => fullName))}.
          </li>
        )}
        <li>Báo cáo của các lớp đã chốt giữ nguyên tên cũ và số liệu cũ.</li>
      </ul>
      <div>
        <Button type="primary" loading={isPending} onClick={send}>
          {act}
        </Button>
      </div>
    </div>
  );
}
