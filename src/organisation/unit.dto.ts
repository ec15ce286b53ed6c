import { Type } from 'class-transformer';
import { IsIn, IsUUID, Matches, ValidateNested } from 'class-validator';
import { IsIsoDate, IsNullable, IsOmissible, IsQueryInt, IsText } from '../platform/http/rules.js';
import { DateRange } from '../platform/database/date-range.types.js';
import { type UnitKind, unitKinds, type UnitVersion } from './unit-version.entity.js';

/** 14 digits with dots: province, superior, base committee, committee below it, cell (domain facts §5). */
export const unitCode = /^\d{2}(\.\d{3}){4}$/;

/** The paper that decides a change to the tree. */
export class UnitDocumentDto {
  /** `12-QĐ/ĐU` */
  @IsText(100)
  number: string;

  @IsNullable()
  @IsText(200)
  issuer?: string | null;

  @IsNullable()
  @IsIsoDate()
  issuedOn?: string | null;
}

export class CreateUnitDto {
  @IsText(200)
  name: string;

  @IsIn(unitKinds)
  kind: UnitKind;

  @IsIsoDate()
  foundedOn: string;

  /** The unit above; the committee itself where it is not given. */
  @IsNullable()
  @IsUUID()
  parentId?: string | null;

  @IsNullable()
  @IsText(100)
  category?: string | null;

  @IsNullable()
  @Matches(unitCode)
  code?: string | null;

  @IsNullable()
  @ValidateNested()
  @Type(() => UnitDocumentDto)
  document?: UnitDocumentDto | null;
}

/** What changes from a day on; what is left out stays as it was. */
export class ChangeUnitDto {
  @IsIsoDate()
  from: string;

  @IsOmissible()
  @IsText(200)
  name?: string;

  @IsOmissible()
  @IsUUID()
  parentId?: string;

  @IsNullable()
  @IsText(100)
  category?: string | null;

  @IsNullable()
  @Matches(unitCode)
  code?: string | null;

  @IsNullable()
  @ValidateNested()
  @Type(() => UnitDocumentDto)
  document?: UnitDocumentDto | null;
}

export class DissolveUnitDto {
  /** The first day on which the unit is no more. */
  @IsIsoDate()
  on: string;

  @IsNullable()
  @ValidateNested()
  @Type(() => UnitDocumentDto)
  document?: UnitDocumentDto | null;
}

export class UnitQuery {
  /** The day as of which the tree is wanted; today where it is not given. */
  @IsNullable()
  @IsIsoDate()
  asOf?: string;

  /** That unit and what lies below it, instead of the whole committee. */
  @IsOmissible()
  @IsUUID()
  below?: string;

  /** How many levels below the first; all of them where it is not given. */
  @IsOmissible()
  @IsQueryInt(0, 100)
  depth?: number;
}

export class UnitDto {
  id: string;
  name: string;
  kind: UnitKind;
  category: string | null;
  code: string | null;
  parentId: string | null;
  valid: DateRange;

  static from(version: UnitVersion): UnitDto {
    const { unitId, name, kind, category, code, parentId, valid } = version;
    return { id: unitId, name, kind, category, code, parentId, valid };
  }
}
