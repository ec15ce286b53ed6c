import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsUUID, Matches } from 'class-validator';
import { IsIsoDate, IsOmissible, IsQueryInt, IsText } from '../platform/http/rules.js';

/** Which entries; all of them together where several are given. */
class TrailFilterDto {
  /** Who did it. */
  @IsOmissible()
  @IsUUID()
  accountId?: string;

  /** `member.updated` */
  @IsOmissible()
  @Matches(/^[a-z-]{1,40}\.[a-z-]{1,40}$/)
  action?: string;

  /** What it was done to. */
  @IsOmissible()
  @IsUUID()
  subjectId?: string;

  /** Part of a value, or of the name of the member in question, with or without tone marks. */
  @IsOmissible()
  @IsText(100)
  text?: string;
}

export class TrailQuery extends TrailFilterDto {
  /** The first day, in Vietnam. */
  @IsOmissible()
  @IsIsoDate()
  from?: string;

  /** The last day. */
  @IsOmissible()
  @IsIsoDate()
  until?: string;

  /** Entries below this number: `next` of the answer before. */
  @IsOmissible()
  @IsQueryInt(1, 2_147_483_647)
  before?: number;

  @ApiPropertyOptional()
  @IsQueryInt(1, 200)
  limit: number = 50;
}

export class TrailExportQuery extends TrailFilterDto {
  /** The first day, in Vietnam. */
  @IsIsoDate()
  from: string;

  /** The last day, at most a year after the first. */
  @IsIsoDate()
  until: string;
}

export class TrailSubjectDto {
  kind: string;
  id: string | null;
  /** As it is called now, or was when it was there; null where nobody knows any more. */
  name: string | null;
  /** It is still there, so that a page can be opened. */
  isThere: boolean;
  /** Of a class: its session. */
  sessionId: string | null;
}

/** One field of an entry, in words. */
export class ToldValueDto {
  field: string;
  label: string;
  /** `from` and `to` of a change; otherwise `to` alone. */
  isChange: boolean;
  from: string | null;
  to: string | null;
  /** By law; what happened is still there. */
  isErased: boolean;
}

/** What somebody did, to what, when and from where. */
export class TrailEntryDto {
  seq: number;
  at: Date;
  accountId: string | null;
  /** Null where nobody was signed in. */
  who: string | null;
  address: string;
  action: string;
  /** The action in words. */
  what: string;
  subject: TrailSubjectDto;
  values: ToldValueDto[];
  reason: string | null;
  /** Hex; the first characters are enough to tell entries apart. */
  hash: string;
}

export class TrailPageDto {
  /** Newest first. */
  entries: TrailEntryDto[];
  /** Ask with this as `before` for what follows; null at the end. A search may go on although this answer found little. */
  next: number | null;
}

class TrailActionDto {
  action: string;
  words: string;
}

class TrailPersonDto {
  accountId: string;
  name: string;
}

/** What there is to choose from in this trail. */
export class TrailChoicesDto {
  actions: TrailActionDto[];
  people: TrailPersonDto[];
}

/** Whether the chain holds from its first entry to its head. */
export class VerificationDto {
  isWhole: boolean;
  /** The last entry. */
  seq: number;
  hash: string;
  /** The first entry at which the chain breaks; null where it is whole. */
  brokenAt: number | null;
  /** Values that were erased by law. */
  erased: number;
  verifiedAt: Date;
}

export const exportFormats = ['xlsx', 'csv'] as const;

export class TrailFormatDto {
  @IsIn(exportFormats)
  format: (typeof exportFormats)[number];
}
