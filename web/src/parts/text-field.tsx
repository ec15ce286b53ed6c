import { Input, type InputProps } from 'antd';
import { Field } from './field.tsx';

interface TextFieldProps extends Pick<
  InputProps,
  'autoComplete' | 'autoCapitalize' | 'autoFocus' | 'inputMode' | 'placeholder' | 'size'
> {
  label: string;
  value: string;
  onChange: (text: string) => void;
  error?: string | undefined;
  hint?: string | undefined;
  isOptional?: boolean;
  className?: string;
}

/** One line of text under its label. */
export function TextField({ label, value, onChange, error, hint, isOptional, className, ...input }: TextFieldProps) {
  return (
    <Field label={label} error={error} hint={hint} isOptional={isOptional ?? false} className={className ?? ''}>
      {(binding) => (
        <Input
          {...binding}
          {...input}
          status={error ? 'error' : ''}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
