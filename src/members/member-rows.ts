import { v7 as uuidv7 } from 'uuid';
import type { DateRange } from '../platform/database/date-range.types.js';
import { InvalidFieldError } from '../platform/errors/domain-error.js';
import type { AwayDto, CreateMemberDto, ExemptionDto, MembershipDto, OfficeDto } from './member.dto.js';
import type { Away, Exemption, Member, MemberOffice, Membership } from './member.entity.js';
import { splitName } from './person-name.js';

/** What the register holds of new members, table by table. */
export interface MemberRows {
  members: Member[];
  memberships: Membership[];
  exemptions: Exemption[];
  aways: Away[];
  offices: MemberOffice[];
}

interface Place {
  committeeId: string;
  memberId: string;
}

/** @param path of the field that holds the period, for the message */
function period({ from, to }: { from: string; to?: string | null }, path: string): DateRange {
  if (to && to <= from) throw new InvalidFieldError(`${path}.to`, 'Ngày kết thúc phải sau ngày bắt đầu.');
  return { from, to: to ?? null };
}

export const membershipRow = (place: Place, dto: MembershipDto, path: string): Membership => ({
  ...place,
  kind: dto.kind,
  cellId: dto.cellId,
  valid: period(dto, path),
});

export const exemptionRow = (place: Place, dto: ExemptionDto, path: string): Exemption => ({
  ...place,
  kind: dto.kind,
  valid: period(dto, path),
});

export const awayRow = (place: Place, dto: AwayDto, path: string): Away => ({
  ...place,
  place: dto.place ?? null,
  valid: period(dto, path),
});

export const officeRow = (place: Place, dto: OfficeDto, path: string): MemberOffice => ({
  ...place,
  title: dto.title,
  valid: period(dto, path),
});

function memberRow(committeeId: string, dto: CreateMemberDto, createdAt: Date): Member {
  return {
    committeeId,
    id: uuidv7(),
    fullName: dto.fullName,
    ...splitName(dto.fullName),
    birthDate: dto.birthDate ?? null,
    birthYear: dto.birthDate ? Number(dto.birthDate.slice(0, 4)) : (dto.birthYear ?? null),
    sex: dto.sex ?? null,
    cardNumber: dto.cardNumber ?? null,
    admittedOn: dto.admittedOn ?? null,
    officialOn: dto.officialOn ?? null,
    createdAt,
    erasedAt: null,
  };
}

/** @param prefix of the paths in messages: `members[3].` for a batch, nothing for one */
export function rowsFor(committeeId: string, dtos: CreateMemberDto[], prefix: (index: number) => string): MemberRows {
  const rows: MemberRows = { members: [], memberships: [], exemptions: [], aways: [], offices: [] };
  const createdAt = new Date();
  dtos.forEach((dto, index) => {
    const member = memberRow(committeeId, dto, createdAt);
    const place = { committeeId, memberId: member.id };
    const path = (field: string) => (_: unknown, at: number) => `${prefix(index)}${field}[${at}]`;
    const make = <D, R>(field: string, list: D[] | undefined, row: (place: Place, dto: D, path: string) => R): R[] =>
      (list ?? []).map((item, at) => row(place, item, path(field)(item, at)));
    rows.members.push(member);
    rows.memberships.push(...make('memberships', dto.memberships, membershipRow));
    rows.exemptions.push(...make('exemptions', dto.exemptions, exemptionRow));
    rows.aways.push(...make('aways', dto.aways, awayRow));
    rows.offices.push(...make('offices', dto.offices, officeRow));
  });
  return rows;
}
