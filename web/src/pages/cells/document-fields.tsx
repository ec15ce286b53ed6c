import type { Schemas } from '../../api/client.ts';
import { DayField } from '../../parts/day-field.tsx';
import { faultAt } from '../../parts/faults.ts';
import { Field } from '../../parts/field.tsx';
import { TextField } from '../../parts/text-field.tsx';

/** A change as it is typed: its day, and the paper that decides it. */
export interface TypedChange {
  on: string;
  number: string;
  issuer: string;
  issuedOn: string;
}

export const documentPaths = ['document', 'document.number', 'document.issuer', 'document.issuedOn'];

export function documentOf({ number, issuer, issuedOn }: TypedChange): Schemas['UnitDocumentDto'] | null {
  if (!number.trim()) return null;
  return { number: number.trim(), issuer: issuer.trim() || null, issuedOn: issuedOn || null };
}

/** Number, issuer and day of the deciding paper; a register that is filled in afterwards often has none. */
export function DocumentFields({
  typed,
  change,
  error,
}: {
  typed: TypedChange;
  change: (part: Partial<TypedChange>) => void;
  error: unknown;
}) {
  return (
    <>
      <TextField
        label="Quyết định số"
        isOptional
        placeholder="12-QĐ/ĐU"
        error={faultAt(error, 'document.number')}
        value={typed.number}
        onChange={(number) => change({ number })}
      />
      {typed.number.trim() && (
        <div className="pair">
          <TextField
            label="Cơ quan ban hành"
            isOptional
            error={faultAt(error, 'document.issuer')}
            value={typed.issuer}
            onChange={(issuer) => change({ issuer })}
          />
          <Field label="Ngày ban hành" isOptional error={faultAt(error, 'document.issuedOn')}>
            {(binding) => (
              <DayField binding={binding} value={typed.issuedOn} onChange={(issuedOn) => change({ issuedOn })} />
            )}
          </Field>
        </div>
      )}
    </>
  );
}
