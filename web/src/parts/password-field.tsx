import { Input } from 'antd';
import { Field } from './field.tsx';

/** As `requireGoodPassword` of the server; how guessable it is the server alone says. */
const SHORTEST = 15;

const lengthOf = (password: string): number => [...password.normalize('NFC')].length;

/** How far a new password is from what is asked, in words. */
function lengthHint(password: string): string {
  if (password === '') return `Ít nhất ${SHORTEST} ký tự. Một câu ngắn dễ nhớ là tốt nhất.`;
  const missing = SHORTEST - lengthOf(password);
  return missing > 0 ? `Còn thiếu ${missing} ký tự.` : 'Đủ dài.';
}

interface PasswordFieldProps {
  label: string;
  value: string;
  onChange: (password: string) => void;
  error?: string | undefined;
  /** A new one is told how long it has to be. */
  isNew?: boolean;
  size?: 'large';
  autoFocus?: boolean;
}

/** A password under its label, for keepers of passwords too. */
export function PasswordField({ label, value, onChange, error, isNew = false, ...input }: PasswordFieldProps) {
  return (
    <Field label={label} error={error} hint={isNew ? lengthHint(value) : undefined}>
      {(binding) => (
        <Input.Password
          {...binding}
          {...input}
          status={error ? 'error' : ''}
          autoComplete={isNew ? 'new-password' : 'current-password'}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
