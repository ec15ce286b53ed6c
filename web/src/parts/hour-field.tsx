import { Input } from 'antd';
import { useState } from 'react';
import { hour } from '../words/format.ts';
import { typedHour } from '../words/typed-hour.ts';
import type { FieldBinding } from './field.tsx';

/** An hour as `08:00`, typed in any usual way and shown as 8h00; what is no hour stays as typed and counts as none. */
export function HourField({
  binding,
  value,
  onChange,
}: {
  binding: FieldBinding;
  value: string;
  onChange: (time: string) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const leave = (): void => {
    if (typed === '' || (typed !== null && typedHour(typed))) setTyped(null);
  };
  return (
    <Input
      {...binding}
      status={binding['aria-invalid'] ? 'error' : ''}
      inputMode="numeric"
      placeholder="8h00"
      value={typed ?? (value ? hour(value) : '')}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(typedHour(target.value) ?? '');
      }}
      onBlur={leave}
    />
  );
}
