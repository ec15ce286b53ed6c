import { IsIn, IsUUID, Matches } from 'class-validator';
import { IsFreeText, IsIsoDate, IsNullable, IsOmissible, IsText } from '../platform/http/rules.js';
import { DateRange } from '../platform/database/date-range.types.js';
import { type UnitKind, unitKinds, type UnitVersion } from './unit-version.entity.js';

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
  @Matches(/^\d{2}(\.\d{3}){4}$/)
  code?: string | null;

  @IsNullable()
  @IsText(300)
  decision?: string | null;
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
  @Matches(/^\d{2}(\.\d{3}){4}$/)
  code?: string | null;

  @IsNullable()
  @IsText(300)
  decision?: string | null;
}

export class DissolveUnitDto {
  /** The first day on which the unit is no more. */
  @IsIsoDate()
  on: string;

  @IsFreeText(300)
  decision: string;
}

export class UnitQuery {
  /** The day as of which the tree is wanted; today where it is not given. */
  @IsNullable()
  @IsIsoDate()
  asOf?: string;
}

export class UnitDto {
  id: string;
  name: string;
  kind: UnitKind;
  category: string | null;
  code: string | null;
  parentId: string | null;
  valid: DateRange;
  decision: string | null;

  static from(version: UnitVersion): UnitDto {
    const { unitId, name, kind, category, code, parentId, valid, decision } = version;
    return { id: unitId, name, kind, category, code, parentId, valid, decision };
  }
}
