import type { Schemas } from '../../../api/client.ts';
import { day } from '../../../words/format.ts';
import { type MemberHistory, sexWords } from '../member-words.ts';

export type Field = Schemas['MergeDto']['take'][number];
export type Side = 0 | 1;

export const sideWords: Record<Side, string> = { 0: 'thứ nhất', 1: 'thứ hai' };

export interface Compared {
  field: Field;
  label: string;
  of: (person: MemberHistory) => string | null;
}

/** What two entries can differ in; numbers are masked. */
export const comparedFields: Compared[] = [
  { field: 'fullName', label: 'Họ và tên', of: ({ fullName }) => fullName },
  {
    ...{ field: 'birth', label: 'Ngày sinh' },
    of: ({ birthDate, birthYear }) => (birthDate ? day(birthDate) : (birthYear?.toString() ?? null)),
  },
  { field: 'sex', label: 'Giới tính', of: ({ sex }) => sex && sexWords[sex] },
  { field: 'cardNumber', label: 'Số thẻ', of: ({ cardNumber }) => cardNumber },
  { field: 'citizenNumber', label: 'Số căn cước', of: ({ citizenNumber }) => citizenNumber },
  { field: 'phone', label: 'Điện thoại', of: ({ phone }) => phone },
  { field: 'admittedOn', label: 'Vào Đảng', of: ({ admittedOn }) => admittedOn && day(admittedOn) },
  { field: 'officialOn', label: 'Chính thức', of: ({ officialOn }) => officialOn && day(officialOn) },
];
