import { Type } from 'class-transformer';
import { IsBoolean, IsDefined, ValidateNested } from 'class-validator';
import { IsOmissible, IsText } from '../../platform/http/rules.js';
import { MemberFilter } from './member-filter.dto.js';

const NAME = 80;

export class SaveFilterDto {
  @IsText(NAME)
  name: string;

  /** At least one field of it. */
  @IsDefined()
  @ValidateNested()
  @Type(() => MemberFilter)
  query: MemberFilter;

  @IsBoolean()
  isShared: boolean;
}

/** What is left out stays. */
export class UpdateSavedFilterDto {
  @IsOmissible()
  @IsText(NAME)
  name?: string;

  @IsOmissible()
  @ValidateNested()
  @Type(() => MemberFilter)
  query?: MemberFilter;

  @IsOmissible()
  @IsBoolean()
  isShared?: boolean;
}

export class SavedFilterDto {
  id: string;
  name: string;
  query: MemberFilter;
  isShared: boolean;
  /** Saved by the reader himself, who alone may change and remove it. */
  isOwn: boolean;
}
