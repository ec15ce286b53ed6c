import { Input, Select } from 'antd';
import { Field } from '../../parts/field.tsx';

interface FieldProps<Value> {
  label: string;
  value: Value;
  error?: string | undefined;
  isOptional?: boolean;
  onChange: (value: Value) => void;
}

/** A few lines of text. */
export function LongText({ label, value, error, isOptional, onChange }: FieldProps<string>) {
  return (
    <Field label={label} error={error} isOptional={isOptional ?? false}>
      {(binding) => (
        <Input.TextArea {...binding} rows={3} value={value} onChange={({ target }) => onChange(target.value)} />
      )}
    </Field>
  );
}

/** One of a few, each with its words. */
export function Choice<Value extends string>({
  label,
  words,
  value,
  error,
  onChange,
}: FieldProps<Value> & { words: Record<Value, string> }) {
  const values = Object.keys(words) as Value[];
  return (
    <Field label={label} error={error}>
      {({ id }) => (
        <Select
          id={id}
          value={value}
          options={values.map((each) => ({ value: each, label: words[each] }))}
          onChange={onChange}
        />
      )}
    </Field>
  );
}
