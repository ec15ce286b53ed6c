import type { MemberFilter } from '../../members/list/member-filter.dto.js';

/** What a unit is called on the day. */
export interface UnitNames {
  cell: string | null;
  unit: string | null;
}

const standings = { official: 'đảng viên chính thức', probationary: 'đảng viên dự bị' };
const duties = { summoned: 'được triệu tập', exempt: 'được miễn sinh hoạt', away: 'tạm chuyển đi' };
const sexes = { male: 'nam', female: 'nữ' };
const offices = { any: 'có chức vụ', none: 'không có chức vụ' };
const exemptions: Record<NonNullable<MemberFilter['exemption']>, string> = {
  'old-age': 'tuổi cao',
  'poor-health': 'sức khỏe yếu',
  treatment: 'điều trị bệnh',
  abroad: 'ra nước ngoài',
  'remote-work': 'công tác xa',
  'mobile-work': 'việc làm lưu động',
  maternity: 'thai sản',
};

/** `Chi bộ 18; nữ; từ 30 đến 40 tuổi`; empty where everybody is meant. */
export function conditionsInWords(filter: MemberFilter, { cell, unit }: UnitNames): string {
  const { search, standing, duty, sex, office, title, exemption } = {
    ...filter,
    office: filter.offices,
    title: filter.officeTitle,
  };
  const parts = [
    cell,
    unit,
    standing && standings[standing],
    sex && sexes[sex],
    ages(filter),
    office && offices[office],
    title && `chức vụ “${title}”`,
    duty && duties[duty],
    exemption && `miễn sinh hoạt vì ${exemptions[exemption]}`,
    search && `tìm “${search}”`,
  ];
  return parts.filter(Boolean).join('; ');
}

function ages({ ageFrom, ageTo }: MemberFilter): string {
  if (ageFrom === undefined) return ageTo === undefined ? '' : `đến ${ageTo} tuổi`;
  if (ageTo === undefined) return `từ ${ageFrom} tuổi`;
  return ageFrom === ageTo ? `${ageFrom} tuổi` : `từ ${ageFrom} đến ${ageTo} tuổi`;
}
