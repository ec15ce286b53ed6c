import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDefined,
  IsUUID,
  Matches,
  ValidateNested,
} from 'class-validator';
import type { ListEffect } from '../organisation/cell-lists.service.js';
import { unitCode, UnitDocumentDto } from '../organisation/unit.dto.js';
import { IsIsoDate, IsNullable, IsOmissible, IsText } from '../platform/http/rules.js';

class NewCellDto {
  @IsText(200)
  name: string;

  @IsNullable()
  @Matches(unitCode)
  code?: string | null;

  @IsNullable()
  @IsText(100)
  category?: string | null;
}

/** One of the cells that goes on, under its name or a new one; or, without `unitId`, a cell that is founded for it. */
class MergerTargetDto {
  @IsOmissible()
  @IsUUID()
  unitId?: string;

  /** Needed for a cell that is founded. */
  @IsOmissible()
  @IsText(200)
  name?: string;

  @IsNullable()
  @Matches(unitCode)
  code?: string | null;

  @IsNullable()
  @IsText(100)
  category?: string | null;

  /** Above a cell that is founded; where it is not given, what stands above the first of the cells. */
  @IsOmissible()
  @IsUUID()
  parentId?: string;
}

class CellChangeDto {
  /** The first day on which it holds. */
  @IsIsoDate()
  on: string;

  @IsNullable()
  @ValidateNested()
  @Type(() => UnitDocumentDto)
  document?: UnitDocumentDto | null;
}

export class MergeCellsDto extends CellChangeDto {
  /** All cells that become one, the target too where it is one of them. */
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  cellIds: string[];

  @IsDefined()
  @ValidateNested()
  @Type(() => MergerTargetDto)
  target: MergerTargetDto;
}

class SplitPartDto extends NewCellDto {
  /** Who goes there, with every membership in the cell. */
  @IsArray()
  @ArrayMaxSize(5000)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  memberIds: string[];
}

export class SplitCellDto extends CellChangeDto {
  @IsUUID()
  cellId: string;

  /** The cells that are founded for it. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => SplitPartDto)
  parts: SplitPartDto[];

  /** Whether the cell is no more; then every member of it goes to one of the parts. */
  @IsBoolean()
  ends: boolean;
}

/** Those who move, as the register stands on the day. */
export class MovedMembersDto {
  /** From and to which cell. */
  fromCellId: string;
  toCellId: string;
  /** Persons: official and probationary members, those who take part for a time, and residents. */
  members: number;
  official: number;
  probationary: number;
  temporaryIn: number;
  residence: number;
  /** Of the members without residents. */
  exempt: number;
  away: number;
  /** Persons of whom a membership begins only after that day; it goes along. */
  later: number;
}

export class TouchedGroupDto {
  id: string;
  name: string;
}

export class TouchedClassDto {
  id: string;
  name: string;
  sessionId: string;
  sessionTitle: string;
  firstDay: string | null;
  isSummoned: boolean;
  /** A cell now stands in two classes of the session: the office chooses one before it summons. */
  isDouble: boolean;
  /** follows: the new cells stand in it; stays: it is held before that day; undated: nobody can tell yet. */
  effect: ListEffect;
}

/** Somebody who would belong to one cell in two ways. */
export class MembershipClashDto {
  memberId: string;
  fullName: string;
  cellId: string;
}

export class CellNameDto {
  id: string;
  name: string;
}

/** What a merger or a split does: the cells as they stand on the day, who moves, which lists follow. */
export class CellSuccessionDto {
  on: string;
  changeId: string;
  /** Cells that are no more. */
  ended: CellNameDto[];
  /** Cells that receive; the ids of those that are founded hold only once it is done. */
  receiving: CellNameDto[];
  moves: MovedMembersDto[];
  groups: TouchedGroupDto[];
  classes: TouchedClassDto[];
  clashes: MembershipClashDto[];
}
