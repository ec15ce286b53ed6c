import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { FieldBinding } from './field.tsx';

/** A day as `2021-01-16`, typed or chosen as 16/01/2021; empty while none is given. Without antd's clear button, which would take a tab stop. */
export function DayField({
  binding,
  value,
  onChange,
}: {
  binding: FieldBinding;
  value: string;
  onChange: (day: string) => void;
}) {
  const { 'aria-invalid': isInvalid, ...rest } = binding;
  return (
    <DatePicker
      {...rest}
      aria-invalid={isInvalid}
      status={isInvalid ? 'error' : ''}
      format={['DD/MM/YYYY', 'D/M/YYYY', 'DDMMYYYY']}
      allowClear={false}
      showNow={false}
      placeholder="ngày/tháng/năm"
      value={value ? dayjs(value) : null}
      // Enter takes the typed day; it must not send the form as well.
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : '')}
    />
  );
}
