import type { Schemas } from '../../api/client.ts';
import { day, integer } from '../../words/format.ts';

export type Member = Schemas['MemberDto'];
export type MemberHistory = Schemas['MemberHistoryDto'];

export const exemptionWords: Record<Schemas['ExemptionDto']['kind'], string> = {
  'old-age': 'Tuổi cao',
  'poor-health': 'Sức khỏe yếu',
  treatment: 'Điều trị bệnh',
  abroad: 'Ra nước ngoài',
  'remote-work': 'Công tác xa',
  'mobile-work': 'Việc làm lưu động',
  maternity: 'Thai sản',
};

export const membershipWords: Record<Schemas['MembershipDto']['kind'], string> = {
  official: 'Sinh hoạt chính thức',
  'temporary-in': 'Tạm chuyển đến',
  residence: 'Nơi cư trú (213)',
};

export const departureWords: Record<Schemas['DepartDto']['reason'], string> = {
  'moved-out': 'Chuyển sinh hoạt đến đảng bộ khác',
  deceased: 'Từ trần',
  removed: 'Bị xóa tên',
  expelled: 'Bị khai trừ',
  resigned: 'Xin ra khỏi Đảng',
};

export const stepWords: Record<Schemas['LastStepDto']['kind'], string> = {
  ...{ recognised: 'công nhận chính thức', transferred: 'chuyển chi bộ', exempted: 'miễn sinh hoạt' },
  ...{ 'sent-away': 'tạm chuyển đi', appointed: 'chức vụ', ended: 'kết thúc', left: 'ra khỏi danh sách' },
};

export const sexWords = { male: 'Nam', female: 'Nữ' } as const;
export const officesWords = { any: 'Có chức vụ', none: 'Không có chức vụ' } as const;
export const standingWords: Record<Member['standing'], string> = { official: 'Chính thức', probationary: 'Dự bị' };
export const dutyWords: Record<Member['duty'], string> = {
  summoned: 'Được triệu tập',
  exempt: 'Miễn sinh hoạt',
  away: 'Tạm chuyển đi',
};

/** Under a name in the list: what sets this member apart; nothing for most. */
export const besides = ({ office, standing, duty }: Member): string =>
  [office, standing === 'probationary' ? 'Dự bị' : '', duty === 'summoned' ? '' : dutyWords[duty]]
    .filter(Boolean)
    .join(' · ');

/** The day before: a period is kept with the first day on which it no longer holds, people name the last one. */
const dayBefore = (iso: string): string => new Date(Date.parse(iso) - 864e5).toISOString().slice(0, 10);

/** `từ 01/07/2013`, `12/05/1986 đến 30/06/2013` */
export const periodWords = ({ from, to }: Schemas['DateRange']): string =>
  to ? `${day(from)} đến ${day(dayBefore(to))}` : `từ ${day(from)}`;

/** The first day after a last day that a person has named; null where none was. */
export const dayAfter = (iso: string): string | null =>
  iso ? new Date(Date.parse(iso) + 864e5).toISOString().slice(0, 10) : null;

/** `10 trong 930 đảng viên khớp “hoà”` */
export function countWords(found: number, all: number, search: string, isFiltered: boolean): string {
  if (!search && !isFiltered) return `${integer(all)} đảng viên`;
  const what = search ? `khớp “${search}”` : 'khớp bộ lọc';
  return `${integer(found)} trong ${integer(all)} đảng viên ${what}${search && isFiltered ? ' và bộ lọc' : ''}`;
}
