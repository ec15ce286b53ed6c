import { Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useSlashFocus } from './slash-focus.ts';
import './search-field.css';

const PAUSE = 300;

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
  const [typed, setTyped] = useState(value);
  const [seen, setSeen] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (seen !== value) {
    setSeen(value);
    // Another page was gone back to: the field shows what stands in the address.
    if (typed.trim() !== value) setTyped(value);
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = (text: string): void => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onChange(text.trim()), text === '' ? 0 : PAUSE);
  };
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
