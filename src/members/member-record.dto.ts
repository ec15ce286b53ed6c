import { ApiProperty } from '@nestjs/swagger';
import { DateRange } from '../platform/database/date-range.types.js';
import { type DepartureReason, departureReasons } from './steps/member-step.entity.js';
import type { ExemptionKind, MembershipKind } from './member.entity.js';

/** A member as of a day. */
export class MemberDto {
  id: string;
  fullName: string;
  givenName: string;
  sex: 'male' | 'female' | null;
  birthDate: string | null;
  birthYear: number | null;
  cardNumber: string | null;
  admittedOn: string | null;
  officialOn: string | null;
  cellId: string;
  cellName: string;
  standing: 'official' | 'probationary';
  duty: 'summoned' | 'exempt' | 'away';
  office: string | null;
}

export class MemberPageDto {
  total: number;
  page: number;
  pageSize: number;
  items: MemberDto[];
}

/** The register of one cell as of a day. */
export class CellStrengthDto {
  cellId: string;
  total: number;
  exempt: number;
  away: number;
  /** Neither exempt nor away: expected at a session. */
  expected: number;
  probationary: number;
}

export class PastMembershipDto {
  kind: MembershipKind;
  cellId: string;
  valid: DateRange;
}

export class PastExemptionDto {
  /** Not for readers of another unit: it may tell of health. */
  kind: ExemptionKind | null;
  valid: DateRange;
}

export class PastAwayDto {
  place: string | null;
  valid: DateRange;
}

export class PastOfficeDto {
  title: string;
  valid: DateRange;
}

export class DepartureDto {
  on: string;

  @ApiProperty({ enum: departureReasons })
  reason: DepartureReason;
}

export class MergedIntoDto {
  id: string;
  fullName: string;
}

export class MemberHistoryDto {
  id: string;
  fullName: string;
  familyName: string;
  middleName: string;
  givenName: string;
  sex: 'male' | 'female' | null;
  birthDate: string | null;
  birthYear: number | null;
  cardNumber: string | null;
  admittedOn: string | null;
  officialOn: string | null;
  /** Masked but for the last four digits, as `phone` is; null where there is none or it is not for the reader. */
  citizenNumber: string | null;
  phone: string | null;
  /** This is the second entry of a person; the other one goes on. */
  mergedInto: MergedIntoDto | null;
  /** When and why he went, where he has not come back since. */
  left: DepartureDto | null;
  /** All that told who it was has been erased. */
  isErased: boolean;
  memberships: PastMembershipDto[];
  exemptions: PastExemptionDto[];
  aways: PastAwayDto[];
  offices: PastOfficeDto[];
}

/** A number that was sealed, once. */
export class RevealedDto {
  value: string;
}
