import { InputNumber } from 'antd';
import type { Schemas } from '../../api/client.ts';
import { Field } from '../../parts/field.tsx';

export type Rules = Schemas['DataRulesDto'];
export type Due = Schemas['RetentionDueDto'];

/** What every part of the form gets. */
export interface PartProps {
  rules: Rules;
  isEditable: boolean;
  change: (part: Partial<Rules>) => void;
}

/** A whole number of days or months; an emptied field keeps what it was. */
export function Count({
  label,
  value,
  isEditable,
  onChange,
}: {
  label: string;
  value: number;
  isEditable: boolean;
  onChange: (count: number) => void;
}) {
  return (
    <Field label={label}>
      {({ id }) => (
        <InputNumber
          id={id}
          min={1}
          max={1200}
          precision={0}
          controls={false}
          disabled={!isEditable}
          value={value}
          onChange={(count) => count !== null && onChange(count)}
        />
      )}
    </Field>
  );
}
