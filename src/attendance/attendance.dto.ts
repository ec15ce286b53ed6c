import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsDate, IsDefined, IsIn, IsUUID, ValidateNested } from 'class-validator';
import { IsNullable, IsOmissible, IsQueryInt, IsText } from '../platform/http/rules.js';
import { type MarkKind, markKinds, type MarkMethod, markMethods, type MarkReason, markReasons } from './mark.js';
import type { MarkOutcome } from './mark-writer.js';
import { PersonOnRoll } from './roll.types.js';
import { Tally } from './tally.types.js';

/** One fact about one person at one sitting. Sent again with the same id, it is answered again and changes nothing. */
export class MarkDto {
  @IsUUID()
  memberId: string;

  @IsIn(markKinds)
  kind: MarkKind;

  /** Why somebody is absent, as a code; never health detail. */
  @IsNullable()
  @IsIn(markReasons)
  reason?: MarkReason | null;

  /** The mark that a `withdrawn` mark takes back. */
  @IsNullable()
  @IsUUID()
  withdraws?: string | null;

  /** Why it is taken back, once the time for undoing is over. */
  @IsNullable()
  @IsText(300)
  note?: string | null;

  @IsIn(markMethods)
  method: MarkMethod;

  @IsNullable()
  @IsText(100)
  device?: string | null;

  /** When it was taken, by the device's clock. */
  @IsDefined()
  @Type(() => Date)
  @IsDate()
  takenAt: Date;
}

export class BatchMarkDto extends MarkDto {
  @IsUUID()
  id: string;
}

export class MarkBatchDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => BatchMarkDto)
  marks: BatchMarkDto[];
}

export class MarkResultDto {
  id: string;
  status: MarkOutcome['status'];
}

export class ExceptionDto {
  @IsUUID()
  memberId: string;

  @IsIn(['excused', 'unexcused'])
  kind: 'excused' | 'unexcused';

  @IsNullable()
  @IsIn(markReasons)
  reason?: MarkReason | null;
}

/** "All present except these", for one cell at one sitting. */
export class RollCallDto {
  /** Made by the device; the ids of all its marks follow from it, so that sending it again changes nothing. */
  @IsUUID()
  id: string;

  @IsArray()
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => ExceptionDto)
  absent: ExceptionDto[];

  /** Exempt members who came. */
  @IsOmissible()
  @IsArray()
  @ArrayMaxSize(1000)
  @IsUUID(undefined, { each: true })
  exemptPresent?: string[];

  @IsDefined()
  @Type(() => Date)
  @IsDate()
  takenAt: Date;
}

export class ReopenDto {
  @IsText(500)
  reason: string;
}

export class CellFiguresDto {
  cellId: string;
  name: string;
  group: string | null;
  tally: Tally;
}

export class ClassFiguresDto {
  classId: string;
  name: string;
  /** 0 while the class is open. */
  revision: number;
  closedAt: Date | null;
  tally: Tally;
  cells: CellFiguresDto[];
}

export class SessionFiguresDto {
  tally: Tally;
  classes: ClassFiguresDto[];
}

export class RollDto {
  classId: string;
  revision: number;
  closedAt: Date | null;
  tally: Tally;
  people: PersonOnRoll[];
}

/** A mark as others see it. */
export class SeenMarkDto {
  id: string;
  memberId: string;
  kind: MarkKind;
  reason: MarkReason | null;
  withdraws: string | null;
  note: string | null;
  method: MarkMethod;
  device: string | null;
  takenAt: Date;
  /** Name of the account. */
  takenBy: string;
}

export class MarkFeedDto {
  /** Ask with this the next time. */
  until: Date;
  /** Oldest first; some may have been seen before. */
  marks: SeenMarkDto[];
}

export class MarkFeedQuery {
  /** `until` of the answer before; everything where it is not given. */
  @IsOmissible()
  @Type(() => Date)
  @IsDate()
  since?: Date;
}

export class ClassTallyDto {
  classId: string;
  name: string;
  closedAt: Date | null;
  tally: Tally;
}

/** One session that has a roll, with its figures. */
export class SessionTallyDto {
  sessionId: string;
  title: string;
  firstDay: string | null;
  tally: Tally;
  classes: ClassTallyDto[];
}

export class SessionTallyQuery {
  @ApiPropertyOptional()
  @IsQueryInt(1, 50)
  last: number = 8;
}

export class ClosureDto {
  revision: number;
  closedAt: Date;
  closedBy: string;
  reopenedAt: Date | null;
  reopenedBy: string | null;
  reopenReason: string | null;
  tally: Tally;
}

/** A mark that was offered under an id that another content had taken, beside the mark that stands. */
export class MarkConflictDto {
  id: string;
  sittingId: string;
  markId: string;
  offered: object;
  standing: object;
  receivedAt: Date;
}
