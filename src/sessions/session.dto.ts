import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsFreeText, IsIsoDate, IsNullable, IsOmissible, IsText } from '../platform/http/rules.js';
import { ResolutionDto } from '../resolutions/resolution.dto.js';
import { DateWarning } from './date-warning.types.js';
import { SessionClassDto } from './session-class.dto.js';
import {
  type AttendanceRule,
  attendanceRules,
  type SessionKind,
  sessionKinds,
  type SessionMode,
  sessionModes,
} from './session.entity.js';

export class BasisDto {
  /** `09-KH/QU` */
  @IsText(60)
  number: string;

  @IsText(200)
  issuer: string;

  @IsIsoDate()
  issuedOn: string;

  /** What the paper is called when it is cited. */
  @IsText(1000)
  name: string;
}

export class PersonDto {
  @IsText(100)
  name: string;

  @IsFreeText(300)
  office: string;
}

export class GuestDto {
  @IsText(200)
  category: string;

  @IsNullable()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  count?: number | null;
}

export class NarrativeDto {
  @IsOmissible()
  @IsFreeText(10_000)
  leadership?: string;

  @IsOmissible()
  @IsFreeText(20_000)
  content?: string;

  @IsOmissible()
  @IsFreeText(10_000)
  writeUps?: string;

  @IsOmissible()
  @IsFreeText(10_000)
  publicity?: string;

  @IsOmissible()
  @IsFreeText(10_000)
  actionPlan?: string;

  @IsOmissible()
  @IsFreeText(10_000)
  strengths?: string;

  @IsOmissible()
  @IsFreeText(10_000)
  shortcomings?: string;

  @IsOmissible()
  @IsFreeText(10_000)
  tasks?: string;

  @IsOmissible()
  @IsFreeText(10_000)
  makeUp?: string;
}

/** What may be said later; a list that is given replaces the list that stands. */
class SessionFieldsDto {
  @IsNullable()
  @ValidateNested()
  @Type(() => BasisDto)
  basis?: BasisDto | null;

  @IsOmissible()
  @IsIn(attendanceRules)
  attendanceRule?: AttendanceRule;

  @IsOmissible()
  @IsBoolean()
  isLeftEarlyPresent?: boolean;

  /** True when the office stands by dates of which it was warned. */
  @IsOmissible()
  @IsBoolean()
  areDatesConfirmed?: boolean;

  @IsOmissible()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  resolutionIds?: string[];

  @IsOmissible()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => PersonDto)
  presenters?: PersonDto[];

  /** In protocol order. */
  @IsOmissible()
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => PersonDto)
  delegates?: PersonDto[];

  @IsOmissible()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => GuestDto)
  guests?: GuestDto[];

  @IsOmissible()
  @ValidateNested()
  @Type(() => NarrativeDto)
  narrative?: NarrativeDto;
}

export class CreateSessionDto extends SessionFieldsDto {
  @IsIn(sessionKinds)
  kind: SessionKind;

  @IsText(1000)
  title: string;

  @IsIn(sessionModes)
  mode: SessionMode;
}

/** What is left out stays as it was. */
export class UpdateSessionDto extends SessionFieldsDto {
  @IsOmissible()
  @IsText(1000)
  title?: string;

  @IsOmissible()
  @IsIn(sessionModes)
  mode?: SessionMode;
}

/** One line of the list of sessions. */
export class SessionSummaryDto {
  id: string;
  kind: SessionKind;
  title: string;
  mode: SessionMode;
  firstDay: string | null;
  classCount: number;
  closedClassCount: number;
}

export class SessionDto {
  id: string;
  kind: SessionKind;
  title: string;
  mode: SessionMode;
  basis: BasisDto | null;
  attendanceRule: AttendanceRule;
  isLeftEarlyPresent: boolean;
  areDatesConfirmed: boolean;
  resolutions: ResolutionDto[];
  presenters: PersonDto[];
  delegates: PersonDto[];
  guests: GuestDto[];
  narrative: NarrativeDto;
  classes: SessionClassDto[];
  warnings: DateWarning[];
}

export class CellPlaceDto {
  cellId: string;
  name: string;
}

/** Whether every cell has its class. */
export class CoverageDto {
  inNoClass: CellPlaceDto[];
  inSeveralClasses: CellPlaceDto[];
}
