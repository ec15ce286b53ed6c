import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { unitsQuery } from '../../api/queries.ts';
import { findsOption } from '../../parts/finds-option.ts';
import { Field } from '../../parts/field.tsx';

/** Parts of the committee that stand above cells, then the cells, as they are today. */
export function useUnitOptions(): { value: string; label: string; isCell: boolean }[] {
  const units = useQuery(unitsQuery());
  const below = (units.data ?? []).filter(({ parentId }) => parentId !== null);
  const options = below.map(({ id, name, kind }) => ({ value: id, label: name, isCell: kind === 'cell' }));
  return [...options.filter(({ isCell }) => !isCell), ...options.filter(({ isCell }) => isCell)];
}

/** Cells as they are today, in their natural order; typed without accents. */
export function useCellOptions(): { value: string; label: string }[] {
  const units = useQuery(unitsQuery());
  return (units.data ?? []).filter(({ kind }) => kind === 'cell').map(({ id, name }) => ({ value: id, label: name }));
}

interface ChoiceProps<Value> {
  label: string;
  value: Value;
  error: string | undefined;
  onChange: (value: Value) => void;
}

export function CellSelect({ label, value, error, onChange }: ChoiceProps<string>) {
  const options = useCellOptions();
  return (
    <Field label={label} error={error}>
      {({ id }) => (
        <Select
          id={id}
          showSearch={{ filterOption: findsOption }}
          status={error ? 'error' : ''}
          placeholder="Chọn chi bộ"
          value={value || null}
          options={options}
          onChange={(chosen) => onChange(chosen ?? '')}
        />
      )}
    </Field>
  );
}

export function KindSelect<Kind extends string>({
  words,
  label,
  value,
  error,
  onChange,
}: ChoiceProps<Kind> & { words: Record<Kind, string> }) {
  const kinds = Object.keys(words) as Kind[];
  return (
    <Field label={label} error={error}>
      {({ id }) => (
        <Select
          id={id}
          value={value}
          options={kinds.map((kind) => ({ value: kind, label: words[kind] }))}
          onChange={onChange}
        />
      )}
    </Field>
  );
}
