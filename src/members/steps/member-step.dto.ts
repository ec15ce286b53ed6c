import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, ValidateNested } from 'class-validator';
import { IsIsoDate, IsNullable, IsOmissible, IsText } from '../../platform/http/rules.js';
import { AwayDto, ExemptionDto, MembershipDto, OfficeDto } from '../member.dto.js';
import { type ExemptionKind, exemptionKinds, type MembershipKind, membershipKinds } from '../member.entity.js';
import { type DepartureReason, departureReasons, type StepKind, stepKinds } from './member-step.entity.js';

/** The decision, or the letter of introduction. */
export class PaperDto {
  @IsText(100)
  number: string;

  @IsNullable()
  @IsIsoDate()
  on?: string | null;
}

const HasPaper = (): PropertyDecorator => (target, key) => {
  IsOmissible()(target, key);
  ValidateNested()(target, key);
  Type(() => PaperDto)(target, key);
};

export class TransferDto extends MembershipDto {
  @HasPaper()
  paper?: PaperDto;
}

export class ExemptDto extends ExemptionDto {
  @HasPaper()
  paper?: PaperDto;
}

export class SendAwayDto extends AwayDto {
  @HasPaper()
  paper?: PaperDto;
}

export class AppointDto extends OfficeDto {
  @HasPaper()
  paper?: PaperDto;
}

export class RecogniseDto {
  /** The day from which he is a full member. */
  @IsIsoDate()
  on: string;

  @HasPaper()
  paper?: PaperDto;
}

export class DepartDto {
  /** The first day on which he is no longer counted. */
  @IsIsoDate()
  on: string;

  @IsIn(departureReasons)
  reason: DepartureReason;

  @HasPaper()
  paper?: PaperDto;
}

const ending = ['temporary-in', 'residence', 'exemption', 'away', 'office'] as const;
export type Ending = (typeof ending)[number];

/** Something that holds, or is planned to hold, ends on a day. Where a member takes part officially ends with a transfer or a departure. */
export class EndDto {
  @IsIn(ending)
  of: Ending;

  /** The day on which it began. */
  @IsIsoDate()
  from: string;

  /** Of an office: which. */
  @IsOmissible()
  @IsText(200)
  title?: string;

  /** The first day on which it no longer holds. */
  @IsIsoDate()
  on: string;

  @HasPaper()
  paper?: PaperDto;
}

export const storyKinds = [
  ...(['admitted', 'official', 'left', 'membership-began', 'membership-ended', 'exemption-began'] as const),
  ...(['exemption-ended', 'away-began', 'away-ended', 'office-began', 'office-ended'] as const),
] as const;

export class StoryPaperDto {
  number: string;
  on: string | null;
}

export class StoryEventDto {
  on: string;

  @ApiProperty({ enum: storyKinds })
  kind: (typeof storyKinds)[number];

  /** Of a membership or a cell's own word: which cell; as it was called on that day. */
  cellName: string | null;

  @ApiProperty({ enum: membershipKinds, nullable: true, type: String })
  membership: MembershipKind | null;

  /** Not for readers of another unit: it may tell of health. */
  @ApiProperty({ enum: exemptionKinds, nullable: true, type: String })
  exemption: ExemptionKind | null;

  @ApiProperty({ enum: departureReasons, nullable: true, type: String })
  reason: DepartureReason | null;

  /** Which office, or where to. */
  text: string | null;

  paper: StoryPaperDto | null;
}

export class LastStepDto {
  id: string;

  @ApiProperty({ enum: stepKinds })
  kind: StepKind;

  on: string;
  recordedAt: Date;
}

export class MemberStoryDto {
  /** The newest first. */
  events: StoryEventDto[];

  /** What was recorded last, and can be taken back; null where nothing was. */
  lastStep: LastStepDto | null;
}
