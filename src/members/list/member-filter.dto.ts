import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import { IsIsoDate, IsNullable, IsOmissible, IsQueryInt, IsText } from '../../platform/http/rules.js';
import { type ExemptionKind, exemptionKinds } from '../member.entity.js';

const standings = ['official', 'probationary'] as const;
const duties = ['summoned', 'exempt', 'away'] as const;
const sexes = ['male', 'female'] as const;
const MAX_AGE = 150;

/** Which members are meant: of the list, of a paper made of it, of an export. */
export class MemberFilter {
  /** The register as of this day; today where it is not given. */
  @IsNullable()
  @IsIsoDate()
  asOf?: string;

  @IsOmissible()
  @IsUUID()
  cellId?: string;

  /** Everybody of this unit and of what lay below it on the day. */
  @IsOmissible()
  @IsUUID()
  unitId?: string;

  /** Beginnings of words of the name in any order, with or without tone marks; or a part of the card number. */
  @IsOmissible()
  @IsText(100)
  search?: string;

  @IsOmissible()
  @IsIn(standings)
  standing?: (typeof standings)[number];

  @IsOmissible()
  @IsIn(duties)
  duty?: (typeof duties)[number];

  @IsOmissible()
  @IsIn(sexes)
  sex?: (typeof sexes)[number];

  /** Who holds an office on the day, or who holds none. */
  @IsOmissible()
  @IsIn(['any', 'none'])
  offices?: 'any' | 'none';

  /** Part of the name of an office that is held on the day. */
  @IsOmissible()
  @IsText(100)
  officeTitle?: string;

  /** Whole years on the day; where only the year of birth is known, the years between. */
  @ApiPropertyOptional()
  @IsOmissible()
  @IsQueryInt(0, MAX_AGE)
  ageFrom?: number;

  @ApiPropertyOptional()
  @IsOmissible()
  @IsQueryInt(0, MAX_AGE)
  ageTo?: number;

  /** Why somebody need not come on the day; for those of the house alone, since it may tell of health. */
  @IsOmissible()
  @IsIn(exemptionKinds)
  exemption?: ExemptionKind;
}

export class MemberQuery extends MemberFilter {
  @ApiPropertyOptional()
  @IsQueryInt(1, 100_000)
  page: number = 1;

  @ApiPropertyOptional()
  @IsQueryInt(1, 200)
  pageSize: number = 50;
}
