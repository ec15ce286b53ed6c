import { InvalidFieldError } from '../platform/errors/domain-error.js';
import type { SplitCellDto } from './unit-merger.dto.js';

/**
 * Everybody who is named is of the cell, and named once; where the cell ends, nobody is left behind.
 * @param members of the cell from the day of the split on
 * @throws InvalidFieldError at the place where it is wrong
 */
export function checkParts({ parts, ends }: Pick<SplitCellDto, 'parts' | 'ends'>, members: readonly string[]): void {
  const left = new Set(members);
  parts.forEach(({ memberIds }, part) => {
    memberIds.forEach((id, place) => {
      const path = `parts[${part}].memberIds[${place}]`;
      if (!members.includes(id)) throw new InvalidFieldError(path, 'Đồng chí này không sinh hoạt ở chi bộ.');
      if (!left.delete(id)) throw new InvalidFieldError(path, 'Đồng chí này đã được xếp vào một chi bộ khác.');
    });
  });
  if (ends && left.size > 0) {
    const sentence = `Chi bộ thôi hoạt động mà còn ${left.size} đồng chí chưa được xếp vào chi bộ mới.`;
    throw new InvalidFieldError('parts', sentence);
  }
}
