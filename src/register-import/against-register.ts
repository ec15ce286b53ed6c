import { shownDay } from '../platform/errors/shown-day.js';
import type { Known } from './register-snapshot.js';
import type { RowChange, RowField, RowValues } from './row-content.js';

type Dated = 'birthDate' | 'admittedOn' | 'officialOn';

/**
 * Why what a row changes does not go with what the register keeps: each is sound alone, and the two together are refused by
 * the register. null where they go together.
 */
export function objectionTo(known: Known, values: RowValues, changes: readonly RowChange[]): string | null {
  if (known.diedOn && changes.length > 0)
    return `Sổ ghi đồng chí này đã từ trần ngày ${shownDay(known.diedOn)}: tệp không ghi thêm được.`;
  const isChanged = (field: RowField): boolean => changes.some((change) => change.field === field);
  const after = (field: Dated): string | null => (isChanged(field) ? (values[field] ?? null) : known[field]);
  const isTouched = (one: Dated, other: Dated): boolean => isChanged(one) || isChanged(other);
  const [birth, admitted, official] = [after('birthDate'), after('admittedOn'), after('officialOn')];
  if (isTouched('admittedOn', 'officialOn') && admitted && official && official < admitted)
    return `Ngày chính thức ${shownDay(official)} trước ngày kết nạp ${shownDay(admitted)}: một ngày trong sổ, một ngày trong tệp. Sửa ngày sai.`;
  if (isTouched('birthDate', 'admittedOn') && birth && admitted && admitted <= birth)
    return `Ngày kết nạp ${shownDay(admitted)} không sau ngày sinh ${shownDay(birth)}: một ngày trong sổ, một ngày trong tệp. Sửa ngày sai.`;
  return null;
}
