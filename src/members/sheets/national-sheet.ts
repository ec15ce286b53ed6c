import type { ListColumn, ListRow, ListValue } from '../../platform/spreadsheet/write-list.js';
import { type ImportField, importFields, nationalExport } from '../import/fields.js';
import { memberStates } from '../import/status-words.js';
import type { MemberDto } from '../member-record.dto.js';

/** What the list says besides of where a member takes part. */
export interface Place {
  residenceCell: string | null;
  /** Here for a time, from another cell. */
  isTemporary: boolean;
}

export interface Listed {
  member: MemberDto;
  place: Place | undefined;
  /** Whole; null where it is not given away. */
  citizenNumber: string | null;
}

const widths: Partial<Record<ImportField, number>> = {
  ordinal: 6,
  fullName: 28,
  cell: 30,
  residenceCell: 30,
  status: 30,
};

/** A column under the head by which an import knows it. */
export const columnOf = (field: ImportField): ListColumn => ({
  head: importFields[field].label,
  width: widths[field] ?? 16,
  kind:
    field === 'ordinal'
      ? 'integer'
      : ['birth', 'admittedOn', 'officialOn', 'exemptFrom'].includes(field)
        ? 'day'
        : 'text',
});

export const nationalColumns: ListColumn[] = nationalExport.map(columnOf);

const dayOf = (iso: string | null): Date | null => (iso ? new Date(`${iso}T00:00:00Z`) : null);

/** A day, or the year alone as a text. */
const birthOf = ({ birthDate, birthYear }: MemberDto): ListValue => dayOf(birthDate) ?? birthYear?.toString() ?? null;

/** In the words of the national register (domain §10.24): standing where it is not the usual one, then the state. */
function statusOf({ standing, duty }: MemberDto, place: Place | undefined): string {
  const state = { summoned: place?.isTemporary ? 'temporary-in' : 'active', exempt: 'exempt', away: 'away' } as const;
  const words = memberStates[state[duty]];
  return standing === 'probationary' ? `Đảng viên dự bị, ${words.charAt(0).toLowerCase()}${words.slice(1)}` : words;
}

/** @param number in the list, from 1 */
export function nationalRow({ member, place, citizenNumber }: Listed, number: number): ListRow {
  const { fullName, cardNumber, admittedOn, cellName } = member;
  const said: Partial<Record<ImportField, ListValue>> = {
    ...{ ordinal: number, fullName, cardNumber, citizenNumber, birth: birthOf(member), admittedOn: dayOf(admittedOn) },
    ...{ cell: cellName, residenceCell: place?.residenceCell ?? null, status: statusOf(member, place) },
  };
  return { values: nationalExport.map((field) => said[field] ?? null) };
}
