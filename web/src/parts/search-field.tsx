import { Input } from 'antd';
import { useSettledText } from './settled-text.ts';
import { useSlashFocus } from './slash-focus.ts';
import './search-field.css';

/** A search field that `/` leads to. It holds what is typed itself: the address follows after a pause. */
export function SearchField({
  label,
  placeholder = 'Tìm, không cần dấu',
  value,
  onChange,
}: {
  label: string;
  placeholder?: string;
  value: string;
  onChange: (text: string) => void;
}) {
  const field = useSlashFocus();
  const [typed, change] = useSettledText(value, onChange);
  return (
    <Input
      ref={field}
      allowClear
      className="search-field"
      aria-label={label}
      placeholder={placeholder}
      value={typed}
      onChange={({ target }) => change(target.value)}
    />
  );
}
