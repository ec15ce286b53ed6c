import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsDefined, IsInt, Max, Min, ValidateNested } from 'class-validator';
import { IsIsoDate, IsMonthDay, IsText } from '../platform/http/rules.js';

/** Days of the calendar in which a request of each kind is to be done. */
export class RequestDaysDto {
  @IsInt() @Min(1) @Max(365) view: number;
  @IsInt() @Min(1) @Max(365) correct: number;
  @IsInt() @Min(1) @Max(365) withdraw: number;
  @IsInt() @Min(1) @Max(365) restrict: number;
  @IsInt() @Min(1) @Max(365) object: number;
  @IsInt() @Min(1) @Max(365) delete: number;
}

export class YearlyHolidayDto {
  /** `04-30` */
  @IsMonthDay()
  day: string;

  @IsText(100)
  name: string;
}

export class DatedHolidayDto {
  @IsIsoDate()
  from: string;

  /** The last day off. */
  @IsIsoDate()
  to: string;

  @IsText(100)
  name: string;
}

export class RetentionDto {
  @IsInt()
  @Min(1)
  @Max(1200)
  months: number;

  /** Whether what is due is erased every night; otherwise it is only shown. */
  @IsBoolean()
  erases: boolean;
}

export class RetentionPeriodsDto {
  /** Marks and rolls of sessions that are closed: the names go, the figures stay. */
  @IsDefined()
  @ValidateNested()
  @Type(() => RetentionDto)
  rolls: RetentionDto;

  /** Members who left or died, from the end of their last membership on. */
  @IsDefined()
  @ValidateNested()
  @Type(() => RetentionDto)
  'former-members': RetentionDto;

  @IsDefined()
  @ValidateNested()
  @Type(() => RetentionDto)
  'sign-ins': RetentionDto;

  /** Values in the audit trail; its entries stay. */
  @IsDefined()
  @ValidateNested()
  @Type(() => RetentionDto)
  'audit-values': RetentionDto;

  /** Requests of data subjects, from their end on. */
  @IsDefined()
  @ValidateNested()
  @Type(() => RetentionDto)
  'data-requests': RetentionDto;

  /** Rows and files of lists that were brought; after that a list can't be taken back. */
  @IsDefined()
  @ValidateNested()
  @Type(() => RetentionDto)
  imports: RetentionDto;
}

export class DataRulesDto {
  @IsInt()
  @Min(1)
  @Max(30)
  acknowledgeWorkingDays: number;

  @IsDefined()
  @ValidateNested()
  @Type(() => RequestDaysDto)
  days: RequestDaysDto;

  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => YearlyHolidayDto)
  yearlyHolidays: YearlyHolidayDto[];

  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => DatedHolidayDto)
  datedHolidays: DatedHolidayDto[];

  @IsDefined()
  @ValidateNested()
  @Type(() => RetentionPeriodsDto)
  retention: RetentionPeriodsDto;
}

/** What has had its time, by kind. */
export class RetentionDueDto {
  kind: 'rolls' | 'former-members' | 'sign-ins' | 'audit-values' | 'data-requests' | 'imports';
  months: number;
  erases: boolean;
  /** Sessions, members, sign-ins, values, requests, lists. */
  count: number;
  /** The day of the oldest of them. */
  oldest: string | null;
}
