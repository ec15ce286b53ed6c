import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsIsoDate, IsNullable, IsNumberText, IsOmissible, IsText } from '../platform/http/rules.js';
import { isCitizenNumber, isPhone, plainCitizenNumber, plainNumber, plainPhone } from './number-forms.js';
import { type SecretField, secretFields } from './member-secret.entity.js';
import { type ExemptionKind, exemptionKinds, type MembershipKind, membershipKinds } from './member.entity.js';

class PeriodDto {
  @IsIsoDate()
  from: string;

  /** The first day on which it no longer holds; open where it is not given. */
  @IsNullable()
  @IsIsoDate()
  to?: string | null;
}

export class MembershipDto extends PeriodDto {
  @IsUUID()
  cellId: string;

  @IsIn(membershipKinds)
  kind: MembershipKind;
}

export class ExemptionDto extends PeriodDto {
  @IsIn(exemptionKinds)
  kind: ExemptionKind;
}

export class AwayDto extends PeriodDto {
  @IsNullable()
  @IsText(200)
  place?: string | null;
}

export class OfficeDto extends PeriodDto {
  @IsText(200)
  title: string;
}

export class NamePartsDto {
  @IsText(50)
  givenName: string;

  @IsText(50)
  familyName: string;
}

class MemberFieldsDto {
  @IsNullable()
  @IsIsoDate()
  birthDate?: string | null;

  /** Where only the year is known. */
  @IsNullable()
  @IsInt()
  @Min(1900)
  @Max(2100)
  birthYear?: number | null;

  @IsNullable()
  @IsIn(['male', 'female'])
  sex?: 'male' | 'female' | null;

  @IsNullable()
  @IsText(30)
  cardNumber?: string | null;

  @IsNullable()
  @IsIsoDate()
  admittedOn?: string | null;

  /** The day of full membership; none while probationary. */
  @IsNullable()
  @IsIsoDate()
  officialOn?: string | null;

  /** Number of the citizen card, or of the old identity card. Kept sealed. */
  @IsNullable()
  @IsNumberText('isCitizenNumber', plainCitizenNumber, isCitizenNumber)
  citizenNumber?: string | null;

  /** Kept sealed. */
  @IsNullable()
  @IsNumberText('isPhone', plainPhone, isPhone)
  phone?: string | null;
}

export class CreateMemberDto extends MemberFieldsDto {
  @IsText(100)
  fullName: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => MembershipDto)
  memberships: MembershipDto[];

  @IsOmissible()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => ExemptionDto)
  exemptions?: ExemptionDto[];

  @IsOmissible()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => AwayDto)
  aways?: AwayDto[];

  @IsOmissible()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => OfficeDto)
  offices?: OfficeDto[];
}

export class CreateMembersDto {
  @IsDefined()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => CreateMemberDto)
  members: CreateMemberDto[];
}

/** Simple edits; what is left out stays. A changed name is split anew unless its parts are given. */
export class UpdateMemberDto extends MemberFieldsDto {
  @IsOmissible()
  @IsText(100)
  fullName?: string;

  @IsOmissible()
  @ValidateNested()
  @Type(() => NamePartsDto)
  nameParts?: NamePartsDto;
}

/** A whole citizen number or phone; in a body, since addresses are logged. */
export class LookUpDto {
  @IsNumberText('isLookUpNumber', plainNumber, (text) => isCitizenNumber(text) || isPhone(text))
  number: string;
}

export const revealReasons = ['identity', 'contact', 'correction', 'superior', 'data-request'] as const;
export type RevealReason = (typeof revealReasons)[number];

export class RevealDto {
  @IsIn(secretFields)
  field: SecretField;

  /** Why it must be seen; stands in the audit trail. */
  @IsIn(revealReasons)
  reason: RevealReason;
}

export class CellStrengthQuery {
  /** Today where it is not given. */
  @IsNullable()
  @IsIsoDate()
  asOf?: string;
}
