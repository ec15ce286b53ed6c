import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsInt, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { IsHour, IsIsoDate, IsNullable, IsOmissible, IsText } from '../platform/http/rules.js';
import { type ClassMode, classModes } from './session-class.entity.js';

export class SaveSittingDto {
  /** Of a sitting that is there already. */
  @IsOmissible()
  @IsUUID()
  id?: string;

  @IsIsoDate()
  heldOn: string;

  @IsHour()
  startsAt: string;

  @IsNullable()
  @IsHour()
  endsAt?: string | null;

  @IsNullable()
  @IsText(300)
  topic?: string | null;
}

/** What may be said later; a list that is given replaces the list that stands. */
class ClassFieldsDto {
  /** `Lớp 1` where it is not given. */
  @IsOmissible()
  @IsText(100)
  name?: string;

  @IsNullable()
  @IsInt()
  @Min(1)
  @Max(100_000)
  capacity?: number | null;

  /** In the order of the plan. */
  @IsOmissible()
  @IsArray()
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  cellIds?: string[];

  @IsOmissible()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => SaveSittingDto)
  sittings?: SaveSittingDto[];
}

export class CreateClassDto extends ClassFieldsDto {
  @IsIn(classModes)
  mode: ClassMode;

  @IsText(300)
  venue: string;
}

/** What is left out stays as it was. */
export class UpdateClassDto extends ClassFieldsDto {
  @IsOmissible()
  @IsIn(classModes)
  mode?: ClassMode;

  @IsOmissible()
  @IsText(300)
  venue?: string;
}

export class SittingDto {
  id: string;
  heldOn: string;
  startsAt: string;
  endsAt: string | null;
  topic: string | null;
}

export class SessionClassDto {
  id: string;
  sessionId: string;
  number: number;
  name: string;
  mode: ClassMode;
  venue: string;
  capacity: number | null;
  cellIds: string[];
  sittings: SittingDto[];
  summonedAt: Date | null;
  closedAt: Date | null;
}
