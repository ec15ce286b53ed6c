import type { Schemas } from '../../api/client.ts';
import { DayField } from '../../parts/day-field.tsx';
import { faultAt } from '../../parts/faults.ts';
import { Field } from '../../parts/field.tsx';
import { TextField } from '../../parts/text-field.tsx';

export interface TypedPaper {
  paperNumber: string;
  paperOn: string;
}

export const noPaper: TypedPaper = { paperNumber: '', paperOn: '' };
export const paperPaths = ['paper.number', 'paper.on'];

/** Left out where no number is given. */
export const paperOf = ({ paperNumber, paperOn }: TypedPaper): { paper?: Schemas['PaperDto'] } =>
  paperNumber.trim() ? { paper: { number: paperNumber.trim(), on: paperOn || null } } : {};

interface PaperFieldsProps {
  typed: TypedPaper;
  change: (part: Partial<TypedPaper>) => void;
  error: unknown;
}

/** The decision or the letter of introduction, where there is one. */
export function PaperFields({ typed, change, error }: PaperFieldsProps) {
  return (
    <div className="pair">
      <TextField
        label="Số văn bản"
        isOptional
        placeholder="15-QĐ/ĐU"
        value={typed.paperNumber}
        error={faultAt(error, 'paper.number')}
        onChange={(paperNumber) => change({ paperNumber })}
      />
      <Field label="Ngày của văn bản" isOptional error={faultAt(error, 'paper.on')}>
        {(binding) => <DayField binding={binding} value={typed.paperOn} onChange={(paperOn) => change({ paperOn })} />}
      </Field>
    </div>
  );
}
