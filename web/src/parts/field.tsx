import { type ReactNode, useId } from 'react';
import './field.css';

/** What a control inside a field needs: its id, and where its fault is told. */
export interface FieldBinding {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean;
}

/** A label over a control; what is wrong stands under it, in the words of whoever found it. */
export function Field({
  label,
  isOptional = false,
  error,
  hint,
  className = '',
  children,
}: {
  label: string;
  isOptional?: boolean;
  error?: string | undefined;
  hint?: string | undefined;
  className?: string;
  children: (binding: FieldBinding) => ReactNode;
}) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={`field ${className}`}>
      <label htmlFor={id}>
        {label}
        {isOptional && <small> không bắt buộc</small>}
      </label>
      {children({ id, 'aria-describedby': note ? `${id}-note` : undefined, 'aria-invalid': error !== undefined })}
      {note && (
        <small id={`${id}-note`} className={error ? 'red' : ''} role={error ? 'alert' : undefined}>
          {note}
        </small>
      )}
    </div>
  );
}
